// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.state.Cell;
import io.crossline.core.state.JournaledLists;
import io.crossline.core.state.JournaledSet;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.IpcCodecs;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * What a gateway keeps: {@code GatewayActorStorage} upstream. All of it is journaled, so that
 * frames and blocks are undone whole. Children are kept by their actor: all ids that a gateway
 * registers are its own network's and one actor more.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class GatewayState {
  final SubnetId network;
  final GatewayConfig config;
  final GatewayRules rules;

  final Cell<UInt64> bottomUpNonce;
  final Cell<UInt64> appliedTopDownNonce;
  final JournaledSet<EthAddress> childActors;
  final ObjectTable<EthAddress, Subnet> children;
  final ObjectTable<EthAddress, Boolean> approved;
  final JournaledSet<Bytes32> postboxKeys;
  final ObjectTable<Bytes32, IpcEnvelope> postbox;
  final JournaledLists<UInt256, IpcEnvelope> batches;
  final ObjectTable<UInt256, Bytes32> finalities;
  final Cell<ParentFinality> latestFinality;
  final Cell<UInt256> lastCheckpointHeight;
  final Cell<Boolean> guarded;

  GatewayState(State tables, GatewayConfig config) {
    this.network = config.networkName();
    this.config = config;
    this.rules = config.rules();
    bottomUpNonce = tables.cell("bottomUpNonce", Codec.UINT64, UInt64.ZERO);
    appliedTopDownNonce = tables.cell("appliedTopDownNonce", Codec.UINT64, UInt64.ZERO);
    childActors = new JournaledSet<>(tables, "childActors", Codec.ADDRESS);
    children = tables.objectTable("children", Codec.ADDRESS, IpcCodecs.SUBNET);
    approved = tables.objectTable("approved", Codec.ADDRESS, Codec.BOOLEAN);
    postboxKeys = new JournaledSet<>(tables, "postboxKeys", Codec.BYTES32);
    postbox = tables.objectTable("postbox", Codec.BYTES32, IpcCodecs.ENVELOPE);
    batches = tables.lists("batches", Codec.UINT256, IpcCodecs.ENVELOPE);
    finalities = tables.objectTable("finalities", Codec.UINT256, Codec.BYTES32);
    latestFinality = tables.cell("latestFinality", IpcCodecs.PARENT_FINALITY, ParentFinality.NONE);
    lastCheckpointHeight = tables.cell("lastCheckpointHeight", Codec.UINT256, UInt256.ZERO);
    guarded = tables.cell("guarded", Codec.BOOLEAN, false);
  }

  /** The child with an id, {@link Subnet#NONE} if it is not registered here. */
  Subnet child(SubnetId id) {
    Subnet child = children.get(id.actor()).orElse(Subnet.NONE);
    return child.id().equals(id) ? child : Subnet.NONE;
  }

  /** The child that an actor governs, {@link Subnet#NONE} if it is not registered here. */
  Subnet child(EthAddress actor) {
    return children.get(actor).orElse(Subnet.NONE);
  }

  static boolean registered(Subnet child) {
    return !child.id().isEmpty();
  }

  void put(Subnet child) {
    children.put(child.id().actor(), child);
  }
}
