// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;

/**
 * {@code mockSendMessageFromL2} of {@code MockStarknetMessaging.sol}: makes a message consumable as
 * if it had come from L2. Anybody may call it; it emits nothing. Returns the message hash here,
 * though the function declares no result.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the L2 contract, any word
 * @param to the L1 contract. The function takes a whole word up to v0.13.3 and an address from
 *     v0.13.4 on; that is a matter of its calldata and its selector
 * @param payload the payload
 */
@CoreFunction.Named(value = "mockSendMessageFromL2", receiver = "to")
record MockSendMessageFromL2(UInt256 from, UInt256 to, Payload payload)
    implements CoreOperation<Bytes32> {
  @Override
  public boolean isOffered(CoreState state) {
    return state.mockFunctions;
  }

  @Override
  public Bytes32 run(CoreState state, Frame frame) {
    Bytes32 hash = MessageHash.l2ToL1(from, to, payload);
    state.l2ToL1Messages.put(
        hash, Guards.plus(state.rules, state.l2ToL1Messages.get(hash), UInt256.ONE));
    return hash;
  }
}
