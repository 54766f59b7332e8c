// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;

/** Tells several listeners, in the order in which they came. */
final class Listeners implements IpcNetworkListener {
  private final List<IpcNetworkListener> all = new ArrayList<>();

  void add(IpcNetworkListener listener) {
    all.add(listener);
  }

  @Override
  public void sealed(IpcSubnet at, Block<Receipt> block) {
    all.forEach(listener -> listener.sealed(at, block));
  }

  @Override
  public void takenBack(IpcSubnet at, UInt64 last) {
    all.forEach(listener -> listener.takenBack(at, last));
  }

  @Override
  public void delivered(IpcSubnet at, Delivery delivery) {
    all.forEach(listener -> listener.delivered(at, delivery));
  }
}
