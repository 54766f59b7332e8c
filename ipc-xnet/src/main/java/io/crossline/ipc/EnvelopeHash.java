// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * The hashes of {@code CrossMsgHelper.sol}, each one pass over an encoding in a buffer of the
 * thread.
 */
final class EnvelopeHash {
  private EnvelopeHash() {}

  /** {@code abi.encode(envelope)}. */
  static AbiWriter encode(IpcEnvelope envelope) {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    envelope.writeTo(out);
    return out;
  }

  /** {@code keccak256(abi.encode(envelope))}. */
  static Bytes32 hash(IpcEnvelope envelope) {
    return encode(envelope).keccak();
  }

  /** {@code keccak256(abi.encode(envelope[]))}. */
  static Bytes32 arrayHash(List<IpcEnvelope> envelopes) {
    AbiWriter out = AbiWriter.ofThread();
    out.number(32);
    BottomUpMsgBatch.writeMessages(out, envelopes);
    return out.keccak();
  }

  /**
   * {@code keccak256(abi.encode(kind, to, from, value, message, originalNonce))}: six arguments
   * side by side, so there is no leading offset, and no local nonce.
   */
  static Bytes32 tracingId(IpcEnvelope envelope) {
    AbiWriter out = AbiWriter.ofThread();
    out.number(envelope.kind().code());
    int toAt = out.reserve();
    int fromAt = out.reserve();
    out.word(envelope.value());
    int messageAt = out.reserve();
    out.word(envelope.originalNonce());
    out.patch(toAt, out.size());
    envelope.to().writeTo(out);
    out.patch(fromAt, out.size());
    envelope.from().writeTo(out);
    out.patch(messageAt, out.size());
    out.bytes(envelope.message());
    return out.keccak();
  }
}
