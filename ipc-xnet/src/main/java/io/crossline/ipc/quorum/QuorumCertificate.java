// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.quorum;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Signatures over a checkpoint, in any order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param signatures 65 bytes each: r, s, v
 */
public record QuorumCertificate(List<Bytes> signatures) {
  /** Copies the list. */
  public QuorumCertificate {
    signatures = List.copyOf(signatures);
  }

  /**
   * The certificate as a subnet actor takes it.
   *
   * @return {@code abi.encode(signatures)}, a {@code bytes[]}
   */
  public Bytes encoded() {
    AbiWriter out = new AbiWriter();
    out.number(32).number(signatures.size());
    int start = out.size();
    signatures.forEach(signature -> out.reserve());
    for (int i = 0; i < signatures.size(); i++) {
      out.patch(start + 32 * i, out.size() - start);
      out.bytes(signatures.get(i));
    }
    return out.toBytes();
  }

  /**
   * Reads a certificate.
   *
   * @param data {@code abi.encode} of a {@code bytes[]}
   * @return the certificate; its signatures may be anything
   * @throws AbiDecodeException if it does not decode
   */
  public static QuorumCertificate decode(Bytes data) {
    AbiReader.Items items = new AbiReader(data).head(1).array(0, 1, true);
    List<Bytes> signatures = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      signatures.add(items.bytes(i));
    }
    return new QuorumCertificate(signatures);
  }
}
