// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the parts of the network keep of one subnet: its finished blocks, its children, its names.
 */
final class SubnetRecords {
  private final Gateway gateway;
  private final BlockArchive blocks = new BlockArchive();
  private final BlockNotes notes;
  private final GatewayLogs gatewayLogs;
  private final NameBook names = new NameBook();
  private final Map<EthAddress, IpcSubnet> children = new LinkedHashMap<>();

  private Optional<CommittedCheckpoint> lastRead = Optional.empty();

  SubnetRecords(Gateway gateway, BlockNotes notes) {
    this.gateway = gateway;
    this.notes = notes;
    this.gatewayLogs = new GatewayLogs(gateway);
    names.add(IpcSubnet.USER, "user");
    names.add(Names.FAUCET, "faucet");
    names.add(gateway.address(), "gateway");
  }

  BlockArchive blocks() {
    return blocks;
  }

  BlockNotes notes() {
    return notes;
  }

  GatewayLogs gatewayLogs() {
    return gatewayLogs;
  }

  NameBook names() {
    return names;
  }

  void addChild(EthAddress actor, IpcSubnet child) {
    children.put(actor, child);
    names.add(actor, "actor of " + child.name());
  }

  List<IpcSubnet> children() {
    return new ArrayList<>(children.values());
  }

  String childName(EthAddress actor) {
    IpcSubnet child = children.get(actor);
    return child == null ? actor.toString() : child.name();
  }

  /**
   * The checkpoint of a finished block, nothing if none was committed there. The one that was read
   * last is kept: it is asked for several times in a row, and finished blocks of subnets stay.
   */
  Optional<CommittedCheckpoint> checkpoint(UInt64 height) {
    if (lastRead.isEmpty() || !lastRead.get().height().equals(height)) {
      lastRead = CommittedCheckpoint.read(blocks, gateway.address(), height);
    }
    return lastRead;
  }
}
