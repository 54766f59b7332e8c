// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.AppHash;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.StateCommitmentCreated;
import io.crossline.ipc.topdown.ParentView;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as the logs of the subnet's gateway tell it.
 *
 * <p>Immutable and thread-safe.
 */
public record CommittedCheckpoint(
    UInt64 height, StateCommitment breakdown, List<IpcEnvelope> messages) {
  /** The checkpoint of a finished block, nothing if none was committed there. */
  static Optional<CommittedCheckpoint> read(ParentView chain, EthAddress gateway, UInt64 height) {
    @Nullable StateCommitment breakdown = null;
    for (Log log : chain.logs(height)) {
      if (!log.emitter().equals(gateway)) {
        continue;
      }
      GatewayEvent event = GatewayEvent.parse(log).orElse(null);
      if (event instanceof StateCommitmentCreated created) {
        breakdown = created.breakdown();
      } else if (event instanceof BottomUpBatchRecorded recorded && breakdown != null) {
        return Optional.of(new CommittedCheckpoint(height, breakdown, recorded.msgs()));
      }
    }
    return Optional.empty();
  }

  public CheckpointHeader header(SubnetId subnet) {
    return new CheckpointHeader(subnet, height, AppHash.of(breakdown));
  }
}
