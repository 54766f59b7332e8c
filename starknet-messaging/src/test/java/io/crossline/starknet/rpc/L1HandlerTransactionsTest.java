// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.EventDecodeException;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class L1HandlerTransactionsTest {
  private static final StarknetChain MAINNET = StarknetChain.MAINNET;
  private static final EthAddress CORE = MAINNET.coreContract().orElseThrow();
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  private static L1ToL2Message message(Word to, Word selector, Word word, Word nonce) {
    return L1ToL2Message.of(SENDER, to, selector, Payload.of(Felt.ONE, word), nonce)
        .withFee(UInt256.of(7));
  }

  private static L1ToL2Message message(long nonce) {
    return message(Felt.of(2), Felt.of(3), Felt.of(4), Felt.of(nonce));
  }

  private static EthLog log(L1ToL2Message message, long index) {
    return EthLogTest.at(CoreLogs.of(new LogMessageToL2(message), CORE), 5, index);
  }

  private static EthReceipt receipt(boolean succeeded, List<EthLog> logs) {
    EthReceipt real = EthReceipt.parse(RealMessages.mainnetReceipt());
    return new EthReceipt(
        real.transactionHash(),
        Optional.of(succeeded),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        logs);
  }

  @Test
  void aRealReceiptLeadsToTheRealHashes() {
    EthReceipt receipt = EthReceipt.parse(RealMessages.mainnetReceipt());
    List<LoggedMessage> messages = L1HandlerTransactions.fromReceipt(receipt, MAINNET);
    assertThat(messages).hasSize(1);
    LoggedMessage message = messages.get(0);
    assertThat(message.messageHash()).hasToString(RealMessages.MAINNET_MESSAGE_HASH);
    assertThat(message.transactionHash().orElseThrow())
        .hasToString(RealMessages.MAINNET_TRANSACTION_HASH);
    assertThat(message.message().fee()).contains(UInt256.parse("0x48c27395000"));
    assertThat(message.notDeliverable()).isEmpty();
    assertThat(message.isRemoved()).isFalse();
  }

  @Test
  void theNetworkTakesPartInTheHash() {
    StarknetChain sepolia = StarknetChain.SEPOLIA;
    EthLog log = RealMessages.sepoliaLog(sepolia.coreContract().orElseThrow());
    LoggedMessage message = L1HandlerTransactions.fromLog(log, sepolia).orElseThrow();
    assertThat(message.messageHash()).hasToString(RealMessages.SEPOLIA_MESSAGE_HASH);
    assertThat(message.transactionHash().orElseThrow())
        .hasToString(RealMessages.SEPOLIA_TRANSACTION_HASH);
    assertThat(L1HandlerTransactions.fromLog(log, MAINNET)).isEmpty();
  }

  @Test
  void severalMessagesStandInTheOrderOfTheirLogs() {
    EthLog other = EthLogTest.at(CoreLogs.of(new LogMessageToL2(message(99)), SENDER), 5, 4);
    EthLog started =
        EthLogTest.at(CoreLogs.of(new MessageToL2CancellationStarted(message(98)), CORE), 5, 5);
    List<EthLog> logs =
        List.of(log(message(12), 6), other, started, log(message(10), 1), log(message(11), 3));
    assertThat(L1HandlerTransactions.fromReceipt(receipt(true, logs), MAINNET))
        .extracting(LoggedMessage::message)
        .containsExactly(message(10), message(11), message(12));
  }

  @Test
  void aFailedTransactionSentNothing() {
    List<EthLog> logs = List.of(log(message(10), 1));
    assertThat(L1HandlerTransactions.fromReceipt(receipt(true, logs), MAINNET)).hasSize(1);
    assertThat(L1HandlerTransactions.fromReceipt(receipt(false, logs), MAINNET)).isEmpty();
  }

  @Test
  void removedLogsAreMarked() {
    EthLog log = EthLog.parse(log(message(10), 1).toJson().replace("false", "true"));
    assertThat(L1HandlerTransactions.fromLog(log, MAINNET).orElseThrow().isRemoved()).isTrue();
  }

  static Stream<Arguments> notFelts() {
    return Stream.of(
        Arguments.of(message(Felt.PRIME, Felt.ONE, Felt.ONE, Felt.ONE), "to"),
        Arguments.of(message(Felt.ONE, Felt.PRIME, Felt.ONE, Felt.ONE), "selector"),
        Arguments.of(message(Felt.ONE, Felt.ONE, Felt.PRIME, Felt.ONE), "payload[1]"),
        Arguments.of(message(Felt.ONE, Felt.ONE, Felt.ONE, Felt.PRIME), "nonce"));
  }

  @ParameterizedTest
  @MethodSource("notFelts")
  void aWordOfPOrMoreIsListedWithTheReason(L1ToL2Message message, String name) {
    LoggedMessage logged = L1HandlerTransactions.fromLog(log(message, 1), MAINNET).orElseThrow();
    assertThat(logged.message()).isEqualTo(message);
    assertThat(logged.messageHash()).isEqualTo(message.hash());
    assertThat(logged.transaction()).isEmpty();
    assertThat(logged.transactionHash()).isEmpty();
    assertThat(logged.notDeliverable().orElseThrow())
        .startsWith(name + " is " + Felt.PRIME.toHexString() + ", which is no felt");
  }

  @Test
  void theLastFeltIsDelivered() {
    L1ToL2Message message = message(Felt.MAX, Felt.MAX, Felt.MAX, Felt.MAX);
    LoggedMessage logged = L1HandlerTransactions.fromLog(log(message, 1), MAINNET).orElseThrow();
    assertThat(logged.notDeliverable()).isEmpty();
    assertThat(logged.transaction().orElseThrow().message()).isEqualTo(withoutFee(message));
  }

  private static L1ToL2Message withoutFee(L1ToL2Message message) {
    return L1ToL2Message.of(
        message.from(), message.to(), message.selector(), message.payloadWords(), message.nonce());
  }

  @Test
  void aLogThatDoesNotFitItsEventIsRefused() {
    EthLog log = log(message(10), 1);
    EthLog broken =
        new EthLog(
            CORE,
            log.topics(),
            Bytes.of(new byte[31]),
            log.blockNumber(),
            log.blockHash(),
            log.transactionHash(),
            log.transactionIndex(),
            log.logIndex(),
            false,
            log.blockTimestamp(),
            Optional.empty());
    assertThatThrownBy(() -> L1HandlerTransactions.fromLogs(List.of(broken), MAINNET))
        .isInstanceOf(EventDecodeException.class);
  }

  @Test
  void aNetworkWithoutACoreContractIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> L1HandlerTransactions.fromLogs(List.of(), StarknetChain.of("KATANA")))
        .withMessageStartingWith("network KATANA has no address of a core contract");
  }
}
