// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.ipc.Asset;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.ipc.AuditedNetwork;
import io.crossline.simulation.audit.ipc.IpcAuditor;
import java.util.ArrayList;
import java.util.List;

/**
 * Auditors of simulated trees.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class TreeAudit {
  private TreeAudit() {}

  /**
   * An auditor that has not been shown anything.
   *
   * @param network the tree, of which it learns the settings
   * @param opening what the tree held before the first message
   * @param contracts those that report what they handle
   * @return the auditor
   */
  public static IpcAuditor of(
      IpcNetwork network,
      TreeFinalState opening,
      List<? extends Deployed<? extends IpcHandler>> contracts) {
    List<AuditedNetwork> networks = new ArrayList<>();
    for (IpcSubnet subnet : network.subnets()) {
      networks.add(
          new AuditedNetwork(
              subnet.id(),
              subnet.gateway().address(),
              Asset.NATIVE,
              opening.totalCoins(subnet.id()),
              subnet.parent().isEmpty() ? UInt256.ZERO : opening.circSupply(subnet.id()),
              subnet.settings().checkpointPeriod()));
    }
    IpcAuditor auditor = new IpcAuditor(networks);
    for (Deployed<? extends IpcHandler> contract : contracts) {
      auditor.reportsHandling(contract.subnet().id(), contract.ethAddress(), true);
    }
    return auditor;
  }
}
