// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;

/** Reads Cairo values from felts, one after the other. */
final class FeltReader {
  private static final int U128_BITS = 128;

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
