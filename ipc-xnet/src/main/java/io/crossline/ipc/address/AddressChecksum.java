// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.Bytes;
import org.bouncycastle.crypto.digests.Blake2bDigest;

/** The four bytes that Filecoin puts behind an address in text: BLAKE2b of 32 bits. */
final class AddressChecksum {
  static final int BYTES = 4;

  private AddressChecksum() {}

  /**
   * Over the protocol byte, then of delegated addresses the namespace as LEB128, then the bytes.
   */
  static Bytes of(FilProtocol protocol, Bytes namespace, Bytes payload) {
    Blake2bDigest digest = new Blake2bDigest(8 * BYTES);
    digest.update((byte) protocol.code());
    update(digest, namespace);
    update(digest, payload);
    byte[] sum = new byte[BYTES];
    digest.doFinal(sum, 0);
    return Bytes.of(sum);
  }

  /** Seven bits a byte, the lowest first, the upper bit set on all but the last. */
  static Bytes leb128(long number) {
    byte[] bytes = new byte[10];
    int size = 0;
    long rest = number;
    while (rest >>> 7 != 0) {
      bytes[size++] = (byte) (rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return Bytes.copyOf(bytes, 0, size);
  }

  private static void update(Blake2bDigest digest, Bytes bytes) {
    byte[] copy = bytes.toByteArray();
    digest.update(copy, 0, copy.length);
  }
}
