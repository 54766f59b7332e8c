// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Undoing the open block of L2, giving it another time, and asking before handlers run. */
class OpenBlockTest {
  private static final Felt TARGET = Felt.of(0x101);

  private final L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, block(1, 1000));

  /** Counts its calls. */
  static final class Counter {
    private final L2Chain chain;

    Counter(L2Chain chain) {
      this.chain = chain;
    }

    @L1Handler(anyone = true)
    void count(L2Context ctx, EthAddress from) {
      ctx.storage().slot("n", Codec.UINT256, UInt256.ZERO).update(n -> n.plus(UInt256.ONE));
    }

    @L1Handler(anyone = true)
    void undo(L2Context ctx, EthAddress from) {
      chain.undoOpen();
    }
  }

  @BeforeEach
  void deploy() {
    chain.deploy(TARGET, new Counter(chain), roles -> {});
  }

  private static BlockInfo block(long number, long time) {
    return new BlockInfo(UInt64.of(number), UInt64.of(time));
  }

  private L2Receipt run(String handler) {
    return chain.execute(
        L1HandlerTransaction.of(
            L1ToL2Message.of(
                EthAddress.truncate(UInt256.of(0xb1)),
                TARGET,
                Selector.ofName(handler),
                Payload.EMPTY,
                UInt256.ZERO),
            chain.network()));
  }

  private UInt256 count() {
    return chain.storageOf(TARGET).slot("n", Codec.UINT256, UInt256.ZERO).get();
  }

  @Test
  void whatRanIsUndoneAndTheBlockStaysOpen() {
    run("count");
    Block<L2Receipt> first = chain.seal(block(2, 1006));
    run("count");
    run("count");
    assertThat(count()).isEqualTo(UInt256.of(3));
    chain.undoOpen();
    assertThat(count()).isEqualTo(UInt256.ONE);
    assertThat(chain.block()).isEqualTo(block(2, 1006));
    assertThat(chain.isBlockEmpty()).isTrue();
    run("count");
    Block<L2Receipt> second = chain.seal(block(3, 1012));
    assertThat(second.receipts()).hasSize(1);
    assertThat(second.parentHash()).isEqualTo(first.hash());
    chain.undo(second);
    chain.undo(first);
    assertThat(count()).isEqualTo(UInt256.ZERO);
  }

  @Test
  void notWhileATransactionRuns() {
    assertThat(run("undo").revertReason())
        .hasValueSatisfying(reason -> assertThat(reason).contains("a transaction is running"));
  }

  @Test
  void anEmptyBlockGetsAnotherTime() {
    chain.restamp(UInt64.of(1000));
    chain.restamp(UInt64.of(1500));
    assertThat(chain.block()).isEqualTo(block(1, 1500));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.restamp(UInt64.of(1499)))
        .withMessage("L2: time 1499 is before the block's time 1500");
    run("count");
    assertThatIllegalStateException()
        .isThrownBy(() -> chain.restamp(UInt64.of(1600)))
        .withMessage("L2: block 1 has transactions; its time cannot change");
    assertThat(chain.block()).isEqualTo(block(1, 1500));
  }

  @Test
  void theGateIsAskedBeforeEachHandler() {
    List<String> asked = new ArrayList<>();
    chain.guard(
        (contract, handler) -> {
          asked.add(contract + "." + handler);
          return asked.size() == 1 ? Optional.of("closed") : Optional.empty();
        });
    assertThat(run("count").revertReason()).contains("\"closed\"");
    assertThat(count()).isEqualTo(UInt256.ZERO);
    assertThat(run("count").succeeded()).isTrue();
    assertThat(run("nobody").revertReason()).contains("\"ENTRYPOINT_NOT_FOUND\"");
    assertThat(asked).hasSize(2).containsOnly(TARGET + ".count");
  }
}
