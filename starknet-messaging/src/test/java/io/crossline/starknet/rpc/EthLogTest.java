// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.event.LogMessageToL2;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EthLogTest {
  private static final EthAddress CORE =
      EthAddress.parse("0xc662c410c0ecf747543f5ba90660f6abebd9c8c4");
  private static final EthAddress OTHER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  private static final String MINED =
      """
      {"address": "0xC662C410C0ECF747543F5BA90660F6ABEBD9C8C4",
       "topics": ["0x00000000000000000000000000000000000000000000000000000000000000aa"],
       "data": "0x", "blockNumber": "0x13e6075",
       "transactionHash": "0x5780c6fe46f958a7ebf9308e6db16d819ff9e06b1e88f9e718c50cde10898f38",
       "transactionIndex": "0x0",
       "blockHash": "0x0000000000000000000000000000000000000000000000000000000000000bb1",
       "blockTimestamp": "0x6553f100", "logIndex": "0x11e", "removed": true, "l1BatchNumber": "0x1"}
      """;

  static EthLog at(EthLog log, long block, long index) {
    return new EthLog(
        log.address(),
        log.topics(),
        log.data(),
        Optional.of(UInt64.of(block)),
        Optional.of(Bytes32.ofLimbs(0, 0, 0, block)),
        log.transactionHash(),
        log.transactionIndex(),
        Optional.of(UInt64.of(index)),
        log.removed(),
        log.blockTimestamp(),
        Optional.empty());
  }

  @Test
  void readsWhatANodeGives() {
    EthLog log = EthLog.parse(MINED);
    assertThat(log.address()).isEqualTo(CORE);
    assertThat(log.topics()).containsExactly(Bytes32.ofLimbs(0, 0, 0, 0xaa));
    assertThat(log.data()).isEqualTo(Bytes.EMPTY);
    assertThat(log.blockNumber()).contains(UInt64.of(0x13e6075));
    assertThat(log.blockHash()).contains(Bytes32.ofLimbs(0, 0, 0, 0xbb1));
    assertThat(log.transactionHash().orElseThrow().toString()).startsWith("0x5780c6fe46f958a7");
    assertThat(log.transactionIndex()).contains(UInt64.ZERO);
    assertThat(log.logIndex()).contains(UInt64.of(0x11e));
    assertThat(log.removed()).isTrue();
    assertThat(log.blockTimestamp()).contains(UInt64.of(0x6553f100));
  }

  @Test
  void writesWhatANodeGives() {
    assertThat(EthLog.parse(MINED).toJson())
        .isEqualTo(
            "{\"address\":\"0xc662c410c0ecf747543f5ba90660f6abebd9c8c4\",\"topics\":["
                + "\"0x00000000000000000000000000000000000000000000000000000000000000aa\"],"
                + "\"data\":\"0x\",\"blockNumber\":\"0x13e6075\",\"transactionHash\":"
                + "\"0x5780c6fe46f958a7ebf9308e6db16d819ff9e06b1e88f9e718c50cde10898f38\","
                + "\"transactionIndex\":\"0x0\",\"blockHash\":"
                + "\"0x0000000000000000000000000000000000000000000000000000000000000bb1\","
                + "\"blockTimestamp\":\"0x6553f100\",\"logIndex\":\"0x11e\",\"removed\":true}");
  }

  @Test
  void aPendingLogHasNullsAndNoTime() {
    EthLog pending = RealMessages.sepoliaLog(CORE);
    assertThat(pending.toJson())
        .contains("\"blockNumber\":null", "\"blockHash\":null", "\"logIndex\":null")
        .contains("\"transactionHash\":null", "\"transactionIndex\":null", "\"removed\":false")
        .doesNotContain("blockTimestamp");
    assertThat(EthLog.parse(pending.toJson())).isEqualTo(pending);
  }

  @Test
  void bothWaysForLogsAndEvents() {
    EthLog log = EthLog.parse(MINED);
    assertThat(EthLog.parse(log.toJson())).isEqualTo(log);
    List<EthLog> logs = List.of(log, RealMessages.sepoliaLog(CORE));
    assertThat(EthLog.parseAll(EthLog.toJson(logs))).isEqualTo(logs);
    assertThat(EthLog.parseAll("[]")).isEmpty();
    Log emitted = RealMessages.sepoliaLog(CORE).toLog();
    assertThat(EthLog.of(emitted).toLog()).isEqualTo(emitted);
    assertThat(CoreLogs.event(RealMessages.sepoliaLog(CORE), CORE))
        .contains(new LogMessageToL2(RealMessages.SEPOLIA));
  }

  @Test
  void logsOfOtherEmittersAreNoEvents() {
    assertThat(CoreLogs.event(RealMessages.sepoliaLog(CORE), OTHER)).isEmpty();
    assertThat(CoreLogs.event(EthLog.parse(MINED), CORE)).isEmpty();
  }

  @Test
  void theFormWithoutAFeeIsReadToo() {
    // software-mansion/starknet.py, starknet_py/net/l1/messaging_test.py
    EthLog log =
        EthLog.parse(
            """
            {"address": "0xc662c410c0ecf747543f5ba90660f6abebd9c8c4", "topics": [
            "0x7d3450d4f5138e54dcb21a322312d50846ead7856426fb38778f8ef33aeccc01",
            "0x000000000000000000000000d673399a9726bfac06de74873a2eb761437091eb",
            "0x01c8834570e523034eb2d4ac6fa75419df0b6360c737dbeb98c81484561c6794",
            "0x01c8834570e523034eb2d4ac6fa75419df0b6360c737dbeb98c81484561c6794"],
            "data": "0x%s"}
            """
                .formatted(
                    "0000000000000000000000000000000000000000000000000000000000000040"
                        + "000000000000000000000000000000000000000000000000000000000000030f"
                        + "0000000000000000000000000000000000000000000000000000000000000001"
                        + "000000000000000000000000000000000000000000000000000000000000007b"));
    LogMessageToL2 sent = (LogMessageToL2) CoreLogs.event(log, CORE).orElseThrow();
    assertThat(sent.message().fee()).isEmpty();
    assertThat(sent.message().payloadWords()).hasToString("[0x7b]");
    assertThat(CoreLogs.of(sent, CORE).data()).isEqualTo(log.data());
  }

  @Test
  void orderIsThatOfTheChainWhereItIsKnown() {
    EthLog log = RealMessages.sepoliaLog(CORE);
    EthLog first = at(log, 9, 300);
    EthLog second = at(log, 10, 2);
    EthLog third = at(log, 10, 11);
    assertThat(EthLog.inOrder(List.of(third, first, second))).containsExactly(first, second, third);
    assertThat(EthLog.inOrder(List.of(third, log, first))).containsExactly(third, log, first);
  }

  @Test
  void whatIsNoLogOfL1IsRefused() {
    Log onL2 = new Log(Felt.ONE, List.of(), Bytes.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EthLog.of(onL2))
        .withMessageContaining("must be an EthAddress, found 0x1");
    Log tooMany = new Log(CORE, Collections.nCopies(5, Bytes32.ZERO), Bytes.EMPTY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EthLog.of(tooMany))
        .withMessage("a log has at most 4 topics, found 5");
  }
}
