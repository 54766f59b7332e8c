// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.network.MessageStanding;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.Felt;
import io.crossline.starknet.tracking.Execution;
import io.crossline.starknet.tracking.MessageState;
import io.crossline.starknet.tracking.MessageStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What the network knows of one message.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its short name in the timeline
 * @param state where it is and how it got there, what it waits for, and what can be done
 * @param since since when it is there, counted from the network's start
 */
public record MessageReport(String name, MessageState state, Duration since)
    implements MessageStanding {
  /**
   * Its message hash.
   *
   * @return the hash as the events of L1 give it
   */
  public Bytes32 hash() {
    return state.id().hash();
  }

  @Override
  public Bytes32 tracingId() {
    return hash();
  }

  @Override
  public MessageStatus status() {
    return state.status();
  }

  /**
   * Why it is there, where there is something to say: what a handler failed with.
   *
   * @return the reason
   */
  public Optional<String> reason() {
    return state.reason();
  }

  /**
   * The transaction that it became on L2, which is not the message hash.
   *
   * @return the hash of the L1_HANDLER transaction, once it is in a block
   */
  public Optional<Felt> l2TransactionHash() {
    return state.execution().map(Execution::transactionHash);
  }

  @Override
  public boolean canReach(Enum<?> status) {
    return status instanceof MessageStatus wanted && ReachableStatuses.canReach(state, wanted);
  }

  @Override
  public String outcome() {
    return l2TransactionHash().map(hash -> "L2 transaction " + hash).orElse("");
  }

  @Override
  public String label() {
    return name;
  }

  @Override
  public String explained() {
    return "\n  message    " + state.id() + state.explained();
  }
}
