// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.MessageEnds;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import java.util.Optional;

/** Reads how a message was answered out of the trace of its Result. */
final class AnswerReader {
  private AnswerReader() {}

  static TraceAnswer read(
      TraceBook traces, TracedMessages messages, int copy, MessageTrace result) {
    IpcEnvelope envelope = result.envelope().orElseThrow();
    ResultMsg says = ResultMsgAbi.decode(envelope.message());
    Optional<SubnetId> by = by(says, envelope, result);
    MessageEnds ends =
        messages
            .envelope()
            .map(MessageEnds::of)
            .orElseGet(() -> MessageEnds.behind(envelope))
            .named(traces.names()::of, traces::name);
    if (by.isPresent()) {
      ends = ends.answeredBy(by.get());
      int last = messages.way().indexOf(by.get()) - 1;
      if (last >= 0) {
        ends =
            messages
                .commit(last, copy)
                .flatMap(HopSending::nonce)
                .map(ends::withNonce)
                .orElse(ends);
      }
    }
    return new TraceAnswer(says, envelope.value(), by, ResultExplanation.of(says, ends), result);
  }

  /** What a receiver said comes from the destination; a refusal comes from where it began. */
  private static Optional<SubnetId> by(ResultMsg says, IpcEnvelope result, MessageTrace trace) {
    if (says.outcome() != OutcomeType.SYSTEM_ERR) {
      return Optional.of(result.from().subnetId());
    }
    return trace.hops().stream()
        .findFirst()
        .filter(first -> first.committed().isPresent() || first.cut().isPresent())
        .map(TraceHop::from);
  }
}
