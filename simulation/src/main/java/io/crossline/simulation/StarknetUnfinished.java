// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What users still have to see to, read from all that happened and what L1 holds now. */
final class StarknetUnfinished implements NetworkListener {
  private final StarknetNetwork network;
  private final Map<Bytes32, L1ToL2Message> sent = new LinkedHashMap<>();
  private final Set<Bytes32> failed = new LinkedHashSet<>();
  private final Set<Bytes32> requested = new LinkedHashSet<>();
  private final Set<L2ToL1Message> arrived = new LinkedHashSet<>();

  StarknetUnfinished(StarknetNetwork network) {
    this.network = network;
    network.replay(0, this);
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    for (CoreEvent event : CoreEvents.decodeAll(network.parameters().core(), block.logs())) {
      if (event instanceof LogMessageToL2 log) {
        sent.put(log.message().hash(), log.message());
      } else if (event instanceof MessageToL2CancellationStarted log) {
        requested.add(log.message().hash());
      } else if (event instanceof LogMessageToL1 log) {
        arrived.add(log.message());
      }
    }
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    block.receipts().stream()
        .filter(receipt -> !receipt.succeeded())
        .flatMap(receipt -> receipt.handled().stream())
        .forEach(handled -> failed.add(handled.message().hash()));
    leftOut.forEach(message -> failed.add(message.messageHash()));
  }

  /** How many messages L1 has taken. */
  int sent() {
    return sent.size();
  }

  /** Messages to L1 that somebody may consume, once for each copy. */
  List<L2ToL1Message> arrived() {
    return arrived.stream()
        .flatMap(
            message -> {
              long copies = network.core().l2ToL1Messages(message.hash()).longValueExact();
              return Collections.nCopies((int) copies, message).stream();
            })
        .toList();
  }

  /** Messages that failed and that nobody asked to cancel. */
  List<L1ToL2Message> failed() {
    return failed.stream().filter(hash -> !requested.contains(hash)).flatMap(this::held).toList();
  }

  /** Messages that somebody wants to cancel. */
  List<L1ToL2Message> requested() {
    return requested.stream().flatMap(this::held).toList();
  }

  private Stream<L1ToL2Message> held(Bytes32 hash) {
    L1ToL2Message message = sent.get(hash);
    return message == null || network.core().l1ToL2Messages(hash).isZero()
        ? Stream.empty()
        : Stream.of(message);
  }
}
