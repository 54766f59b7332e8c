// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Several listeners, in the order in which they came. */
final class Listeners implements NetworkListener {
  private final List<NetworkListener> all = new ArrayList<>();

  void add(NetworkListener listener) {
    all.add(listener);
  }

  void remove(NetworkListener listener) {
    all.remove(listener);
  }

  /** Does something with each of them. */
  void each(Consumer<NetworkListener> what) {
    List.copyOf(all).forEach(what);
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    all.forEach(listener -> listener.l1Block(block));
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    all.forEach(listener -> listener.l2Block(block, leftOut));
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    all.forEach(listener -> listener.takenBack(layer, last));
  }

  @Override
  public void finalized(Layer layer, UInt64 last) {
    all.forEach(listener -> listener.finalized(layer, last));
  }

  @Override
  public void stateUpdate(ProgramOutput output, Outcome<LogStateUpdate> outcome) {
    all.forEach(listener -> listener.stateUpdate(output, outcome));
  }
}
