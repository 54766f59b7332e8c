// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.messaging.Bytes32;
import io.crossline.starknet.Felt;
import java.time.Duration;
import java.util.Optional;

/**
 * What the network knows of one message.
 *
 * @param name its short name in the timeline
 * @param hash its message hash
 * @param status where it is
 * @param since since when, counted from the network's start
 * @param reason why, where there is something to say: what a handler failed with
 * @param l2TransactionHash the hash of the L1_HANDLER transaction, once there is one
 */
public record MessageReport(
    String name,
    Bytes32 hash,
    MessageStatus status,
    Duration since,
    Optional<String> reason,
    Optional<Felt> l2TransactionHash) {

  /**
   * What it waits for, in words.
   *
   * @return one line
   */
  public String waitsFor() {
    switch (status) {
      case SENT:
        return "confirmations on L1, or the settlement of its block";
      case CONFIRMED:
        return "the sequencer's cooldown";
      case ACCEPTED_ON_L2:
        return "the state update that settles its block";
      case REVERTED_ON_L2:
      case LEFT_OUT:
        return "nothing; the sequencer does not run it again";
      case CANCELLATION_REQUESTED:
        return "the cancellation delay";
      case CONSUMABLE:
        return "the receiver, who consumes it with consumeMessageFromL2";
      default:
        return "nothing; it is finished";
    }
  }

  /**
   * What can be done, in words.
   *
   * @return one line
   */
  public String youCan() {
    switch (status) {
      case SENT:
      case CONFIRMED:
      case ACCEPTED_ON_L2:
        return "advance the clock, or raise the limit";
      case REVERTED_ON_L2:
      case LEFT_OUT:
        return "startL1ToL2MessageCancellation as its sender, then cancelL1ToL2Message after the delay (the fee is not"
            + " refunded)";
      case CANCELLATION_REQUESTED:
        return "cancelL1ToL2Message as its sender once the delay is over (the fee is not refunded)";
      case CONSUMABLE:
        return "consumeMessageFromL2 as its receiver";
      default:
        return "send a new message";
    }
  }
}
