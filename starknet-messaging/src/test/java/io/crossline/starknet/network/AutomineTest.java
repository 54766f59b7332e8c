// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Direct calls on L1 in blocks of their own, or several in the next block. */
class AutomineTest {
  private final FaultyWorld world = new FaultyWorld();
  private final List<Block<Receipt>> blocks = new ArrayList<>();

  @BeforeEach
  void listen() {
    world.net.listen(
        new NetworkListener() {
          @Override
          public void l1Block(Block<Receipt> block) {
            blocks.add(block);
          }
        });
  }

  private UInt64 genesisPlus(long seconds) {
    return UInt64.of(world.net.parameters().genesis().getEpochSecond() + seconds);
  }

  @Test
  void eachCallHasABlockOfItsOwnAtFirst() {
    world.advance(5);
    world.note(1);
    world.note(2);
    assertThat(blocks).extracting(block -> block.receipts().size()).containsExactly(1, 1);
    assertThat(blocks).extracting(block -> block.info().timestamp()).containsOnly(genesisPlus(5));
    assertThat(world.net.messages()).hasSize(2);
  }

  @Test
  void severalAreMinedWithTheNextBlockInTheirOrder() {
    world.net.automine(false);
    world.advance(5);
    L1ToL2Message first = world.note(1);
    world.advance(3);
    assertThat(world.core.startL1ToL2MessageCancellation(first).isAccepted()).isTrue();
    L1ToL2Message second = world.note(2);
    // They ran, but nobody sees them before the block is finished.
    assertThat(world.net.core().l1ToL2Messages(second.hash())).isEqualTo(UInt256.of(1001));
    assertThat(blocks).isEmpty();
    assertThat(world.net.messages()).isEmpty();
    assertThat(world.net.timeline().entries()).isEmpty();
    world.advance(3);
    assertThat(blocks).isEmpty();
    world.advance(1);

    assertThat(blocks).hasSize(1);
    Block<Receipt> block = blocks.get(0);
    assertThat(block.info().number()).isEqualTo(UInt64.ONE);
    assertThat(block.info().timestamp()).isEqualTo(genesisPlus(5));
    assertThat(block.receipts()).extracting(Receipt::index).containsExactly(0, 1, 2);
    assertThat(world.net.timeline().entries())
        .hasSize(3)
        .allMatch(line -> line.time().equals(seconds(12)) && line.block().equals(UInt64.ONE));
    assertThat(world.net.messages())
        .extracting(MessageReport::hash)
        .containsExactly(first.hash(), second.hash());
    world.advance(12);
    assertThat(blocks.get(1).info().timestamp()).isEqualTo(genesisPlus(24));
  }

  @Test
  void theyRunAndSettleLikeOthers() {
    world.net.automine(false);
    L1ToL2Message first = world.note(1);
    L1ToL2Message second = world.note(2);
    world.advance(3600);
    assertThat(world.ranIn(first)).isEqualTo(world.ranIn(second));
    world.assertAllOnce(first, second);
    // The state update, too, came into a block that was due.
    assertThat(blocks).hasSize(300);
  }

  @Test
  void turnedOnAgainTheNextCallTakesAllWithIt() {
    world.net.automine(false);
    world.note(1);
    world.net.automine(true);
    assertThat(blocks).isEmpty();
    world.note(2);
    assertThat(blocks).singleElement().extracting(block -> block.receipts().size()).isEqualTo(2);
  }

  @Test
  void aReorganisationTakesTheOpenBlockToo() {
    L1ToL2Message kept = world.note(1);
    world.advance(24);
    world.net.automine(false);
    L1ToL2Message pending = world.note(2);
    world.net.reorganise(1);
    assertThat(world.net.core().l1ToL2Messages(pending.hash())).isEqualTo(UInt256.ZERO);
    assertThat(world.note(2)).isEqualTo(pending);
    world.net.await(pending, SETTLED);
    world.assertAllOnce(kept, pending);
  }
}
