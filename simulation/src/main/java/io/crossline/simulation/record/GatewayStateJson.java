// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a gateway holds, as steps of the suite {@code ipc.gateway} have it. */
final class GatewayStateJson {
  private final Gateway gateway;
  private final Map<EthAddress, String> children;

  GatewayStateJson(Gateway gateway, Map<EthAddress, String> children) {
    this.gateway = gateway;
    this.children = Map.copyOf(children);
  }

  /** How many messages the batch has that a block fills. */
  int batchSize(UInt64 block) {
    return gateway.view().batchSize(epoch(block));
  }

  private UInt256 epoch(UInt64 block) {
    return CheckpointEpoch.next(block.toUInt256(), gateway.config().bottomUpCheckPeriod());
  }

  /**
   * The state now.
   *
   * @param block the open block
   * @param sizeBefore how many messages its batch had before the step
   */
  Members held(UInt64 block, int sizeBefore) {
    return new Members()
        .put("bottomUpNonce", gateway.view().bottomUpNonce())
        .put("appliedTopDownNonce", gateway.view().appliedTopDownNonce())
        .put("children", gateway.view().listSubnets().stream().map(this::child).toList())
        .put("postboxKeys", gateway.view().postboxMsgs().stream().map(Bytes32::toString).toList())
        .any("batch", batch(epoch(block), sizeBefore));
  }

  private Object child(Subnet child) {
    String alias = children.get(child.id().actor());
    return new Members()
        .put("alias", alias == null ? child.id().toString() : alias)
        .put("subnetId", subnetId(child.id()))
        .put("topDownNonce", child.topDownNonce())
        .put("appliedBottomUpNonce", child.appliedBottomUpNonce())
        .put("circSupply", child.circSupply())
        .put("stake", child.stake())
        .toMap();
  }

  private @Nullable Object batch(UInt256 epoch, int sizeBefore) {
    BottomUpMsgBatch batch = gateway.view().bottomUpMsgBatch(epoch);
    if (batch.equals(BottomUpMsgBatch.NONE)) {
      return null;
    }
    int size = batch.msgs().size();
    List<Object> added =
        batch.msgs().subList(sizeBefore, size).stream()
            .<Object>map(message -> GatewayWords.envelope(message).toMap())
            .toList();
    return new Members()
        .put("epoch", epoch)
        .put("blockHeight", batch.blockHeight())
        .put("subnetId", subnetId(batch.subnetId()))
        .put("size", size)
        .put("hash", batch.hash().toString())
        .put("added", added)
        .toMap();
  }

  /** An id of a network. */
  static Members subnetId(SubnetId id) {
    return new Members()
        .put("root", id.root())
        .put("route", id.route().stream().map(EthAddress::toString).toList());
  }
}
