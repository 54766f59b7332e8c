// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.chain.TransactionReceipt;
import io.crossline.core.follow.FollowedBlock;
import io.crossline.core.follow.FollowedChain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest blocks of one network, in whatever order they came, and what they said. */
final class NetworkBlocks {
  private final TracedNetwork network;
  private final FollowedChain<Sighting> chain;

  NetworkBlocks(TracedNetwork network) {
    this.network = network;
    chain = new FollowedChain<>(network.name(), network.undoableBlocks(), "undoableBlocks", true);
  }

  TracedNetwork network() {
    return network;
  }

  /** Takes in a block; what it says, or nothing if it is known. Refuses one that does not fit. */
  Optional<List<Sighting>> take(ObservedBlock block) {
    List<Log> logs =
        block.logs().stream().filter(log -> log.emitter().equals(network.gateway())).toList();
    FollowedBlock followed =
        FollowedBlock.of(
            block.info(),
            block.hash(),
            block.parentHash(),
            FollowedBlock.digest(
                logs::isEmpty, sponge -> TransactionReceipt.absorbLogs(logs, sponge)));
    if (!chain.isNew(followed)) {
      return Optional.empty();
    }
    List<Sighting> sightings = BlockReader.read(network, block);
    FollowedChain.Entry<Sighting> entry = chain.append(followed);
    sightings.forEach(entry::add);
    return Optional.of(sightings);
  }

  /** Takes back all blocks above a number; gives what they said. */
  List<Sighting> takeBackAbove(UInt64 number) {
    List<Sighting> taken = new ArrayList<>();
    // In the order of the blocks, as they were told.
    chain.takeBackAbove(number).forEach(entry -> taken.addAll(0, entry.said()));
    return taken;
  }

  Optional<UInt64> head() {
    return chain.head().map(BlockInfo::number);
  }

  /** The last block that can no longer be taken back. */
  Optional<UInt64> lastFixed() {
    return chain.lastFixed();
  }
}
