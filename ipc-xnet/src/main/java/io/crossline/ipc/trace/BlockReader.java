// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells what the logs of one block say of messages. */
final class BlockReader {
  private final TracedNetwork network;
  private final ObservedBlock block;
  private final UInt256 epoch;
  private final List<Sighting> seen = new ArrayList<>();

  private BlockReader(TracedNetwork network, ObservedBlock block) {
    this.network = network;
    this.block = block;
    this.epoch = CheckpointEpoch.next(block.info().number().toUInt256(), network.checkPeriod());
  }

  static List<Sighting> read(TracedNetwork network, ObservedBlock block) {
    BlockReader reader = new BlockReader(network, block);
    for (int i = 0; i < block.logs().size(); i++) {
      Log log = block.logs().get(i);
      if (log.emitter().equals(network.gateway())) {
        LogPoint at = new LogPoint(network.id(), block.info(), i);
        GatewayEvent.parse(log).ifPresent(event -> reader.event(event, at));
      }
    }
    return reader.seen;
  }

  private void event(GatewayEvent event, LogPoint at) {
    if (event instanceof NewTopDownMessage down) {
      add(down.id(), Step.SENT_DOWN, at, Optional.of(down.message()), Optional.of(down.subnet()));
    } else if (event instanceof QueuedBottomUpMessage queued) {
      add(queued.id(), Step.QUEUED, at, Optional.empty(), Optional.empty());
    } else if (event instanceof MessageStoredInPostbox stored) {
      add(stored.id(), Step.STORED, at, Optional.empty(), Optional.empty());
    } else if (event instanceof MessagePropagatedFromPostbox propagated) {
      cameOutOfThePostbox();
      add(propagated.id(), Step.PROPAGATED, at, Optional.empty(), Optional.empty());
    } else if (event instanceof BottomUpBatchRecorded batch) {
      for (int i = 0; i < batch.msgs().size(); i++) {
        cut(batch.msgs().get(i), batch.checkpointHeight().toUInt256(), at, i);
      }
    }
  }

  private void add(
      Bytes32 id,
      Step step,
      LogPoint at,
      Optional<IpcEnvelope> envelope,
      Optional<EthAddress> child) {
    Optional<UInt256> height = step == Step.QUEUED ? Optional.of(epoch) : Optional.empty();
    seen.add(new Sighting(id, step, at, 0, envelope, child, height, false));
  }

  private void cut(IpcEnvelope message, UInt256 height, LogPoint at, int position) {
    seen.add(
        new Sighting(
            message.tracingId(),
            Step.CUT,
            at,
            position,
            Optional.of(message),
            Optional.empty(),
            Optional.of(height),
            false));
  }

  /** The gateway commits a message just before it says that the message left the postbox. */
  private void cameOutOfThePostbox() {
    int last = seen.size() - 1;
    if (last >= 0
        && (seen.get(last).step() == Step.SENT_DOWN || seen.get(last).step() == Step.QUEUED)) {
      Sighting commit = seen.get(last);
      seen.set(
          last,
          new Sighting(
              commit.id(),
              commit.step(),
              commit.at(),
              commit.position(),
              commit.envelope(),
              commit.child(),
              commit.epoch(),
              true));
    }
  }
}
