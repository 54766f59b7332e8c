// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * What a layer shows of a message. Events of one message are put in order before they are applied:
 * its sending first, its end on L1 last, and what lies between by block time, L1 before L2 where
 * the times are equal.
 *
 * <p>Thread-safe.
 */
public enum MessageEvent {
  /** A LogMessageToL2 of the core contract. */
  SENT_ON_L1("LogMessageToL2", 0),
  /** The LogMessageToL2 holds a word that is no felt. */
  WORD_OUT_OF_RANGE("a word is no felt", 0),
  /** An L2 transaction sent the message with {@code send_message_to_l1}. */
  SENT_ON_L2("send_message_to_l1", 0),
  /** As many L1 blocks as were asked for follow the one with the LogMessageToL2. */
  CONFIRMATIONS_REACHED("confirmations reached", 1),
  /** The message's L1_HANDLER transaction is in an L2 block and succeeded. */
  HANDLER_SUCCEEDED("handler succeeded", 1),
  /** The message's L1_HANDLER transaction is in an L2 block as REVERTED. */
  HANDLER_REVERTED("handler reverted", 1),
  /** A sequencer that reports it decided not to include the message. */
  LEFT_OUT_BY_SEQUENCER("left out by the sequencer", 1),
  /** A MessageToL2CancellationStarted of the core contract; each restarts the clock. */
  CANCELLATION_STARTED("MessageToL2CancellationStarted", 1),
  /** A LogMessageToL1 of the core contract. */
  ARRIVED_ON_L1("LogMessageToL1", 1),
  /** A LogMessageToL1 whose message named a receiver above 160 bits. */
  ARRIVED_UNCONSUMABLE("LogMessageToL1, receiver above 160 bits", 1),
  /** A MessageToL2Canceled of the core contract. */
  CANCELED("MessageToL2Canceled", 2),
  /** A ConsumedMessageToL2 of the core contract. */
  CONSUMED_BY_L2("ConsumedMessageToL2", 2),
  /** A ConsumedMessageToL1 of the core contract. */
  CONSUMED_ON_L1("ConsumedMessageToL1", 2),
  /** The block with the message's sending was taken back. It holds until the message is back. */
  TAKEN_BACK("sending taken back", 3);

  private final String text;
  private final int rank;

  MessageEvent(String text, int rank) {
    this.text = text;
    this.rank = rank;
  }

  /** Which events come first whatever the block times are. */
  int rank() {
    return rank;
  }

  /** The contract's name of the event, or a few words. */
  @Override
  public String toString() {
    return text;
  }
}
