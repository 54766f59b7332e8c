// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.state.Cell;
import io.crossline.core.state.JournaledList;
import io.crossline.core.state.JournaledSet;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * What a gateway keeps: {@code GatewayActorStorage} upstream. All of it is journaled, so that
 * frames and blocks are undone whole. Children are kept by their actor: all ids that a gateway
 * registers are its own network's and one actor more.
 */
final class GatewayState {
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
  final ObjectTable<UInt256, JournaledList<IpcEnvelope>> batches;
  final ObjectTable<UInt256, Bytes32> finalities;
  final Cell<ParentFinality> latestFinality;
  final Cell<UInt256> lastCheckpointHeight;
  final Cell<Boolean> guarded;

  private final State tables;

  GatewayState(Chain chain, GatewayConfig config) {
    this.network = config.networkName();
    this.config = config;
    this.rules = config.rules();
    tables = chain.state();
    bottomUpNonce = tables.cell(UInt64.ZERO);
    appliedTopDownNonce = tables.cell(UInt64.ZERO);
    childActors = new JournaledSet<>(tables);
    children = tables.objectTable();
    approved = tables.objectTable();
    postboxKeys = new JournaledSet<>(tables);
    postbox = tables.objectTable();
    batches = tables.objectTable();
    finalities = tables.objectTable();
    latestFinality = tables.cell(ParentFinality.NONE);
    lastCheckpointHeight = tables.cell(UInt256.ZERO);
    guarded = tables.cell(false);
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

  /** The messages of an epoch; the batch is made if there is none. */
  JournaledList<IpcEnvelope> batch(UInt256 epoch) {
    return batches
        .get(epoch)
        .orElseGet(
            () -> {
              JournaledList<IpcEnvelope> batch = tables.list();
              batches.put(epoch, batch);
              return batch;
            });
  }
}
