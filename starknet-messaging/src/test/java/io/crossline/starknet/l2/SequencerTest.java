// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.chain.Block;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequencerTest {
  private static final EthAddress L1 = EthAddress.truncate(UInt256.of(0xb1));
  private static final Felt TARGET = Felt.of(0x101);
  private static final SequencerPolicy POLICY =
      new SequencerPolicy(3, Duration.ofSeconds(100), Duration.ofSeconds(300));

  /** Notes the nonces that it was called with. */
  static final class Noting {
    @L1Handler(anyone = true)
    void note(L2Context ctx, EthAddress from) {
      ctx.storage().slot("seen", Codec.TEXT, "").update(seen -> seen + ctx.nonce() + " ");
    }

    @L1Handler(anyone = true)
    void fail(L2Context ctx, EthAddress from) {
      throw new CairoPanic("no");
    }
  }

  private final L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, block(1, 0));
  private final Sequencer sequencer = new Sequencer(POLICY, chain);

  private static BlockInfo block(long number, long time) {
    return new BlockInfo(UInt64.of(number), UInt64.of(time));
  }

  private static L1ToL2Message message(long nonce) {
    return message(nonce, TARGET, Selector.ofName("note"), Payload.EMPTY);
  }

  private static L1ToL2Message message(long nonce, Word to, Word selector, Payload payload) {
    return L1ToL2Message.of(L1, to, selector, payload, UInt256.of(nonce));
  }

  @BeforeEach
  void deploy() {
    chain.deploy(TARGET, new Noting(), roles -> {});
  }

  private String seen() {
    return chain.storageOf(TARGET).slot("seen", Codec.TEXT, "").get();
  }

  /** The nonces of what was done; those left out in brackets. */
  private String include(long l1Head, long now) {
    StringBuilder done = new StringBuilder();
    for (Sequencer.Inclusion inclusion : sequencer.include(UInt64.of(l1Head), UInt64.of(now))) {
      UInt256 nonce = inclusion.message().nonce();
      done.append(inclusion.receipt().isPresent() ? nonce + " " : "[" + nonce + "] ");
    }
    return done.toString().trim();
  }

  /** A moment at which everything is due. */
  private String includeAll() {
    return include(1_000_000, 1_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "13, 1100, 1",
    "12, 1100, ''",
    "13, 1099, ''",
    "12, 9999, ''",
    "9999, 1099, ''",
    "9999, 9999, 1",
  })
  void aMessageWaitsForConfirmationsAndCooldown(long l1Head, long now, String done) {
    sequencer.seen(message(1), block(10, 1000));
    assertThat(include(l1Head, now)).isEqualTo(done);
    assertThat(seen().trim()).isEqualTo(done);
    assertThat(POLICY.confirmed(UInt64.of(10), UInt64.of(l1Head))).isEqualTo(l1Head >= 13);
  }

  @Test
  void nothingIsRunTwice() {
    sequencer.seen(message(1), block(10, 1000));
    sequencer.seen(message(1), block(10, 1000));
    sequencer.seen(message(1).withFee(UInt256.ONE), block(11, 1000));
    assertThat(includeAll()).isEqualTo("1");
    sequencer.seen(message(1), block(10, 1000));
    assertThat(includeAll()).isEmpty();
    assertThat(seen()).isEqualTo("1 ");
  }

  @Test
  void theOrderIsThatOfTheLogs() {
    sequencer.seen(message(3), block(10, 1000));
    sequencer.seen(message(1), block(10, 1000));
    sequencer.seen(message(2), block(11, 1012));
    assertThat(include(13, 1100)).isEqualTo("3 1");
    assertThat(include(14, 1112)).isEqualTo("2");
    assertThat(seen()).isEqualTo("3 1 2 ");
  }

  @Test
  void aHandlerThatFailsIsNotRunAgain() {
    sequencer.seen(message(1, TARGET, Selector.ofName("fail"), Payload.EMPTY), block(10, 1000));
    sequencer.seen(message(2), block(10, 1000));
    List<Sequencer.Inclusion> done = sequencer.include(UInt64.of(99), UInt64.of(9999));
    assertThat(done)
        .extracting(i -> i.receipt().orElseThrow().succeeded())
        .containsExactly(false, true);
    assertThat(includeAll()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"to", "selector", "payload", "nonce"})
  void aWordThatIsNoFeltIsLeftOut(String word) {
    UInt256 large = Felt.PRIME;
    L1ToL2Message wrong =
        L1ToL2Message.of(
            L1,
            word.equals("to") ? large : TARGET,
            word.equals("selector") ? large : Selector.ofName("note"),
            word.equals("payload") ? Payload.of(large) : Payload.EMPTY,
            word.equals("nonce") ? large : UInt256.ONE);
    sequencer.seen(wrong, block(10, 1000));
    sequencer.seen(message(2), block(10, 1000));
    List<Sequencer.Inclusion> done = sequencer.include(UInt64.of(99), UInt64.of(9999));
    assertThat(done).extracting(i -> i.receipt().isPresent()).containsExactly(false, true);
    assertThat(done.get(0).message()).isEqualTo(wrong);
    assertThat(seen()).isEqualTo("2 ");
    assertThat(chain.seal(block(2, 0)).receipts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"1299, 1", "1300, [1]", "5000, [1]"})
  void afterACancellationRequestItIsIncludedUntilTheTimelock(long now, String done) {
    sequencer.seen(message(1), block(10, 900));
    sequencer.cancellationStarted(message(1).hash(), block(11, 1000));
    assertThat(include(99, now)).isEqualTo(done);
    assertThat(includeAll()).isEmpty();
  }

  @Test
  void whatIsCancelledIsLeftOut() {
    sequencer.seen(message(1), block(10, 1000));
    sequencer.seen(message(2), block(10, 1000));
    sequencer.cancelled(message(1).hash(), block(11, 1000));
    assertThat(includeAll()).isEqualTo("[1] 2");
  }

  private List<L2Receipt> seal(long next) {
    return chain.seal(block(next, 0)).receipts();
  }

  @Test
  void whatIsRolledBackRunsAgainInOrderAndBeforeTheRest() {
    sequencer.seen(message(1), block(10, 1000));
    sequencer.seen(message(2), block(10, 1000));
    sequencer.seen(message(3), block(10, 1000));
    assertThat(includeAll()).isEqualTo("1 2 3");
    Block<L2Receipt> block = chain.seal(block(2, 0));
    sequencer.seen(message(4), block(11, 1012));
    chain.undo(block);
    sequencer.rolledBack(block.receipts());
    sequencer.cancelled(message(2).hash(), block(11, 1000));

    assertThat(seen()).isEmpty();
    assertThat(include(12, 9999)).isEmpty();
    assertThat(include(13, 9999)).isEqualTo("1 [2] 3");
    assertThat(include(14, 9999)).isEqualTo("4");
    assertThat(seen()).isEqualTo("1 3 4 ");
  }

  @Test
  void aRequestBeforeTheRollbackStillCounts() {
    sequencer.seen(message(1), block(10, 1000));
    sequencer.cancellationStarted(message(1).hash(), block(11, 1000));
    assertThat(include(99, 1200)).isEqualTo("1");
    Block<L2Receipt> block = chain.seal(block(2, 0));
    chain.undo(block);
    sequencer.rolledBack(block.receipts());
    assertThat(include(99, 1300)).isEqualTo("[1]");
    assertThat(seen()).isEmpty();
  }

  @Test
  void whatIsSettledIsNotTakenBack() {
    sequencer.seen(message(1), block(10, 1000));
    assertThat(includeAll()).isEqualTo("1");
    List<L2Receipt> receipts = seal(2);
    sequencer.settled(receipts);
    sequencer.rolledBack(receipts);
    assertThat(includeAll()).isEmpty();
    assertThat(seen()).isEqualTo("1 ");
  }

  @Test
  void whatSomebodyElseRanIsPassedOver() {
    List<L2Receipt> foreign = new ArrayList<>();
    foreign.add(chain.execute(L1HandlerTransaction.of(message(1), chain.network())));
    foreign.add(
        chain.execute(
            new L1HandlerTransaction(
                TARGET, Selector.ofName("note"), List.of(Felt.MAX), Felt.ZERO, Felt.ZERO)));
    sequencer.settled(foreign);
    sequencer.rolledBack(foreign);
    assertThat(includeAll()).isEmpty();
  }

  @Test
  void anErrorOfTheHostLosesNoMessage() {
    boolean[] broken = {true};
    Felt flaky = Felt.of(0x102);
    chain.deploy(flaky, new Flaky(broken), roles -> {});
    sequencer.seen(message(1, flaky, Selector.ofName("run"), Payload.EMPTY), block(10, 1000));
    assertThatExceptionOfType(AssertionError.class).isThrownBy(this::includeAll);
    broken[0] = false;
    assertThat(includeAll()).isEqualTo("1");
  }

  static final class Flaky {
    private final boolean[] broken;

    Flaky(boolean[] broken) {
      this.broken = broken;
    }

    @L1Handler(anyone = true)
    void run(L2Context ctx, EthAddress from) {
      if (broken[0]) {
        throw new AssertionError("host");
      }
    }
  }

  @Test
  void nothingIsKeptOfMessagesThatAreDoneWith() throws IllegalAccessException {
    List<Bytes32> leftOut = new ArrayList<>();
    for (long nonce = 0; nonce < 100; nonce++) {
      L1ToL2Message message =
          nonce % 4 == 0 ? message(nonce, TARGET, Felt.PRIME, Payload.EMPTY) : message(nonce);
      sequencer.seen(message, block(10, 1000));
      sequencer.cancellationStarted(message.hash(), block(10, 1000));
      if (nonce % 4 == 1) {
        sequencer.cancelled(message.hash(), block(10, 1000));
      }
      include(99, 1100);
      sequencer.settled(seal(nonce + 2));
      leftOut.add(message.hash());
      sequencer.cancellationStarted(message.hash(), block(10, 1000));
      sequencer.cancelled(message.hash(), block(10, 1000));
    }
    sequencer.leftOutForGood(leftOut);
    sequencer.notShownAgainBefore(UInt64.of(11));
    for (var field : Arrays.stream(Sequencer.class.getDeclaredFields()).toList()) {
      field.setAccessible(true);
      Object value = field.get(sequencer);
      if (value instanceof java.util.Collection<?> kept) {
        assertThat(kept).as(field.getName()).isEmpty();
      } else if (value instanceof java.util.Map<?, ?> kept) {
        assertThat(kept).as(field.getName()).isEmpty();
      }
    }
  }

  @Test
  void aPolicyHasNothingNegative() {
    assertThat(SequencerPolicy.DEFAULT)
        .isEqualTo(new SequencerPolicy(3, Duration.ofSeconds(255), Duration.ofMinutes(5)));
    Duration negative = Duration.ofSeconds(-1);
    Duration none = Duration.ZERO;
    assertThat(new SequencerPolicy(0, none, none).confirmations()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> new SequencerPolicy(-1, none, none));
    assertThatIllegalArgumentException().isThrownBy(() -> new SequencerPolicy(0, negative, none));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SequencerPolicy(0, none, negative))
        .withMessageContaining("none may be negative");
  }
}
