// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.Direction;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes in messages that arrived from the parent or from a child: {@code LibGateway.applyMsg}. */
final class ApplyMessage {
  private ApplyMessage() {}

  static List<Delivery> all(
      GatewayState state,
      Frame frame,
      SubnetId arrivingFrom,
      List<IpcEnvelope> messages,
      boolean topDownOnly) {
    List<Delivery> deliveries = new ArrayList<>(messages.size());
    for (IpcEnvelope message : messages) {
      deliveries.add(run(state, frame, arrivingFrom, message, topDownOnly));
    }
    return deliveries;
  }

  /** {@code message.from} is never compared with the network that it arrives from (trap 9). */
  static Delivery run(
      GatewayState state,
      Frame frame,
      SubnetId arrivingFrom,
      IpcEnvelope message,
      boolean topDownOnly) {
    if (message.to().subnetId().isEmpty()) {
      return refuse(state, frame, message, InvalidXnetMessageReason.DST_SUBNET);
    }
    boolean bottomUp = message.applyType(state.network) == Direction.BOTTOM_UP;
    if (bottomUp && topDownOnly) {
      throw new RevertSignal(IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY);
    }
    boolean expected =
        bottomUp ? takeBottomUp(state, arrivingFrom, message) : takeTopDown(state, message);
    if (!expected) {
      return refuse(state, frame, message, InvalidXnetMessageReason.NONCE);
    }
    // Coming down, value is always coins, whatever the parent counts in (trap 25).
    Asset asset =
        bottomUp
            ? SubnetAssets.supplySource(frame, state.child(arrivingFrom).id().actor())
            : Asset.NATIVE;
    return message.to().subnetId().equals(state.network)
        ? execute(state, frame, message, asset)
        : store(state, frame, message);
  }

  private static boolean takeBottomUp(
      GatewayState state, SubnetId arrivingFrom, IpcEnvelope message) {
    Subnet child = state.child(arrivingFrom);
    if (!child.appliedBottomUpNonce().equals(message.localNonce())) {
      return false;
    }
    // A child that was killed meanwhile reads as an empty one; the question for its supply source
    // then reverts.
    if (GatewayState.registered(child)) {
      state.put(SubnetChange.appliedOne(child));
    }
    return true;
  }

  private static boolean takeTopDown(GatewayState state, IpcEnvelope message) {
    UInt64 next = state.appliedTopDownNonce.get();
    if (!next.equals(message.localNonce())) {
      return false;
    }
    state.appliedTopDownNonce.set(Checked.next(next));
    return true;
  }

  private static Delivery store(GatewayState state, Frame frame, IpcEnvelope message) {
    Optional<InvalidXnetMessageReason> invalid = CheckMessage.run(state, frame, message);
    if (invalid.isPresent()) {
      return refuse(state, frame, message, invalid.get());
    }
    Bytes32 key = message.hash();
    state.postbox.put(key, message);
    state.postboxKeys.add(key);
    frame.emit(new MessageStoredInPostbox(message.tracingId()).toLog(frame.self()));
    return new Delivery(message, Delivery.Fate.STORED, Bytes.EMPTY, Optional.empty());
  }

  private static Delivery execute(
      GatewayState state, Frame frame, IpcEnvelope message, Asset asset) {
    ExecuteMessage.Executed executed = ExecuteMessage.run(state, frame, message, asset);
    OutcomeType outcome = executed.success() ? OutcomeType.OK : OutcomeType.ACTOR_ERR;
    Optional<IpcEnvelope> result = SendReceipt.run(state, frame, message, outcome, executed.ret());
    Delivery.Fate fate = executed.success() ? Delivery.Fate.EXECUTED : Delivery.Fate.FAILED;
    return new Delivery(message, fate, executed.ret(), result);
  }

  private static Delivery refuse(
      GatewayState state, Frame frame, IpcEnvelope message, InvalidXnetMessageReason reason) {
    Bytes ret = IpcError.invalidXnetMessage(reason).data();
    Optional<IpcEnvelope> result =
        SendReceipt.run(state, frame, message, OutcomeType.SYSTEM_ERR, ret);
    return new Delivery(message, Delivery.Fate.REFUSED, ret, result);
  }
}
