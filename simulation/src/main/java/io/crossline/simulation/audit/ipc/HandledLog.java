// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * {@code Handled(bytes32 indexed tracingId, uint64 localNonce, uint8 kind)}: what contracts of an
 * audited run emit when their {@code handleIpcMessage} has taken a message, Results included, so
 * that the auditor sees executions. No part of upstream.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tracingId the tracing id of the message
 * @param localNonce its number in the queue of the link on which it arrived
 * @param kind what it is
 */
public record HandledLog(Bytes32 tracingId, UInt64 localNonce, EnvelopeKind kind) {
  /** The first topic. */
  public static final Bytes32 TOPIC =
      Signature.parse("Handled(bytes32 tracingId, uint64 localNonce, uint8 kind)").topic();

  private static final EnvelopeKind[] KINDS = EnvelopeKind.values();

  /**
   * What a contract says of a message that its gateway hands it.
   *
   * @param envelope the message, as the gateway hands it over
   * @return what to emit
   */
  public static HandledLog of(IpcEnvelope envelope) {
    return new HandledLog(envelope.tracingId(), envelope.localNonce(), envelope.kind());
  }

  /**
   * The log.
   *
   * @param contract who emits it
   * @return the log
   */
  public Log toLog(Address contract) {
    AbiWriter out = AbiWriter.ofThread();
    out.word(localNonce);
    out.number(kind.code());
    return new Log(contract, List.of(TOPIC, tracingId), out.toBytes());
  }

  /**
   * Reads a log.
   *
   * @param log any log
   * @return what it says; nothing if its first topic is another one
   * @throws MalformedInputException if the first topic is this one, and the rest does not fit
   */
  public static Optional<HandledLog> parse(Log log) {
    if (log.topics().isEmpty() || !log.topics().get(0).equals(TOPIC)) {
      return Optional.empty();
    }
    if (log.topics().size() != 2) {
      throw new MalformedInputException(
          "log: found " + log.topics().size() + " topics, Handled has 2");
    }
    AbiReader.Head head = new AbiReader(log.data()).head(2);
    EnvelopeKind kind = KINDS[head.enumMember(1, KINDS.length)];
    return Optional.of(new HandledLog(log.topics().get(1), head.uint64(0), kind));
  }
}
