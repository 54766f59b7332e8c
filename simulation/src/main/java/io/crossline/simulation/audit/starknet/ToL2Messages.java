// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.Ledger;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages to L2 by what the final logs of L1 say: sent, then consumed or cancelled. Of one
 * that is over only its hash and how it ended is kept.
 */
final class ToL2Messages {
  static final long CONSUMED = 1;
  static final long CANCELLED = 2;

  /** Added to how a message ended if it ran on the final L2. */
  private static final long RAN = 4;

  private static final String FEE_NOT_REFUNDED = "starknet trap 9";

  private final UInt256 cancellationDelay;
  private final LostLogs lost;
  private final Ledger ledger;
  private final Map<Bytes32, Waiting> pending = new LinkedHashMap<>();
  private final HashTable ended = new HashTable();
  private final HashTable requests = new HashTable();
  private final Set<Bytes32> failedUnsent = new HashSet<>();
  private UInt256 nextNonce;
  private UInt256 consumedFees = UInt256.ZERO;
  private UInt256 cancelledFees = UInt256.ZERO;

  ToL2Messages(StarknetAuditSettings settings, LostLogs lost, Ledger ledger) {
    cancellationDelay = settings.cancellationDelay();
    nextNonce = settings.firstNonce();
    this.lost = lost;
    this.ledger = ledger;
  }

  void sent(Note.Sent sent) {
    UInt256 nonce = sent.nonce();
    UInt256 expected = nextNonce;
    ledger.check(
        Invariant.NONCES_CONSECUTIVE,
        nonce.equals(expected),
        sent.hash(),
        () -> "found nonce " + nonce + ", must be " + expected);
    if (nonce.compareTo(expected) >= 0) {
      nextNonce = nonce.plusWrapping(UInt256.ONE);
    }
    if (!ended.contains(sent.hash())) {
      Waiting message = pending.computeIfAbsent(sent.hash(), hash -> new Waiting(sent));
      if (failedUnsent.remove(sent.hash())) {
        message.ran(false);
      }
    }
  }

  /**
   * Takes note that a message failed on L2 which L1 has lost; it may be sent again. Returns false
   * if it had failed before.
   */
  boolean failedUnsent(Bytes32 hash) {
    return failedUnsent.add(hash);
  }

  void requested(Note.Requested request, UInt64 now) {
    Bytes32 hash = request.hash();
    ledger.check(
        Invariant.REQUESTS,
        pending.containsKey(hash),
        hash,
        () -> "a request to cancel was accepted, though the message " + place(hash));
    requests.put(hash, now.bits());
  }

  void cancelled(Note.Cancelled cancellation, UInt64 now) {
    Bytes32 hash = cancellation.hash();
    ledger.check(
        Invariant.CANCELLATION_MATURE,
        requests.contains(hash) && isMature(hash, now),
        hash,
        () ->
            requests.contains(hash)
                ? "cancelled at "
                    + now
                    + ", must be no earlier than "
                    + cancellationDelay
                    + " s after the latest request at "
                    + UInt64.ofBits(requests.get(hash))
                : "cancelled without a request");
    Waiting message = end(hash, CANCELLED);
    if (message != null && !message.sent.fee().isZero()) {
      cancelledFees = cancelledFees.plusWrapping(message.sent.fee());
      ledger.exception(FEE_NOT_REFUNDED, 1);
    }
  }

  void consumed(Bytes32 hash) {
    Waiting message = end(hash, CONSUMED);
    if (message != null) {
      consumedFees = consumedFees.plusWrapping(message.sent.fee());
    }
  }

  private boolean isMature(Bytes32 hash, UInt64 now) {
    UInt256 requestedAt = UInt64.ofBits(requests.get(hash)).toUInt256();
    return !requestedAt.plusOverflows(cancellationDelay)
        && now.toUInt256().compareTo(requestedAt.plus(cancellationDelay)) >= 0;
  }

  private @Nullable Waiting end(Bytes32 hash, long how) {
    long before = ended.get(hash) & ~RAN;
    ledger.check(
        Invariant.CONSUMED_OR_CANCELLED,
        before == 0 || before == how,
        hash,
        () -> (how == CONSUMED ? "consumed" : "cancelled") + ", though it " + place(hash));
    Waiting message = pending.remove(hash);
    ledger.check(
        Invariant.ENDS_WHAT_WAITS,
        message != null || before != 0 && before != how,
        hash,
        () -> (how == CONSUMED ? "consumed" : "cancelled") + ", though it " + place(hash));
    if (message != null) {
      boolean ran = message.succeeded() || message.reverted();
      ended.put(hash, ran ? how | RAN : how);
      lost.ended(hash);
    }
    return message;
  }

  /** What the final logs say of a message, to be told to people. */
  String place(Bytes32 hash) {
    if (pending.containsKey(hash)) {
      return "is pending";
    }
    long how = ended.get(hash) & ~RAN;
    return how == CONSUMED
        ? "is consumed already"
        : how == CANCELLED ? "is cancelled already" : "was never sent";
  }

  boolean isKnown(Bytes32 hash) {
    return pending.containsKey(hash) || ended.contains(hash);
  }

  boolean isCancelled(Bytes32 hash) {
    return (ended.get(hash) & CANCELLED) != 0;
  }

  @Nullable Waiting waiting(Bytes32 hash) {
    return pending.get(hash);
  }

  /** Takes note that a known message ran. Returns false if it had run before. */
  boolean ran(Bytes32 hash, boolean success) {
    Waiting message = pending.get(hash);
    if (message != null) {
      boolean first = !message.succeeded() && !message.reverted();
      message.ran(success);
      return first;
    }
    long how = ended.get(hash);
    ended.put(hash, how | RAN);
    return (how & RAN) == 0;
  }

  /** The messages that wait, in the order in which they were sent. */
  Map<Bytes32, Waiting> pending() {
    return Collections.unmodifiableMap(pending);
  }

  /** The messages that are over. */
  HashTable ended() {
    return ended;
  }

  /** The time of the latest request to cancel a message; 0 if there was none. */
  UInt256 requestedAt(Bytes32 hash) {
    return UInt64.ofBits(requests.get(hash)).toUInt256();
  }

  boolean isRequested(Bytes32 hash) {
    return requests.contains(hash);
  }

  UInt256 nextNonce() {
    return nextNonce;
  }

  UInt256 consumedFees() {
    return consumedFees;
  }

  UInt256 cancelledFees() {
    return cancelledFees;
  }
}
