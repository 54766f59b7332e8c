// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;

/**
 * The code at an address. A contract keeps its state in tables of the chain's {@link
 * io.crossline.core.state.State} or in {@link Frame#storage()}, never in fields: only then is it
 * undone with the frame.
 *
 * <p>Called on the thread that runs the chain, never by two at a time.
 */
@FunctionalInterface
public interface Contract {
  /**
   * Runs a call. To refuse it, throw {@link Frame#revert}: everything that the call did is undone
   * then.
   *
   * @param frame the call: who, to whom, with what, on which chain
   * @param calldata what the caller gave, selector first where there is one
   * @return the return data
   */
  Bytes call(Frame frame, Bytes calldata);
}
