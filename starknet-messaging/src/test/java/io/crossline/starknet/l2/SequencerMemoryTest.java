// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sequencer that loses its memory, and what it has to be shown again. */
class SequencerMemoryTest {
  private static final EthAddress L1 = EthAddress.truncate(UInt256.of(0xb1));
  private static final Felt TARGET = Felt.of(0x101);

  private final L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, block(1));
  private final Sequencer sequencer =
      new Sequencer(new SequencerPolicy(0, Duration.ZERO, Duration.ofSeconds(300)), chain);

  /** Notes the nonces that it was called with. */
  static final class Noting {
    @L1Handler(anyone = true)
    void note(L2Context ctx, EthAddress from) {
      ctx.storage().slot("seen", Codec.TEXT, "").update(seen -> seen + ctx.nonce() + " ");
    }
  }

  @BeforeEach
  void deploy() {
    chain.deploy(TARGET, new Noting(), roles -> {});
  }

  private static BlockInfo block(long number) {
    return new BlockInfo(UInt64.of(number), UInt64.of(1000));
  }

  private static L1ToL2Message message(long nonce, String handler) {
    return L1ToL2Message.of(L1, TARGET, Selector.ofName(handler), Payload.EMPTY, UInt256.of(nonce));
  }

  private static L1ToL2Message message(long nonce) {
    return message(nonce, "note");
  }

  private void seen(long nonce, long block) {
    sequencer.seen(message(nonce), block(block));
  }

  private List<Sequencer.Inclusion> include() {
    return sequencer.include(UInt64.of(1000), UInt64.of(2000));
  }

  private String told() {
    return chain.storageOf(TARGET).slot("seen", Codec.TEXT, "").get().trim();
  }

  private void loseBlock() {
    List<Sequencer.Inclusion> lost = include();
    chain.undoOpen();
    sequencer.lost(lost);
  }

  @Test
  void whatRanInTheLostBlockAndWhatWaitedIsForgotten() {
    seen(1, 10);
    loseBlock();
    assertThat(sequencer.oldestBlock()).isEmpty();
    assertThat(include()).isEmpty();
    seen(1, 10);
    include();
    assertThat(told()).isEqualTo("1");
  }

  @Test
  void whatRanInAFinishedBlockIsRemembered() {
    seen(1, 10);
    include();
    chain.seal(block(2));
    seen(2, 11);
    loseBlock();
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(10));
    seen(1, 10);
    seen(2, 11);
    include();
    assertThat(told()).isEqualTo("1 2");
  }

  @Test
  void whatWasDecidedInTheLostBlockIsDecidedAgainAndWhatWasBeforeIsNot() {
    sequencer.seen(message(1), block(10));
    sequencer.cancelled(message(1).hash(), block(11));
    assertThat(include()).hasSize(1);
    sequencer.seen(message(2), block(12));
    sequencer.cancelled(message(2).hash(), block(13));
    loseBlock();
    seen(1, 10);
    seen(2, 12);
    assertThat(include()).extracting(i -> i.message().nonce()).containsExactly(UInt256.of(2));
  }

  @Test
  void theOldestBlockIsThatOfTheOldestMessageThatIsNotOver() {
    assertThat(sequencer.oldestBlock()).isEmpty();
    seen(1, 10);
    seen(2, 11);
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(10));
    List<L2Receipt> receipts = include().stream().flatMap(i -> i.receipt().stream()).toList();
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(10));
    sequencer.settled(receipts.subList(0, 1));
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(11));
    sequencer.settled(receipts);
    assertThat(sequencer.oldestBlock()).isEmpty();
  }

  @Test
  void whatCameInThePlaceOfALostMessageIsOlderThanOneThatWasSentAgain() {
    seen(1, 10);
    seen(2, 10);
    include();
    sequencer.l1RolledBackTo(UInt64.of(9));
    assertThat(sequencer.oldestBlock()).isEmpty();
    sequencer.seen(message(1, "other"), block(20));
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(20));
    seen(2, 21);
    assertThat(sequencer.oldestBlock()).contains(UInt64.of(20));
  }

  @Test
  void aMessageThatIsOverIsKnownUntilItsBlockIsNotShownAgain() {
    seen(1, 10);
    sequencer.settled(include().stream().flatMap(i -> i.receipt().stream()).toList());
    seen(1, 10);
    sequencer.notShownAgainBefore(UInt64.of(10));
    seen(1, 10);
    assertThat(include()).isEmpty();
    sequencer.notShownAgainBefore(UInt64.of(11));
    seen(1, 10);
    assertThat(include()).hasSize(1);
  }

  @Test
  void whatIsTakenBackStandsAmongTheOthersInTheOrderOfTheLogs() {
    seen(1, 10);
    seen(2, 10);
    seen(3, 11);
    include();
    Block<L2Receipt> sealed = chain.seal(block(2));
    sequencer.l1RolledBackTo(UInt64.of(9));
    seen(1, 12);
    sequencer.seen(message(2, "other"), block(12));
    seen(3, 12);
    chain.undo(sealed);
    sequencer.rolledBack(sealed.receipts());
    assertThat(include())
        .extracting(i -> i.message().nonce().toString())
        .containsExactly("1", "2", "3");
    assertThat(told()).isEqualTo("1 3");
  }
}
