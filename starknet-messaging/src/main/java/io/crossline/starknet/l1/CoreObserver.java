// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Frame;
import java.util.function.Consumer;

/**
 * Sees every operation of a core contract, whoever calls it and through whichever face, also those
 * that are refused and those that are undone later with the call or the block around them. Views
 * are not shown, nor calldata that names no function or cannot be decoded. It only looks: it must
 * not touch the chain.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface CoreObserver {
  /**
   * An operation begins. Value that comes along has arrived already.
   *
   * @param frame who calls, with how much value, in which block
   * @param operation the operation
   * @return takes how it ended; what a refused one did is undone only after that
   */
  Consumer<Attempt<?>> runs(Frame frame, CoreOperation<?> operation);
}
