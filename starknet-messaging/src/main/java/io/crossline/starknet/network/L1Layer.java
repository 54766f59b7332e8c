// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
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
  private final Deque<Block> recent = new ArrayDeque<>();

  /** Coins given in blocks that can be taken back: giving them is no transaction. */
  private final List<Gift> gifts = new ArrayList<>();

  private record Gift(UInt64 block, EthAddress account, UInt256 coins) {}

  L1Layer(
      StarknetParameters parameters,
      BlockInfo first,
      Prover prover,
      UInt256 programHash,
      UInt256 configHash) {
    chain = new Chain("L1", first);
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
    gifts.add(new Gift(chain.block().number(), account, coins));
  }

  /** Ends the open block at a time and opens the next one. */
  Block mine(UInt64 now) {
    if (chain.isBlockEmpty()) {
      chain.restamp(now);
    }
    Block block = chain.seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), now));
    recent.addLast(block);
    if (recent.size() > StarknetNetwork.MAX_L1_REORG) {
      UInt64 fixed = recent.removeFirst().info().number();
      gifts.removeIf(gift -> gift.block().compareTo(fixed) <= 0);
    }
    return block;
  }

  /** How many blocks can be taken back. */
  int undoable() {
    return recent.size();
  }

  /**
   * Takes the latest blocks back and puts empty ones in their places.
   *
   * @return the empty blocks, oldest first
   */
  List<Block> reorganise(int blocks) {
    BlockInfo open = chain.block();
    Deque<BlockInfo> places = new ArrayDeque<>();
    for (int i = 0; i < blocks; i++) {
      Block last = recent.removeLast();
      chain.undo(last);
      places.addFirst(last.info());
    }
    UInt64 first = chain.block().number();
    gifts.stream()
        .filter(gift -> gift.block().compareTo(first) >= 0)
        .forEach(gift -> chain.mint(gift.account(), gift.coins()));
    places.addLast(open);
    List<Block> empty = new ArrayList<>();
    places.stream().skip(1).forEach(next -> empty.add(chain.seal(next)));
    recent.addAll(empty);
    return empty;
  }
}
