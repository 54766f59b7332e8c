// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the traces of the messages with one tracing id. It serves one question, and no later one.
 */
final class TraceReader {
  private final TraceBook traces;
  private final Optional<LaterMessages> later;

  private TraceReader(TraceBook traces, Optional<LaterMessages> later) {
    this.traces = traces;
    this.later = later;
  }

  /** Tells all that can be told. */
  static TraceReader whole(TraceBook traces) {
    return new TraceReader(traces, Optional.of(new LaterMessages(traces)));
  }

  /** Tells what the messages' own logs say, without words. */
  static TraceReader shallow(TraceBook traces) {
    return new TraceReader(traces, Optional.empty());
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
    String title = later.isPresent() ? TraceText.title(traces, messages) : "";
    List<MessageTrace> copies = new ArrayList<>();
    for (int copy = 0; copy < messages.copies(); copy++) {
      MessageTrace trace = new CopyReader(traces, messages, copy, later).read(title);
      copies.add(
          later.isPresent()
              ? new TraceNotes(traces, messages.facts(), messages.way(), trace).add()
              : trace);
    }
    return copies;
  }
}
