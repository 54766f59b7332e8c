// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.AddressWord;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.EventBeforeNonces;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.tracking.MessageId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Values and messages of Starknet. L1 takes any words, so messages have words that are no felts,
 * too.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class StarknetArbitraries {
  private StarknetArbitraries() {}

  /**
   * Felts.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Felt> felt() {
    return Arbitraries.oneOf(
            ValueArbitraries.uint256().filter(Felt::fits).map(Felt::of),
            Arbitraries.of(Felt.ZERO, Felt.ONE, Felt.MAX))
        .withoutEdgeCases();
  }

  /**
   * Payloads of words.
   *
   * @param most how many words at most
   * @return the arbitrary
   */
  public static Arbitrary<Payload> payload(int most) {
    return ValueArbitraries.uint256().list().ofMaxSize(most).map(Payload::of).withoutEdgeCases();
  }

  /**
   * Messages to L2, without a fee.
   *
   * @return the arbitrary
   */
  public static Arbitrary<L1ToL2Message> l1ToL2Message() {
    Arbitrary<UInt256> word = ValueArbitraries.uint256();
    return Combinators.combine(ValueArbitraries.ethAddress(), word, word, payload(8), word)
        .as(L1ToL2Message::of);
  }

  /**
   * Messages to L1.
   *
   * @return the arbitrary
   */
  public static Arbitrary<L2ToL1Message> l2ToL1Message() {
    return Combinators.combine(
            ValueArbitraries.uint256(), ValueArbitraries.ethAddress(), payload(8))
        .as(L2ToL1Message::of);
  }

  /**
   * Addresses as events carry them: felts, addresses of L1, and words that are neither.
   *
   * @return the arbitrary
   */
  public static Arbitrary<AddressWord> addressWord() {
    return Arbitraries.oneOf(
            felt().map(AddressWord::of),
            ValueArbitraries.ethAddress().map(AddressWord::of),
            ValueArbitraries.uint256().map(AddressWord::of),
            Arbitraries.of(AddressWord.of(Felt.PRIME)))
        .withoutEdgeCases();
  }

  /**
   * Selectors: of names, the default one, and any felt.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Selector> selector() {
    return Arbitraries.oneOf(
            Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20).map(Selector::ofName),
            Arbitraries.of(Selector.DEFAULT),
            felt().map(Selector::of))
        .withoutEdgeCases();
  }

  /**
   * Signed numbers, such as the core contract's block number.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Int256> int256() {
    UInt256 lowest = UInt256.ofLimbs(Long.MIN_VALUE, 0, 0, 0);
    return Arbitraries.oneOf(
            ValueArbitraries.uint256().map(Int256::new),
            Arbitraries.longs().between(-3, 1000).map(Int256::of),
            Arbitraries.of(new Int256(lowest), new Int256(lowest.minus(UInt256.ONE))))
        .withoutEdgeCases();
  }

  /**
   * What the core contract emits.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CoreEvent> coreEvent() {
    Arbitrary<L1ToL2Message> toL2 = l1ToL2Message();
    Arbitrary<L2ToL1Message> toL1 = l2ToL1Message();
    Arbitrary<UInt256> word = ValueArbitraries.uint256();
    return Arbitraries.<CoreEvent>oneOf(
            toL2.map(LogMessageToL2::new),
            Combinators.combine(toL2, word).as((m, fee) -> new LogMessageToL2(m.withFee(fee))),
            toL2.map(ConsumedMessageToL2::new),
            toL2.map(MessageToL2CancellationStarted::new),
            toL2.map(MessageToL2Canceled::new),
            toL1.map(LogMessageToL1::new),
            toL1.map(ConsumedMessageToL1::new),
            ValueArbitraries.bytes32().map(LogStateTransitionFact::new),
            Combinators.combine(word, int256(), word).as(LogStateUpdate::new))
        .withoutEdgeCases();
  }

  /**
   * What core contracts emitted before messages had nonces.
   *
   * @return the arbitrary
   */
  public static Arbitrary<EventBeforeNonces> eventBeforeNonces() {
    return Combinators.combine(
            Arbitraries.of("LogMessageToL2", "ConsumedMessageToL2"), l1ToL2Message())
        .as(
            (name, message) ->
                new EventBeforeNonces(
                    name,
                    message.from(),
                    message.to().value(),
                    message.selector(),
                    message.payloadWords()));
  }

  /**
   * Transactions that run a handler on L2: what becomes of messages that are felts throughout.
   *
   * @return the arbitrary
   */
  public static Arbitrary<L1HandlerTransaction> l1HandlerTransaction() {
    Arbitrary<List<Felt>> calldata =
        Combinators.combine(ValueArbitraries.ethAddress().map(Felt::of), felt().list().ofMaxSize(8))
            .as(StarknetArbitraries::joined);
    return Combinators.combine(felt(), selector(), calldata, felt(), chain().map(StarknetChain::id))
        .as(L1HandlerTransaction::new)
        .withoutEdgeCases();
  }

  private static List<Felt> joined(Felt first, List<Felt> others) {
    List<Felt> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  /**
   * Networks: the public ones, and others without a known core contract.
   *
   * @return the arbitrary
   */
  public static Arbitrary<StarknetChain> chain() {
    return Arbitraries.oneOf(
            Arbitraries.of(StarknetChain.MAINNET, StarknetChain.SEPOLIA),
            Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(1)
                .ofMaxLength(31)
                .map(StarknetChain::of))
        .withoutEdgeCases();
  }

  /**
   * Versions of the core contract.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CoreRules> coreRules() {
    return Arbitraries.of(CoreRules.all());
  }

  /**
   * Names that trackers have for messages.
   *
   * @return the arbitrary
   */
  public static Arbitrary<MessageId> messageId() {
    return Arbitraries.oneOf(
            ValueArbitraries.bytes32().map(MessageId::toL2),
            Combinators.combine(
                    ValueArbitraries.bytes32(), Arbitraries.longs().between(1, 1_000_000))
                .as(MessageId::toL1))
        .withoutEdgeCases();
  }
}
