// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.UInt256;

/**
 * {@code setMessageCancellationDelay} of {@code Starknet.sol}, for governors. It acts at once on
 * requests already made, since only their times are stored.
 *
 * <p>Immutable and thread-safe.
 *
 * @param delayInSeconds how long a request must wait from now on
 */
@CoreFunction.Named("setMessageCancellationDelay")
record SetMessageCancellationDelay(UInt256 delayInSeconds) implements CoreOperation<Nothing> {
  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.notFinalized(state);
    Guards.onlyGovernance(state, frame);
    state.messageCancellationDelay.set(delayInSeconds);
    return Nothing.NOTHING;
  }
}
