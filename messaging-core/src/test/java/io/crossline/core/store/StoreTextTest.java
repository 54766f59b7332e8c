// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Stores to text and back; no damage to the text goes unnoticed. */
class StoreTextTest {
  private static final String SMALL =
      """
      {"kind":"crossline store","format":1,"sequence":2}
      {"table":"a\\u0000\\"b","key":"0x","value":"0x05"}
      {"table":"balances","key":"0x0a","value":"0x05"}
      {"table":"balances","key":"0x0a00","value":"0x"}
      {"table":"balances","key":"0x80","value":"0xffee"}
      {"table":"\u00e9\ud83d\ude80","key":"0x01","value":"0x02"}
      {"entries":5,"checksum":"0xb94d66a2"}
      """;

  private static HeapStore small() {
    HeapStore store = new HeapStore();
    store.commit(new WriteBatch().put("balances", Bytes.parse("0x80"), Bytes.parse("0xffee")));
    store.commit(
        new WriteBatch()
            .put("\u00e9\ud83d\ude80", Bytes.parse("0x01"), Bytes.parse("0x02"))
            .put("a\0\"b", Bytes.EMPTY, Bytes.parse("0x05"))
            .put("balances", Bytes.parse("0x0a00"), Bytes.EMPTY)
            .put("balances", Bytes.parse("0x0a"), Bytes.parse("0x05")));
    return store;
  }

  /** Three commits' worth of entries. */
  static HeapStore large() {
    HeapStore store = new HeapStore();
    Random random = new Random(3);
    for (int i = 0; i < 25; i++) {
      byte[] value = new byte[100_000];
      random.nextBytes(value);
      store.commit(new WriteBatch().put("t" + i % 3, Bytes.of((byte) i), Bytes.of(value)));
    }
    return store;
  }

  static SortedMap<String, SortedMap<Bytes, Bytes>> contents(StateStore store) {
    SortedMap<String, SortedMap<Bytes, Bytes>> contents = new TreeMap<>();
    for (String table : store.tables()) {
      SortedMap<Bytes, Bytes> entries = new TreeMap<>();
      store.scan(table, Bytes.EMPTY, (key, value) -> entries.put(key, value) == null);
      contents.put(table, entries);
    }
    return contents;
  }

  static String text(StateStore store) throws IOException {
    StringBuilder text = new StringBuilder();
    StoreText.export(store, text);
    return text.toString();
  }

  private static InvalidJsonException refusal(String text) throws IOException {
    HeapStore target = new HeapStore();
    InvalidJsonException refusal =
        catchThrowableOfType(
            InvalidJsonException.class,
            () -> StoreText.importInto(target, "dump", new StringReader(text)));
    assertThat(refusal).as(text).isNotNull();
    assertThat(target.sequence()).as("commits of what is no good").isZero();
    assertThatThrownBy(() -> StoreText.check("dump", new StringReader(text)))
        .hasMessage(refusal.getMessage());
    return refusal;
  }

  /** The checksum was worked out elsewhere, bit by bit. */
  @Test
  void writesItsForm() throws IOException {
    StringBuilder text = new StringBuilder();
    assertThat(StoreText.export(small(), text)).isEqualTo(5);
    assertThat(text).hasToString(SMALL);
  }

  @Test
  void readsTheExampleOfItsDocumentation() throws IOException {
    String example =
        """
        {"kind":"crossline store","format":1,"sequence":7}
        {"table":"balances","key":"0x0a","value":"0x05"}
        {"table":"balances","key":"0x0b","value":"0x"}
        {"entries":2,"checksum":"0x64d702a1"}
        """;
    assertThat(StoreText.check("example", new StringReader(example))).isEqualTo(2);
  }

  @Test
  void readsItBack() throws IOException {
    HeapStore target = new HeapStore();
    assertThat(StoreText.importInto(target, "dump", new StringReader(SMALL))).isEqualTo(5);
    assertThat(contents(target)).isEqualTo(contents(small()));
    assertThat(target.sequence()).as("it fits into one commit").isEqualTo(1);
    assertThat(StoreText.check("dump", new StringReader(SMALL))).isEqualTo(5);
    HeapStore again = new HeapStore();
    StoreText.importInto(again, "dump", new StringReader(SMALL.stripTrailing()));
    assertThat(contents(again)).isEqualTo(contents(small()));
  }

  @Test
  void anEmptyStoreHasATextToo() throws IOException {
    HeapStore empty = new HeapStore();
    empty.commit(new WriteBatch());
    HeapStore target = new HeapStore();
    String text = text(empty);
    assertThat(text.lines()).hasSize(2);
    assertThat(StoreText.importInto(target, "dump", new StringReader(text))).isZero();
    assertThat(target.tables()).isEmpty();
  }

  @Test
  void importsInPartsWhatIsLarge() throws IOException {
    HeapStore source = large();
    HeapStore target = new HeapStore();
    assertThat(StoreText.importInto(target, "dump", new StringReader(text(source)))).isEqualTo(25);
    assertThat(target.sequence()).isEqualTo(3);
    assertThat(contents(target)).isEqualTo(contents(source));
    StoreText.requireWhole(target);
  }

  @Test
  void importsManySmallEntries() throws IOException {
    HeapStore source = new HeapStore();
    WriteBatch batch = new WriteBatch();
    for (int i = 0; i < ImportedBatches.MOST_WRITES + 1; i++) {
      batch.put("t", Bytes.of((byte) (i >>> 8), (byte) i), Bytes.EMPTY);
    }
    source.commit(batch);
    HeapStore target = new HeapStore();
    StoreText.importInto(target, "dump", new StringReader(text(source)));
    assertThat(target.sequence()).isEqualTo(2);
    assertThat(contents(target)).isEqualTo(contents(source));
  }

  @Test
  void noticesEveryCut() throws IOException {
    for (int length = 0; length < SMALL.length() - 1; length++) {
      refusal(SMALL.substring(0, length));
    }
    assertThat(refusal(SMALL.substring(0, SMALL.indexOf("{\"entries"))))
        .hasMessageContaining("dump:7:1: the text ends here, after 5 entries and without its last");
  }

  @Test
  void noticesEveryChangedCharacter() throws IOException {
    for (int at = 0; at < SMALL.length() - 1; at++) {
      char was = SMALL.charAt(at);
      for (char other : new char[] {(char) (was ^ 1), '7', ' ', '\n', '"'}) {
        if (other != was) {
          refusal(SMALL.substring(0, at) + other + SMALL.substring(at + 1));
        }
      }
    }
  }

  @Test
  void noticesLinesThatAreMissingTwiceOrElsewhere() throws IOException {
    String[] lines = SMALL.split("\n");
    for (int i = 0; i < lines.length; i++) {
      refusal(SMALL.replace(lines[i] + "\n", ""));
      refusal(SMALL.replace(lines[i], lines[i] + "\n" + lines[i]));
      refusal(SMALL.replace(lines[i], lines[i] + "\n"));
      if (i > 0) {
        String swapped = lines[i] + "\n" + lines[i - 1];
        refusal(SMALL.replace(lines[i - 1] + "\n" + lines[i], swapped));
      }
    }
  }

  private static void refuses(String part, String instead, String message) throws IOException {
    assertThat(SMALL).contains(part);
    assertThat(refusal(SMALL.replace(part, instead))).hasMessageContaining(message);
  }

  @Test
  void saysWhereAndWhatIsWrong() throws IOException {
    refuses("crossline store", "crossline trace", "dump:1:9: kind: must be \"crossline store\"");
    refuses("format\":1", "format\":2", "dump:1:36: format: format 2 is not known here, only 1: a");
    refuses("format\":1", "format\":0", "format 0 is not known here, only 1");
    refuses("sequence\":2", "sequence\":-2", "sequence: must be a whole number from 0 to");
    refuses("sequence\":2", "sequence\":9223372036854775808", "must be a whole number from 0 to");
    refuses("sequence\":2", "sequence\":2,\"more\":1", "dump:1:58: more: unknown field");
    refuses("sequence", "seqence", "unknown field. Did you mean \"sequence\"?");
    refuses("\"key\":\"0x0a\"", "\"key\":\"0a\"", "dump:3:27: key: bytes: \"0a\" must be 0x");
    refuses("\"key\":\"0x0a\"", "\"key\":10", "dump:3:27: key: must be a text, found a number");
    refuses("\"key\":\"0x0a\",", "", "dump:3:1: field \"key\" is missing");
    refuses("{\"table\":\"balances\",\"key\":\"0x80\"", "7{", "dump:5:");
    refuses("0xffee", "0xffef", "dump:7:25: checksum: the checksum of what was read is 0x");
    refuses("entries\":5", "entries\":6", "dump:7:12: entries: there should be 6 entries, found 5");
    refuses("0x0a00", "0x0a", "dump:4:1: the entry stands twice or out of order");
    refuses("a\\u0000\\\"b", "", "dump:2:10: table: no name of a table: found 0 bytes");
    refuses("a\\u0000\\\"b", "a".repeat(256), "no name of a table: found 256 bytes");
    refuses("\u00e9\ud83d\ude80", "\\ud83d", "half of a surrogate pair");
    refuses("a\\u0000\\\"b", StoreText.UNFINISHED_IMPORT, "the name is reserved");
    assertThat(refusal(SMALL + "\n")).hasMessageContaining("dump:8:1: something stands behind");
    assertThat(refusal("")).hasMessageContaining("dump:1:1: the text ends here");
    assertThat(refusal("7\n")).hasMessageContaining("dump:1:1: must be an object, found a number");
  }

  @Test
  void needsAStoreThatHoldsNothing() throws IOException {
    HeapStore target = new HeapStore();
    target.commit(new WriteBatch().put("t", Bytes.EMPTY, Bytes.EMPTY));
    assertThatThrownBy(() -> StoreText.importInto(target, "dump", new StringReader(SMALL)))
        .isInstanceOf(StoreNotEmptyException.class)
        .hasMessage("the store has entries in 1 table: import into a new one");
    assertThat(target.sequence()).isEqualTo(1);
    target.commit(new WriteBatch().remove("t", Bytes.EMPTY));
    assertThat(StoreText.importInto(target, "dump", new StringReader(SMALL))).isEqualTo(5);
  }

  @Test
  void leavesNoHalfThatLooksWhole() throws IOException {
    String text = text(large());
    int last = text.lastIndexOf("0x") - 5;
    HeapStore target = new HeapStore();
    assertThatThrownBy(
            () -> StoreText.importInto(target, "dump", new StringReader(text.substring(0, last))))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith("dump:27:");
    assertThat(target.sequence()).isEqualTo(2);
    isKnownToBeHalf(target);
  }

  private static void isKnownToBeHalf(StateStore store) {
    assertThatThrownBy(() -> StoreText.requireWhole(store))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DAMAGED));
    assertThatThrownBy(() -> text(store)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> StoreText.importInto(store, "dump", new StringReader(SMALL)))
        .isInstanceOf(StoreNotEmptyException.class)
        .hasMessageContaining("did not come to its end");
  }

  @Test
  void leavesNoHalfThatLooksWholeWhereverTheStoreFails() throws IOException {
    String text = text(large());
    for (int commits = 0; commits < 3; commits++) {
      HeapStore heap = new HeapStore();
      StateStore failing = new FailingStore(heap, commits);
      assertThatThrownBy(() -> StoreText.importInto(failing, "dump", new StringReader(text)))
          .isInstanceOf(StoreException.class)
          .hasMessage("full");
      assertThat(heap.sequence()).isEqualTo(commits);
      if (commits == 0) {
        assertThat(heap.tables()).isEmpty();
      } else {
        isKnownToBeHalf(heap);
      }
    }
  }

  @Test
  void noticesCommitsWhileItExports() {
    HeapStore store = small();
    StringBuilder text = new StringBuilder();
    Writer committing =
        new Writer() {
          @Override
          public void write(char[] chars, int from, int size) {
            if (store.sequence() == 2) {
              store.commit(new WriteBatch().put("zz", Bytes.EMPTY, Bytes.EMPTY));
            }
            text.append(chars, from, size);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> StoreText.export(store, committing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was at 2 when the export began and is at 3 now");
    assertThatThrownBy(() -> StoreText.check("dump", new StringReader(text.toString())))
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void passesOnWhatTheWriterThrows() {
    IOException full = new IOException("full");
    Writer failing =
        new Writer() {
          private int lines;

          @Override
          public void write(char[] chars, int from, int size) throws IOException {
            if (++lines > 5) {
              throw full;
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> StoreText.export(small(), failing)).isSameAs(full);
  }
}
