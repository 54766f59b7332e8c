// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.core.abi.AbiWriter;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import java.util.List;

/**
 * The tracing id, once more: Keccak over the encoding of six arguments, without a leading offset
 * and without the local nonce. All offsets are worked out beforehand from the sizes of the parts,
 * so that this shares nothing with the library's hashing but the words and the permutation.
 */
final class TracingId {
  private static final int WORD = 32;
  private static final int ARGUMENTS = 6;

  private TracingId() {}

  static Bytes32 of(IpcEnvelope envelope) {
    long toAt = (long) ARGUMENTS * WORD;
    long fromAt = toAt + size(envelope.to());
    long messageAt = fromAt + size(envelope.from());
    AbiWriter out = AbiWriter.ofThread();
    out.number(envelope.kind().code());
    out.number(toAt);
    out.number(fromAt);
    out.word(envelope.value());
    out.number(messageAt);
    out.word(envelope.originalNonce());
    write(out, envelope.to());
    write(out, envelope.from());
    out.bytes(envelope.message());
    return out.keccak();
  }

  /** Offsets of the two parts; root, offset, length and route; type, offset, length and payload. */
  private static long size(IpcAddress address) {
    return subnetEnd(address) + 3L * WORD + padded(address.rawAddress().payload().size());
  }

  private static long subnetEnd(IpcAddress address) {
    return (2L + 3L + address.subnetId().route().size()) * WORD;
  }

  private static long padded(int bytes) {
    return (bytes + WORD - 1L) / WORD * WORD;
  }

  private static void write(AbiWriter out, IpcAddress address) {
    List<EthAddress> route = address.subnetId().route();
    out.number(2L * WORD);
    out.number(subnetEnd(address));
    out.word(address.subnetId().root());
    out.number(2L * WORD);
    out.number(route.size());
    for (EthAddress actor : route) {
      out.word(actor);
    }
    out.number(address.rawAddress().addrType());
    out.number(2L * WORD);
    out.bytes(address.rawAddress().payload());
  }
}
