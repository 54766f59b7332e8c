// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.List;

/**
 * What a contract emitted: on EVM chains a log as nodes report it, on Starknet's L2 an event, whose
 * keys are the topics.
 *
 * <p>Immutable and thread-safe.
 *
 * @param emitter the contract that emitted it
 * @param topics the words it can be found by; on EVM chains up to four, and the first one is the
 *     hash of the event's signature
 * @param data the arguments that are not topics, as the chain encodes them
 */
public record Log(Address emitter, List<Bytes32> topics, Bytes data) {
  /** Copies the topics. */
  public Log {
    topics = List.copyOf(topics);
  }
}
