// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.Optional;

/**
 * What a receiver returned, out of the {@code ret} of an Ok Result. That is raw return data of at
 * most 128 bytes (trap 3): for a handler the ABI's head of {@code bytes}, which takes 64 of them,
 * and the beginning of the content.
 *
 * <p>Immutable and thread-safe.
 *
 * @param content what the receiver's handler returned, as far as it is there; the raw data where
 *     they are not ABI-encoded {@code bytes}
 * @param length how many bytes the handler returned; nothing where the data are raw
 * @param raw the bytes as the Result carries them
 */
public record ReturnedData(Bytes content, Optional<UInt256> length, Bytes raw) {
  private static final int WORD = 32;
  private static final int HEAD = 2 * WORD;
  private static final int MAX_SHOWN = 20;
  private static final int CUT = 128;

  /**
   * Reads return data.
   *
   * @param ret the {@code ret} of a Result, any bytes
   * @return what they say
   */
  public static ReturnedData of(Bytes ret) {
    if (ret.size() < HEAD || !ret.getUInt256(0).equals(UInt256.of(WORD))) {
      return new ReturnedData(ret, Optional.empty(), ret);
    }
    UInt256 length = ret.getUInt256(WORD);
    Bytes there = ret.slice(HEAD);
    Bytes content =
        length.bitLength() > Integer.SIZE - 1
            ? there
            : there.truncate((int) length.longValueExact());
    return new ReturnedData(content, Optional.of(length), ret);
  }

  /**
   * Whether something is known to be lost: the length word is above what is there.
   *
   * @return true if the content is the beginning only; never for raw data, whose length nothing
   *     tells
   */
  public boolean isCut() {
    return length.filter(full -> full.compareTo(UInt256.of(content.size())) > 0).isPresent();
  }

  /** What is lost, in words; empty if nothing is. */
  String remark() {
    if (isCut()) {
      return "the first "
          + content.size()
          + " of "
          + length.orElseThrow()
          + " bytes; the gateway cut off the rest";
    }
    return length.isEmpty() && raw.size() == CUT
        ? "raw return data of " + CUT + " bytes, beyond which the gateway cuts"
        : "";
  }

  /** A small number as such, anything else in hexadecimal, shortened; nothing if it is empty. */
  @Override
  public String toString() {
    if (content.isEmpty()) {
      return "";
    }
    if (content.size() == WORD && content.getUInt256(0).bitLength() <= Long.SIZE) {
      return content.getUInt256(0).toString();
    }
    return content.truncate(MAX_SHOWN) + (content.size() > MAX_SHOWN ? "…" : "");
  }
}
