// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;

/**
 * The state of L2 that L1 knows has moved on.
 *
 * <p>Immutable and thread-safe.
 *
 * @param globalRoot the new root
 * @param blockNumber the new block number; the contract keeps it signed
 * @param blockHash the new block hash
 */
public record LogStateUpdate(UInt256 globalRoot, Int256 blockNumber, UInt256 blockHash)
    implements CoreEvent {
  @Override
  public Log toLog(EthAddress core) {
    return new Log(
        core,
        EventTopics.LOG_STATE_UPDATE_ALONE,
        AbiWriter.ofThread().word(globalRoot).word(blockNumber.bits()).word(blockHash).toBytes());
  }
}
