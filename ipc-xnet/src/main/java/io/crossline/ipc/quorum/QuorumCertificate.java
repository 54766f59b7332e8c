// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.quorum;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.ipc.abi.AbiArguments;
import io.crossline.ipc.abi.AbiForm;
import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * Signatures over a checkpoint, in any order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param signatures 65 bytes each: r, s, v
 */
public record QuorumCertificate(List<Bytes> signatures) {
  private static final AbiArguments<List<Bytes>> FORM =
      AbiArguments.one(AbiForm.listOf(AbiForm.of(Bytes.class)));

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
    return FORM.encode(signatures);
  }

  /**
   * Reads a certificate.
   *
   * @param data {@code abi.encode} of a {@code bytes[]}
   * @return the certificate; its signatures may be anything
   * @throws AbiDecodeException if it does not decode
   */
  public static QuorumCertificate decode(Bytes data) {
    return new QuorumCertificate(FORM.decode(data));
  }
}
