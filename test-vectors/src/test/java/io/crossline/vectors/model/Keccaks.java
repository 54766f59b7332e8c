// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.KeccakDigest;

/** Keccak-256 of words, by Bouncy Castle. */
final class Keccaks {
  private Keccaks() {}

  static BigInteger of(List<BigInteger> words) {
    KeccakDigest digest = new KeccakDigest(256);
    for (BigInteger word : words) {
      byte[] bytes = word.toByteArray();
      byte[] padded = new byte[32];
      int size = Math.min(32, bytes.length);
      System.arraycopy(bytes, bytes.length - size, padded, 32 - size, size);
      digest.update(padded, 0, 32);
    }
    return number(digest);
  }

  static BigInteger ofText(String text) {
    KeccakDigest digest = new KeccakDigest(256);
    digest.update(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    return number(digest);
  }

  private static BigInteger number(KeccakDigest digest) {
    byte[] hash = new byte[32];
    digest.doFinal(hash, 0);
    return new BigInteger(1, hash);
  }
}
