// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.NetworkStore;
import io.crossline.core.record.RecordReader;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Int256;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** L1 with the core contract: makes blocks, and takes the latest ones back where it is told to. */
final class L1Layer {
  private final Chain chain;
  private final StarknetCore core;

  /** The blocks that can be taken back, oldest first. */
  private final Deque<Block<Receipt>> recent = new ArrayDeque<>();

  /** Coins given in blocks that can be taken back: giving them is no transaction. */
  private final HostDeque<Gift> gifts;

  private record Gift(UInt64 block, EthAddress account, UInt256 coins) {
    private static final Codec<Gift> CODEC =
        RecordReader.codec(Gift.class, Codec.UINT64, Codec.ADDRESS, Codec.UINT256);
  }

  L1Layer(
      StarknetParameters parameters,
      BlockInfo first,
      Prover prover,
      UInt256 programHash,
      UInt256 configHash,
      NetworkStore store) {
    chain = store.chain("L1", first);
    gifts = new HostDeque<>(store.state(), "gifts", Gift.CODEC);
    CoreSetup.Builder setup =
        CoreSetup.builder()
            .rules(parameters.rules())
            .facts(prover)
            .governor(parameters.operator())
            .operator(parameters.operator())
            .messageCancellationDelay(UInt256.of(parameters.messageCancellationDelay().toSeconds()))
            .programs(programHash, UInt256.ZERO, configHash)
            .l2State(UInt256.ZERO, Int256.of(0), UInt256.ZERO)
            .l1ToL2MessageNonce(parameters.firstNonce());
    if (!parameters.feeCollector().isZero()) {
      setup.feeCollector(parameters.feeCollector());
    }
    core = StarknetCore.deploy(chain, parameters.core(), setup.build());
    chain.state().journal().clear();
    List<Block<Receipt>> restored = chain.restored();
    int older = Math.max(0, restored.size() - StarknetNetwork.MAX_L1_REORG);
    recent.addAll(restored.subList(older, restored.size()));
  }

  Chain chain() {
    return chain;
  }

  StarknetCore core() {
    return core;
  }

  /** The number of the latest finished block; 0 before the first one. */
  UInt64 head() {
    return chain.block().number().minus(UInt64.ONE);
  }

  /** Gives coins to an account, which a reorganisation does not take back. */
  void give(EthAddress account, UInt256 coins) {
    chain.mint(account, coins);
    gifts.addLast(new Gift(chain.block().number(), account, coins));
  }

  /** Ends the open block at a time and opens the next one. */
  Block<Receipt> mine(UInt64 now) {
    if (chain.isBlockEmpty()) {
      chain.restamp(now);
    }
    Block<Receipt> block = chain.seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), now));
    recent.addLast(block);
    if (recent.size() > StarknetNetwork.MAX_L1_REORG) {
      UInt64 fixed = recent.removeFirst().info().number();
      while (!gifts.isEmpty() && gifts.getFirst().block.compareTo(fixed) <= 0) {
        gifts.removeFirst();
      }
    }
    return block;
  }

  /** Nobody will ask for the blocks before one again; a store forgets those that are final too. */
  void notNeededBefore(UInt64 number) {
    UInt64 first = recent.isEmpty() ? number : recent.getFirst().info().number();
    UInt64 needed = first.compareTo(number) < 0 ? first : number;
    if (needed.compareTo(UInt64.ONE) > 0) {
      chain.fixed(needed.minus(UInt64.ONE));
    }
  }

  /** How many blocks can be taken back. */
  int undoable() {
    return recent.size();
  }

  /**
   * Refuses a reorganisation that takes more blocks than can be lost.
   *
   * @return the number of blocks
   * @throws IllegalArgumentException if it is another number
   */
  int requireUndoable(int blocks) {
    if (blocks < 1 || blocks > undoable()) {
      throw new IllegalArgumentException(
          "L1: found a reorganisation of "
              + blocks
              + " blocks, must be from 1 to "
              + undoable()
              + " (of the latest "
              + StarknetNetwork.MAX_L1_REORG
              + ", those that there are)");
    }
    return blocks;
  }

  /**
   * Takes the latest blocks back and puts empty ones in their places.
   *
   * @return the empty blocks, oldest first
   */
  List<Block<Receipt>> reorganise(int blocks) {
    BlockInfo open = chain.block();
    Deque<BlockInfo> places = new ArrayDeque<>();
    for (int i = 0; i < blocks; i++) {
      Block<Receipt> last = recent.removeLast();
      chain.undo(last);
      places.addFirst(last.info());
    }
    UInt64 first = chain.block().number();
    giveAgain(first);
    places.addLast(open);
    List<Block<Receipt>> empty = new ArrayList<>();
    places.stream().skip(1).forEach(next -> empty.add(chain.seal(next)));
    recent.addAll(empty);
    return empty;
  }

  /**
   * Gives what was given in lost blocks, which counts as given in the first of them from now on.
   */
  private void giveAgain(UInt64 first) {
    List<Gift> lost = new ArrayList<>();
    while (!gifts.isEmpty() && gifts.getLast().block.compareTo(first) >= 0) {
      lost.add(0, gifts.removeLast());
    }
    for (Gift gift : lost) {
      chain.mint(gift.account, gift.coins);
      gifts.addLast(new Gift(first, gift.account, gift.coins));
    }
  }
}
