// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads Cairo values from felts, one after the other. */
final class FeltReader {
  private static final int U128_BITS = 128;

  /** How many bytes of a ByteArray one felt carries. */
  private static final int WORD_BYTES = 31;

  private final List<Felt> felts;
  private int at;

  FeltReader(List<Felt> felts) {
    this.felts = felts;
  }

  Felt felt() {
    if (at == felts.size()) {
      throw new MalformedInputException(
          "payload ends after " + at + " felts, one more expected", at);
    }
    return felts.get(at++);
  }

  boolean bool() {
    Felt felt = felt();
    if (felt.equals(Felt.ZERO) || felt.equals(Felt.ONE)) {
      return felt.equals(Felt.ONE);
    }
    throw outOfRange(felt, "a bool (must be 0 or 1)");
  }

  UInt64 uint64() {
    Felt felt = felt();
    if ((felt.limb(0) | felt.limb(1) | felt.limb(2)) != 0) {
      throw outOfRange(felt, "a u64 (must be below 2^64)");
    }
    return UInt64.of(felt);
  }

  UInt256 uint256() {
    Felt low = u128();
    Felt high = u128();
    return UInt256.ofLimbs(high.limb(2), high.limb(3), low.limb(2), low.limb(3));
  }

  private Felt u128() {
    Felt felt = felt();
    if (felt.toUInt256().bitLength() > U128_BITS) {
      throw outOfRange(felt, "half of a u256 (must be below 2^128)");
    }
    return felt;
  }

  EthAddress ethAddress() {
    Felt felt = felt();
    if (!EthAddress.fits(felt)) {
      throw outOfRange(felt, "an L1 address (must be below 2^160)");
    }
    return EthAddress.of(felt);
  }

  <T> List<T> list(CairoType<T> element) {
    UInt64 length = uint64();
    int left = felts.size() - at;
    // Every element takes a felt at least, so a length without data to show for it costs no memory.
    if (length.compareTo(UInt64.of(left)) > 0) {
      throw new MalformedInputException(
          "payload["
              + (at - 1)
              + "]: an array of "
              + length
              + " elements, but "
              + left
              + " felts are left",
          at - 1L);
    }
    List<T> items = new ArrayList<>();
    for (long i = 0; i < length.bits(); i++) {
      items.add(element.read(this));
    }
    return List.copyOf(items);
  }

  /** A number in one felt. */
  Felt unsigned(int bits) {
    Felt felt = felt();
    if (felt.toUInt256().bitLength() > bits) {
      throw outOfRange(felt, "a u" + bits + " (must be below 2^" + bits + ")");
    }
    return felt;
  }

  /** The index of a variant of an enum. */
  int variant(int variants) {
    Felt felt = felt();
    if (felt.toUInt256().compareTo(UInt256.of(variants)) >= 0) {
      throw outOfRange(felt, "a variant (must be below " + variants + ")");
    }
    return (int) felt.limb(3);
  }

  /** Cairo's Option: 0 and a value, or 1. */
  <T> Optional<T> option(CairoType<T> some) {
    return variant(2) == 0 ? Optional.of(some.read(this)) : Optional.empty();
  }

  /** Cairo's ByteArray: words of 31 bytes, then a last word that is not full, and its length. */
  Bytes byteArray() {
    List<Felt> words = list(input -> input.unsigned(8 * WORD_BYTES));
    Felt pending = felt();
    int pendingSize = variant(WORD_BYTES);
    if (pending.toUInt256().bitLength() > 8 * pendingSize) {
      throw new MalformedInputException(
          "payload["
              + (at - 2)
              + "]: "
              + pending
              + " has more than the "
              + pendingSize
              + " bytes that follow it",
          at - 2L);
    }
    Bytes[] parts = new Bytes[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      parts[i] = words.get(i).toBytes32().toBytes().slice(32 - WORD_BYTES);
    }
    parts[words.size()] = pending.toBytes32().toBytes().slice(32 - pendingSize);
    return Bytes.concat(parts);
  }

  /** A ByteArray that holds UTF-8 text. */
  String text() {
    int start = at;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(byteArray().toByteArray()))
          .toString();
    } catch (CharacterCodingException notText) {
      throw new MalformedInputException(
          "payload[" + start + "]: a ByteArray that is not UTF-8 text", start);
    }
  }

  Payload rest() {
    Payload rest = Payload.of(felts.subList(at, felts.size()));
    at = felts.size();
    return rest;
  }

  void end() {
    if (at != felts.size()) {
      throw new MalformedInputException(
          "payload has " + felts.size() + " felts, the parameters take " + at, at);
    }
  }

  private MalformedInputException outOfRange(Felt found, String allowed) {
    return new MalformedInputException(
        "payload[" + (at - 1) + "]: " + found + " is not " + allowed, at - 1L);
  }
}
