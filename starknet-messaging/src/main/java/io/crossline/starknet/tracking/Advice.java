// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.EthAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that can be done about a message: a call of the core contract that it accepts.
 *
 * <p>Immutable and thread-safe.
 *
 * @param operation which function
 * @param caller the only account that may call it; nothing if the tracker has not seen who that is
 * @param earliest from when on the contract accepts it, by the timestamp of the block with the call
 * @param cost what it costs besides gas, and what it does not give back
 */
public record Advice(
    CoreFunction operation, Optional<EthAddress> caller, Instant earliest, String cost) {
  /**
   * A function of the core contract that somebody may call to move a message on.
   *
   * <p>Thread-safe.
   */
  public enum CoreFunction {
    /** Sends a message, again or for the first time. */
    SEND("sendMessageToL2"),
    /** Asks for the cancellation of a message, and starts its clock anew. */
    START_CANCELLATION("startL1ToL2MessageCancellation"),
    /** Completes a cancellation. */
    CANCEL("cancelL1ToL2Message"),
    /** Consumes a message from L2. */
    CONSUME("consumeMessageFromL2");

    private final String text;

    CoreFunction(String text) {
      this.text = text;
    }

    /** The function's name in the contract. */
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Whether the contract accepts the call in a block of a given time.
   *
   * @param time the block's timestamp
   * @return true from {@link #earliest} on
   */
  public boolean isOpenAt(Instant time) {
    return !time.isBefore(earliest);
  }

  /**
   * Such as {@code cancelL1ToL2Message as 0x…b1 from 2026-01-06T00:00:00Z on (the fee of 3 wei is
   * not refunded)}.
   */
  @Override
  public String toString() {
    return operation
        + " as "
        + caller.map(EthAddress::toString).orElse("its sender")
        + " from "
        + earliest
        + " on ("
        + cost
        + ")";
  }
}
