// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.Direction.L1_TO_L2;
import static io.crossline.starknet.tracking.Direction.L2_TO_L1;
import static io.crossline.starknet.tracking.MessageEvent.ARRIVED_ON_L1;
import static io.crossline.starknet.tracking.MessageEvent.ARRIVED_UNCONSUMABLE;
import static io.crossline.starknet.tracking.MessageEvent.CANCELED;
import static io.crossline.starknet.tracking.MessageEvent.CANCELLATION_STARTED;
import static io.crossline.starknet.tracking.MessageEvent.CONFIRMATIONS_REACHED;
import static io.crossline.starknet.tracking.MessageEvent.CONSUMED_BY_L2;
import static io.crossline.starknet.tracking.MessageEvent.CONSUMED_ON_L1;
import static io.crossline.starknet.tracking.MessageEvent.HANDLER_REVERTED;
import static io.crossline.starknet.tracking.MessageEvent.HANDLER_SUCCEEDED;
import static io.crossline.starknet.tracking.MessageEvent.LEFT_OUT_BY_SEQUENCER;
import static io.crossline.starknet.tracking.MessageEvent.SENT_ON_L1;
import static io.crossline.starknet.tracking.MessageEvent.SENT_ON_L2;
import static io.crossline.starknet.tracking.MessageEvent.TAKEN_BACK;
import static io.crossline.starknet.tracking.MessageEvent.WORD_OUT_OF_RANGE;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLATION_REQUESTED;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLED;
import static io.crossline.starknet.tracking.MessageStatus.CONFIRMED;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMED;
import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SENT;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state machines of both directions as one table. A pair of status and event that has no row
 * changes nothing: an end on L1 stands whatever L2 shows later. A message that is not known yet may
 * be met at any event, because a layer may run ahead of the other and a tracker may begin anywhere.
 *
 * <p>A rollback needs no rows of its own: it takes events back, and the message is where those that
 * remain lead to. Only the loss of the sending is an event of its own, {@link
 * MessageEvent#TAKEN_BACK}, which comes after all that is left and holds until the message is sent
 * again.
 *
 * <p>The rules are those of {@code StarknetMessaging.sol} (sending, cancellation, consumption),
 * {@code Output.sol} (arrival and consumption in a state update) and, for failing handlers, of
 * Starknet v0.14.0. Thread-safe.
 */
final class Transitions {
  private static final List<Transition> TABLE = new ArrayList<>();
  private static final Map<Pair, MessageStatus> BY_PAIR = new HashMap<>();

  private record Pair(Direction direction, @Nullable MessageStatus from, MessageEvent event) {}

  static {
    toL2();
    toL1();
  }

  private Transitions() {}

  private static void toL2() {
    for (MessageStatus unknown : new @Nullable MessageStatus[] {null, ROLLED_BACK}) {
      row(L1_TO_L2, unknown, SENT_ON_L1, SENT);
      row(L1_TO_L2, unknown, HANDLER_SUCCEEDED, ACCEPTED_ON_L2);
      row(L1_TO_L2, unknown, HANDLER_REVERTED, REVERTED_ON_L2);
      row(L1_TO_L2, unknown, LEFT_OUT_BY_SEQUENCER, LEFT_OUT);
      row(L1_TO_L2, unknown, CANCELLATION_STARTED, CANCELLATION_REQUESTED);
      row(L1_TO_L2, unknown, CONSUMED_BY_L2, SETTLED);
      row(L1_TO_L2, unknown, CANCELED, CANCELLED);
    }
    row(L1_TO_L2, SENT, WORD_OUT_OF_RANGE, LEFT_OUT);
    row(L1_TO_L2, SENT, CONFIRMATIONS_REACHED, CONFIRMED);
    for (MessageStatus waiting : List.of(SENT, CONFIRMED, CANCELLATION_REQUESTED)) {
      row(L1_TO_L2, waiting, LEFT_OUT_BY_SEQUENCER, LEFT_OUT);
    }
    // A chain of one's own may reduce a word that is no felt, and then run what is left out here.
    for (MessageStatus open : List.of(SENT, CONFIRMED, LEFT_OUT, CANCELLATION_REQUESTED)) {
      row(L1_TO_L2, open, HANDLER_SUCCEEDED, ACCEPTED_ON_L2);
      row(L1_TO_L2, open, HANDLER_REVERTED, REVERTED_ON_L2);
    }
    for (MessageStatus pending :
        List.of(
            SENT, CONFIRMED, LEFT_OUT, ACCEPTED_ON_L2, REVERTED_ON_L2, CANCELLATION_REQUESTED)) {
      row(L1_TO_L2, pending, CANCELLATION_STARTED, CANCELLATION_REQUESTED);
      row(L1_TO_L2, pending, CONSUMED_BY_L2, SETTLED);
      row(L1_TO_L2, pending, CANCELED, CANCELLED);
    }
    // With the sending all else on L1 is gone: only what L2 shows can be left.
    row(L1_TO_L2, null, TAKEN_BACK, ROLLED_BACK);
    row(L1_TO_L2, ACCEPTED_ON_L2, TAKEN_BACK, ROLLED_BACK);
    row(L1_TO_L2, REVERTED_ON_L2, TAKEN_BACK, ROLLED_BACK);
    row(L1_TO_L2, LEFT_OUT, TAKEN_BACK, ROLLED_BACK);
  }

  private static void toL1() {
    for (MessageStatus unknown : new @Nullable MessageStatus[] {null, ROLLED_BACK}) {
      row(L2_TO_L1, unknown, SENT_ON_L2, SENT);
      row(L2_TO_L1, unknown, ARRIVED_ON_L1, CONSUMABLE);
      row(L2_TO_L1, unknown, CONSUMED_ON_L1, CONSUMED);
    }
    row(L2_TO_L1, SENT, ARRIVED_ON_L1, CONSUMABLE);
    row(L2_TO_L1, SENT, CONSUMED_ON_L1, CONSUMED);
    row(L2_TO_L1, CONSUMABLE, CONSUMED_ON_L1, CONSUMED);
    // Only the sending tells that the receiver is none.
    row(L2_TO_L1, SENT, ARRIVED_UNCONSUMABLE, SETTLED);
    row(L2_TO_L1, null, TAKEN_BACK, ROLLED_BACK);
  }

  private static void row(
      Direction direction, @Nullable MessageStatus from, MessageEvent event, MessageStatus to) {
    TABLE.add(new Transition(direction, Optional.ofNullable(from), event, to));
    BY_PAIR.put(new Pair(direction, from, event), to);
  }

  /**
   * The table.
   *
   * @return its rows, direction by direction
   */
  public static List<Transition> all() {
    return List.copyOf(TABLE);
  }

  /**
   * Looks an event up.
   *
   * @param direction which way the message goes
   * @param from where it is; nothing if it is not known yet
   * @param event what is seen of it
   * @return where it is then; nothing if the event changes nothing
   */
  public static Optional<MessageStatus> next(
      Direction direction, Optional<MessageStatus> from, MessageEvent event) {
    return Optional.ofNullable(next(direction, from.orElse(null), event));
  }

  static @Nullable MessageStatus next(
      Direction direction, @Nullable MessageStatus from, MessageEvent event) {
    return BY_PAIR.get(new Pair(direction, from, event));
  }
}
