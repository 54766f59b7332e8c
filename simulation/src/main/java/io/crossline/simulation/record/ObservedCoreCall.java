// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.chain.Attempt;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.l1.CoreOperation;
import java.util.List;
import java.util.Optional;

/**
 * An operation of the core contract that ran.
 *
 * @param block the block
 * @param transaction the transaction's place in it
 * @param timestamp the block's time
 * @param caller who called
 * @param value the ether that came along
 * @param operation the operation
 * @param words what vectors say of it
 * @param outcome how it ended
 * @param logs the contract's logs
 * @param before what the contract had before the call
 * @param after what it had after it
 * @param entries what its maps said then of the messages that are named
 */
record ObservedCoreCall(
    UInt64 block,
    int transaction,
    UInt64 timestamp,
    EthAddress caller,
    UInt256 value,
    CoreOperation<?> operation,
    Optional<CoreWords> words,
    Attempt<?> outcome,
    List<Log> logs,
    CoreStanding before,
    CoreStanding after,
    CoreEntries entries)
    implements ObservedCall {
  @Override
  public boolean failed() {
    return outcome instanceof Attempt.Failed<?>;
  }
}
