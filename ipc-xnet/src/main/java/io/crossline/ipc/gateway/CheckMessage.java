// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.Direction;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import java.util.Optional;

/**
 * Whether a message may be sent from here or pass through: {@code LibGateway.checkCrossMessage}.
 * The first check that fails is the answer.
 */
final class CheckMessage {
  private CheckMessage() {}

  /** Nothing if the message is valid. */
  static Optional<InvalidXnetMessageReason> run(
      GatewayState state, Frame frame, IpcEnvelope message) {
    SubnetId to = message.to().subnetId();
    if (to.isEmpty()) {
      return Optional.of(InvalidXnetMessageReason.DST_SUBNET);
    }
    if (to.equals(state.network)) {
      return Optional.of(InvalidXnetMessageReason.REFLEXIVE_SEND);
    }
    Direction direction = message.applyType(state.network);
    boolean lca = isLca(state.network, message);
    if (direction == Direction.TOP_DOWN || lca) {
      SubnetId next = nextDown(to, state.network);
      if (!GatewayState.registered(state.child(next))) {
        return Optional.of(InvalidXnetMessageReason.DST_SUBNET);
      }
    } else if (to.commonParent(state.network).isEmpty()) {
      return Optional.of(InvalidXnetMessageReason.NO_ROUTE);
    }
    Optional<InvalidXnetMessageReason> refused =
        state.rules.routes().refuse(state.network, message);
    if (refused.isPresent() || message.from().subnetId().equals(state.network)) {
      return refused;
    }
    return compatible(state.network, frame, message, direction, lca)
        ? Optional.empty()
        : Optional.of(InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE);
  }

  /** Whether this network is the lowest one above both ends. */
  static boolean isLca(SubnetId network, IpcEnvelope message) {
    return message.to().subnetId().commonParent(message.from().subnetId()).equals(network);
  }

  /** The child towards a network, {@link SubnetId#EMPTY} if {@code down} finds none. */
  static SubnetId nextDown(SubnetId to, SubnetId network) {
    return to.down(network).orElse(SubnetId.EMPTY);
  }

  /** Only a gateway in between asks, and the value plays no role (trap 12). */
  private static boolean compatible(
      SubnetId network, Frame frame, IpcEnvelope message, Direction direction, boolean lca) {
    SubnetId to = message.to().subnetId();
    SubnetId from = message.from().subnetId();
    if (lca) {
      Asset incoming = SubnetAssets.supplySource(frame, nextDown(from, network).actor());
      Asset outgoing = SubnetAssets.supplySource(frame, nextDown(to, network).actor());
      return incoming.equals(outgoing);
    }
    SubnetId child = nextDown(direction == Direction.BOTTOM_UP ? from : to, network);
    return SubnetAssets.supplySource(frame, child.actor()).kind() == AssetKind.NATIVE;
  }
}
