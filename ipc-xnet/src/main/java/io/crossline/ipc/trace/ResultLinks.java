// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.messaging.Bytes32;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which Results answer which messages, by tracing ids. */
final class ResultLinks {
  private final Map<Bytes32, Set<Bytes32>> resultsOf = new HashMap<>();

  /** The message that a Result answers; nothing for other messages and for a broken Result. */
  static Optional<Bytes32> answers(IpcEnvelope envelope) {
    if (envelope.kind() != EnvelopeKind.RESULT) {
      return Optional.empty();
    }
    try {
      return Optional.of(ResultMsgAbi.decode(envelope.message()).id());
    } catch (AbiDecodeException forged) {
      return Optional.empty(); // no gateway makes one, but a child may forge one (trap 9)
    }
  }

  void add(Bytes32 id, IpcEnvelope envelope) {
    answers(envelope)
        .ifPresent(call -> resultsOf.computeIfAbsent(call, key -> new TreeSet<>()).add(id));
  }

  void remove(Bytes32 id, IpcEnvelope envelope) {
    answers(envelope)
        .ifPresent(
            call ->
                resultsOf.computeIfPresent(
                    call,
                    (key, results) -> {
                      results.remove(id);
                      return results.isEmpty() ? null : results;
                    }));
  }

  void forget(Bytes32 call) {
    resultsOf.remove(call);
  }

  Set<Bytes32> of(Bytes32 call) {
    return resultsOf.getOrDefault(call, Set.of());
  }

  Set<Bytes32> calls() {
    return resultsOf.keySet();
  }
}
