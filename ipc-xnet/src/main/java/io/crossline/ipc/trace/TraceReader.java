// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the traces of the messages with one tracing id. */
final class TraceReader {
  private static final Bytes WRONG_NONCE =
      IpcError.invalidXnetMessage(InvalidXnetMessageReason.NONCE).data();

  private final TraceBook traces;
  private final boolean whole;

  private TraceReader(TraceBook traces, boolean whole) {
    this.traces = traces;
    this.whole = whole;
  }

  /** Tells all that can be told. */
  static TraceReader whole(TraceBook traces) {
    return new TraceReader(traces, true);
  }

  List<MessageTrace> read(Bytes32 id) {
    @Nullable MessageFacts known = traces.facts(id);
    List<MessageTrace> results = new ArrayList<>();
    traces.results(id).forEach(result -> results.addAll(read(result, List.of())));
    return known == null && results.isEmpty() ? List.of() : read(id, results);
  }

  private List<MessageTrace> read(Bytes32 id, List<MessageTrace> results) {
    @Nullable MessageFacts known = traces.facts(id);
    TracedMessages messages =
        TracedMessages.of(id, known == null ? new MessageFacts() : known, results);
    String title = whole ? TraceText.title(traces, messages) : "";
    List<MessageTrace> copies = new ArrayList<>();
    for (int copy = 0; copy < messages.copies(); copy++) {
      MessageTrace trace = new CopyReader(traces, messages, copy, whole).read(title);
      copies.add(
          whole ? new TraceNotes(traces, messages.facts(), messages.way(), trace).add() : trace);
    }
    return copies;
  }

  /**
   * Where messages with a tracing id have arrived, by the nonces that they had on the way there.
   */
  static List<Arrival> arrivals(TraceBook traces, Bytes32 id) {
    List<Arrival> arrivals = new ArrayList<>();
    // The messages' own logs alone are asked, because what later ones show follows from this.
    for (MessageTrace trace : new TraceReader(traces, false).read(id)) {
      for (TraceHop hop : trace.hops()) {
        if (hop.status() == HopStatus.ARRIVED && !tookNoNonce(trace, hop)) {
          hop.nonce()
              .map(
                  nonce ->
                      new Arrival(QueueId.between(hop.from(), hop.to()), nonce, Arrival.Kind.SEEN))
              .ifPresent(arrivals::add);
        }
      }
    }
    return arrivals;
  }

  /** A gateway takes no nonce for what goes nowhere, and for what has a wrong one. */
  private static boolean tookNoNonce(MessageTrace trace, TraceHop hop) {
    boolean nowhere =
        trace.envelope().filter(message -> message.to().subnetId().isEmpty()).isPresent();
    return nowhere
        || trace
            .answer()
            .filter(answer -> answer.by().map(hop.to()::equals).orElse(true))
            .filter(answer -> answer.result().ret().equals(WRONG_NONCE))
            .isPresent();
  }
}
