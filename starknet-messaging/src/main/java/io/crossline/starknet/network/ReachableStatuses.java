// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLATION_REQUESTED;
import static io.crossline.starknet.tracking.MessageStatus.CONFIRMED;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SENT;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;

import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageState;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a message gets to by the passing of time alone, without a further call of anybody, on a
 * network in this process.
 */
final class ReachableStatuses {
  private static final Map<MessageStatus, Set<MessageStatus>> TO_L2 =
      new EnumMap<>(
          Map.of(
              SENT, EnumSet.of(CONFIRMED),
              CONFIRMED, EnumSet.of(ACCEPTED_ON_L2, REVERTED_ON_L2, LEFT_OUT),
              // A settlement that is refused takes L2 back.
              ACCEPTED_ON_L2, EnumSet.of(SETTLED, CONFIRMED),
              CANCELLATION_REQUESTED, EnumSet.of(CONFIRMED, SETTLED)));

  private static final Map<MessageStatus, Set<MessageStatus>> TO_L1 =
      new EnumMap<>(
          Map.of(
              SENT, EnumSet.of(CONSUMABLE, SETTLED, ROLLED_BACK),
              ROLLED_BACK, EnumSet.of(SENT)));

  private ReachableStatuses() {}

  static boolean canReach(MessageState from, MessageStatus wanted) {
    Map<MessageStatus, Set<MessageStatus>> byTime =
        from.id().direction() == Direction.L1_TO_L2 ? TO_L2 : TO_L1;
    Set<MessageStatus> reached = EnumSet.of(from.status());
    Set<MessageStatus> more = EnumSet.of(from.status());
    while (!more.isEmpty()) {
      Set<MessageStatus> next = EnumSet.noneOf(MessageStatus.class);
      more.forEach(status -> next.addAll(byTime.getOrDefault(status, Set.of())));
      next.removeAll(reached);
      reached.addAll(next);
      more = next;
    }
    return reached.contains(wanted);
  }
}
