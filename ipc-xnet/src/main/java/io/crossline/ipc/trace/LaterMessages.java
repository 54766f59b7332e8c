// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Tells from later messages of a queue that an earlier one was taken in: a gateway takes the nonces
 * of a queue in their order, and stores, executes or refuses for other reasons only what has the
 * next one. It does not hold for nonces that a child forged (trap 8), nor across the killing and
 * registering again of a child, whose nonces begin anew.
 *
 * <p>What it found it keeps, so that many messages can be asked about: it serves one question only,
 * between which no block comes in.
 */
final class LaterMessages {
  /** Messages of a queue are applied many at a time: if one passed, the next few show it. */
  private static final int LOOK_AHEAD = 32;

  private static final Bytes WRONG_NONCE =
      IpcError.invalidXnetMessage(InvalidXnetMessageReason.NONCE).data();

  private final TraceBook traces;
  private final TraceReader shallow;
  private final Map<Key, Set<LogPoint>> takenIn = new HashMap<>();

  /** A tracing id, and the network at the end of a hop. */
  private record Key(Bytes32 id, SubnetId next) {}

  LaterMessages(TraceBook traces) {
    this.traces = traces;
    this.shallow = TraceReader.shallow(traces);
  }

  /** Whether a message that was sent towards a network must have been taken in there. */
  boolean passed(Sighting message, SubnetId next) {
    // No stream: a part of a tree map counts all of its entries before it begins one.
    int looked = 0;
    for (Sighting later : traces.queues().after(message)) {
      if (looked++ == LOOK_AHEAD) {
        return false;
      }
      if (takenIn
          .computeIfAbsent(new Key(later.id(), next), this::sentAndTakenIn)
          .contains(later.at())) {
        return true;
      }
    }
    return false;
  }

  /** The logs with which those messages with a tracing id were sent that were taken in. */
  private Set<LogPoint> sentAndTakenIn(Key key) {
    Set<LogPoint> sent = new HashSet<>();
    for (MessageTrace trace : shallow.read(key.id)) {
      if (!tookNoNonce(trace, key.next)) {
        trace.hops().stream()
            .filter(hop -> hop.to().equals(key.next) && hop.status() == HopStatus.ARRIVED)
            .forEach(hop -> hop.cut().or(hop::committed).ifPresent(sent::add));
      }
    }
    return sent;
  }

  private static boolean tookNoNonce(MessageTrace trace, SubnetId next) {
    boolean nowhere =
        trace.envelope().filter(message -> message.to().subnetId().isEmpty()).isPresent();
    return nowhere
        || trace
            .answer()
            .filter(answer -> answer.by().map(next::equals).orElse(true))
            .filter(answer -> answer.result().ret().equals(WRONG_NONCE))
            .isPresent();
  }
}
