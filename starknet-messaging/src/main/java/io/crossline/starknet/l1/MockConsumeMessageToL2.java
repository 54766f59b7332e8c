// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;

/**
 * {@code mockConsumeMessageToL2} of {@code MockStarknetMessaging.sol}: takes a pending message as
 * if L2 had handled it. Anybody may call it; it emits nothing and pays nobody. Returns the message
 * hash here, though the function declares no result.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the sender as a whole word: bits above 160 change the hash
 * @param to the L2 contract, any word
 * @param selector the entry point, any word
 * @param payload the payload
 * @param nonce the message's nonce
 */
@CoreFunction.Named("mockConsumeMessageToL2")
record MockConsumeMessageToL2(
    UInt256 from, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce)
    implements CoreOperation<Bytes32> {
  @Override
  public boolean isOffered(CoreState state) {
    return state.mockFunctions;
  }

  @Override
  public Bytes32 run(CoreState state, Frame frame) {
    Bytes32 hash = MessageHash.l1ToL2(from, to, selector, payload, nonce);
    UInt256 pending = state.l1ToL2Messages.get(hash);
    Guards.require(!pending.isZero(), "INVALID_MESSAGE_TO_CONSUME");
    state.l1ToL2Messages.put(hash, state.rules.mockConsumeLeaves().of(pending));
    return hash;
  }
}
