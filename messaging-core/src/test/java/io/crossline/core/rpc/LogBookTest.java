// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import static io.crossline.core.rpc.LogBook.News.MOVED;
import static io.crossline.core.rpc.LogBook.News.NEW;
import static io.crossline.core.rpc.LogBook.News.PENDING;
import static io.crossline.core.rpc.LogBook.News.REMOVED;
import static io.crossline.core.rpc.LogBook.News.RESTORED;
import static io.crossline.core.rpc.LogBook.News.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogBookTest {
  private static final String A = "0x" + "a".repeat(64);
  private static final String B = "0x" + "b".repeat(64);
  private static final String ZERO = "0x" + "0".repeat(64);

  /** A log by what it says and where it stands; null where that is not told. */
  private static EthLog log(String data, String transaction, String block, String index) {
    return EthLog.parse(
        """
        {"address": "0x00000000000000000000000000000000000000b1", "topics": [],
         "data": "%s", "blockNumber": %s, "blockHash": %s, "transactionHash": %s,
         "logIndex": %s}
        """
            .formatted(
                data,
                block == null ? "null" : "\"0x10\"",
                text(block),
                text(transaction),
                text(index)));
  }

  private static String text(String value) {
    return value == null ? "null" : '"' + value + '"';
  }

  private static EthLog removed(EthLog log) {
    return EthLog.parse(log.toJson().replace("\"removed\":false", "\"removed\":true"));
  }

  private static List<LogBook.News> news(EthLog... logs) {
    LogBook book = new LogBook(100);
    return Stream.of(logs).map(book::add).toList();
  }

  private static EthReceipt receipt(String status, EthLog... logs) {
    return EthReceipt.parse(
        "{\"transactionHash\": \""
            + A
            + "\", \"status\": "
            + status
            + ", \"logs\": "
            + EthLog.toJson(List.of(logs))
            + "}");
  }

  @Test
  void differentContentAtOnePlaceIsTwoLogs() {
    assertThat(news(log("0x01", A, B, "0x0"), log("0x02", A, B, "0x0"))).containsExactly(NEW, NEW);
    assertThat(news(log("0x01", ZERO, ZERO, "0x0"), log("0x02", ZERO, ZERO, "0x0")))
        .containsExactly(NEW, NEW);
  }

  @Test
  void equalContentInTwoTransactionsIsTwoLogs() {
    assertThat(news(log("0x01", A, B, "0x0"), log("0x01", B, B, "0x0"))).containsExactly(NEW, NEW);
  }

  @Test
  void equalContentAtTwoIndexesIsTwoLogs() {
    assertThat(news(log("0x01", A, B, "0x0"), log("0x01", A, B, "0x1"), log("0x01", A, B, "0x0")))
        .containsExactly(NEW, NEW, SAME);
  }

  @Test
  void whatIsNotToldDoesNotTellLogsApart() {
    EthLog whole = log("0x01", A, B, "0x5");
    EthLog withoutHash = log("0x01", A, ZERO, "0x5");
    EthLog withoutIndex = log("0x01", A, B, null);
    assertThat(news(withoutHash, withoutHash)).containsExactly(NEW, SAME);
    assertThat(news(withoutHash, whole)).containsExactly(NEW, SAME);
    assertThat(news(whole, withoutHash)).containsExactly(NEW, SAME);
    assertThat(news(withoutIndex, whole, withoutIndex)).containsExactly(NEW, SAME, SAME);
    assertThat(news(whole, withoutIndex)).containsExactly(NEW, SAME);
  }

  @Test
  void placesOfAReceiptTellEqualLogsApart() {
    for (String index : new String[] {null, "0x0"}) {
      EthLog one = log("0x01", A, B, index);
      EthReceipt twice = receipt("\"0x1\"", one, one);
      LogBook book = new LogBook(100);
      assertThat(book.addAll(twice, twice.logs())).containsExactly(NEW, NEW);
      assertThat(book.addAll(twice, twice.logs())).containsExactly(SAME, SAME);
      assertThat(book.add(one)).isEqualTo(SAME);
    }
  }

  @Test
  void aReceiptWithoutIndexesAndAnAnswerWithThem() {
    EthReceipt twice = receipt("\"0x1\"", log("0x01", A, B, null), log("0x01", A, B, null));
    LogBook book = new LogBook(100);
    assertThat(book.addAll(twice, twice.logs())).containsExactly(NEW, NEW);
    assertThat(book.add(log("0x01", A, B, "0x5"))).isEqualTo(SAME);
    assertThat(book.add(log("0x01", A, B, "0x6"))).isEqualTo(SAME);
    assertThat(book.add(log("0x01", A, B, "0x7"))).isEqualTo(NEW);
  }

  @Test
  void aPendingLogIsNoFact() {
    assertThat(news(log("0x01", A, null, null), log("0x01", A, B, "0x5")))
        .containsExactly(PENDING, NEW);
    EthReceipt succeeded = receipt("\"0x1\"", log("0x01", A, null, null));
    assertThat(new LogBook(9).addAll(succeeded, succeeded.logs())).containsExactly(NEW);
    EthReceipt untold = receipt("null", log("0x01", A, null, null));
    assertThat(new LogBook(9).addAll(untold, untold.logs())).containsExactly(PENDING);
  }

  @Test
  void theLastWordCounts() {
    EthLog log = log("0x01", A, B, "0x5");
    assertThat(news(log, removed(log), removed(log), log))
        .containsExactly(NEW, REMOVED, SAME, RESTORED);
    assertThat(news(removed(log), log)).containsExactly(NEW, RESTORED);
  }

  /** A transaction is in one block: another one has replaced the first, told or not. */
  @Test
  void aTransactionThatMovedHasNotHappenedTwice() {
    EthLog before = log("0x01", A, A, "0x5");
    EthLog after = log("0x01", A, B, "0x9");
    assertThat(news(before, after, after)).containsExactly(NEW, MOVED, SAME);
    assertThat(news(before, removed(before), after)).containsExactly(NEW, REMOVED, NEW);
    assertThat(news(before, after, removed(before))).containsExactly(NEW, MOVED, SAME);
    EthLog second = log("0x01", A, A, "0x6");
    EthLog secondAfter = log("0x01", A, B, "0xa");
    assertThat(news(before, second, after, secondAfter)).containsExactly(NEW, NEW, MOVED, MOVED);
  }

  @Test
  void whatIsTooLongAgoIsNew() {
    LogBook book = new LogBook(2);
    assertThat(book.add(log("0x01", A, B, "0x0"))).isEqualTo(NEW);
    assertThat(book.add(log("0x02", A, B, "0x1"))).isEqualTo(NEW);
    assertThat(book.add(log("0x01", A, B, "0x0"))).isEqualTo(SAME);
    assertThat(book.add(log("0x03", A, B, "0x2"))).isEqualTo(NEW);
    assertThat(book.add(log("0x01", A, B, "0x0"))).isEqualTo(NEW);
  }

  @Test
  void ofAnswersThatOverlapEachLogIsThereOnce() {
    EthLog pending = log("0x01", A, null, null);
    EthLog mined = log("0x01", A, B, "0x5");
    EthLog other = log("0x02", A, B, "0x6");
    assertThat(EthLog.distinct(List.of(pending, mined, other, mined)))
        .containsExactly(mined, other);
    assertThat(EthLog.distinct(List.of(pending, pending))).containsExactly(pending);
    assertThat(EthLog.distinct(List.of(mined, pending))).containsExactly(mined);
    assertThat(EthLog.distinct(List.of(mined, removed(mined)))).containsExactly(removed(mined));
  }
}
