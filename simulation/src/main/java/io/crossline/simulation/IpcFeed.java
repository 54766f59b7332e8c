// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.ipc.IpcAuditor;

/**
 * Shows an auditor what the nodes of a tree would show to anybody: {@code network.listen(new
 * IpcFeed(auditor))} before the first message, or {@code network.replay(0, new IpcFeed(auditor))}
 * where the network has a store.
 *
 * <p>Not thread-safe, as the auditor is not.
 *
 * @param auditor who is shown it
 */
public record IpcFeed(IpcAuditor auditor) implements IpcNetworkListener {
  @Override
  public void sealed(IpcSubnet at, Block<Receipt> block) {
    auditor.block(at.id(), block.info().number(), block.logs());
  }

  @Override
  public void takenBack(IpcSubnet at, UInt64 last) {
    auditor.takenBack(at.id(), last);
  }
}
