// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Frame;
import java.util.function.Consumer;

/**
 * Sees every call of a function that changes a gateway, whoever calls and through whichever face,
 * also those that are refused and those that are undone later with the call or the block around
 * them. Views are not shown, nor calldata that is refused before the function begins. It only
 * looks: it must not touch the chain.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface GatewayObserver {
  /**
   * A function begins. Coins that come along have arrived already.
   *
   * @param frame who calls, with how many coins, in which block
   * @param operation what it does
   * @return takes how it ended; what a refused one did is undone only after that
   */
  Consumer<Attempt<?>> runs(Frame frame, GatewayOperation<?> operation);
}
