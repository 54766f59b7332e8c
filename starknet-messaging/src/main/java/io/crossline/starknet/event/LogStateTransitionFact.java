// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;

/**
 * A proven fact is about to be used for a state update.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stateTransitionFact the fact, as the program's output gives it
 */
public record LogStateTransitionFact(Bytes32 stateTransitionFact) implements CoreEvent {
  @Override
  public Log toLog(EthAddress core) {
    return new Log(
        core,
        EventTopics.LOG_STATE_TRANSITION_FACT_ALONE,
        AbiWriter.ofThread().word(stateTransitionFact).toBytes());
  }
}
