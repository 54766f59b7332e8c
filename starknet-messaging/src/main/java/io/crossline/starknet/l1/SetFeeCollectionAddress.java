// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * {@code setFeeCollectionAddress} of {@code Starknet.sol}, for governors, also after finalization.
 * The address is called without value first, to see that it can be paid. The zero address unsets
 * the collector: the operator is paid then.
 *
 * <p>Immutable and thread-safe.
 *
 * @param collector who is to be paid the fees
 */
@CoreFunction.Named("setFeeCollectionAddress")
record SetFeeCollectionAddress(EthAddress collector) implements CoreOperation<Nothing> {
  @Override
  public boolean isOffered(CoreState state) {
    return state.hasFeeCollector();
  }

  @Override
  public Nothing run(CoreState state, Frame frame) {
    Guards.onlyGovernance(state, frame);
    Guards.require(
        frame.call(collector, UInt256.ZERO, Bytes.EMPTY).success(), "ADDRESS_DOES_NOT_ACCEPT_ETH");
    state.feeCollector.set(collector);
    return Nothing.NOTHING;
  }
}
