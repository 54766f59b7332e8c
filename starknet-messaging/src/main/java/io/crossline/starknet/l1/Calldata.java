// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;

/**
 * Writes calldata of the core contract's functions: value words, with at most one payload among
 * them.
 */
final class Calldata {
  private static final int WORD = 32;

  private Calldata() {}

  static Bytes of(Signature function, UInt256... words) {
    AbiWriter out = AbiWriter.ofThread();
    for (UInt256 word : words) {
      out.word(word);
    }
    return Bytes.concat(function.selector(), out.toBytes());
  }

  static Bytes of(Signature function, EthAddress address) {
    return of(function, address.toUInt256());
  }

  /** The payload's offset stands behind the first words and before the last ones. */
  static Bytes of(Signature function, UInt256[] before, Payload payload, UInt256... after) {
    AbiWriter out = AbiWriter.ofThread();
    for (UInt256 word : before) {
      out.word(word);
    }
    out.number((long) (before.length + 1 + after.length) * WORD);
    for (UInt256 word : after) {
      out.word(word);
    }
    payload.writeTo(out);
    return Bytes.concat(function.selector(), out.toBytes());
  }

  static UInt256[] words(UInt256... words) {
    return words;
  }
}
