// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads Cairo values from felts, one after the other. */
final class FeltReader {
  /** How deep values may stand in each other, so that no payload can use up the stack. */
  private static final int MAX_DEPTH = 256;

  /** How many elements of no felts a list may have: Cairo runs out of gas with many. */
  private static final int MAX_EMPTY_ELEMENTS = 1 << 16;

  private final List<Felt> felts;
  private int at;
  private int depth;

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

  int at() {
    return at;
  }

  /** Elements, after a length that was read or is given by the type. */
  <T> List<T> items(Felt length, CairoType<T> element) {
    int left = felts.size() - at;
    // A length without data to show for it costs no memory.
    int least = element.leastFelts();
    int most = least == 0 ? MAX_EMPTY_ELEMENTS : left / least;
    if (length.compareTo(Felt.of(most)) > 0) {
      throw new MalformedInputException(
          "payload["
              + Math.max(0, at - 1)
              + "]: an array of "
              + length.toBigInteger()
              + " elements, but "
              + left
              + " felts are left",
          Math.max(0, at - 1));
    }
    int size = (int) length.limb(3);
    return inside(
        () -> {
          List<T> items = new ArrayList<>();
          for (int i = 0; i < size; i++) {
            items.add(element.read(this));
          }
          return List.copyOf(items);
        });
  }

  /** Reads what stands within a value. */
  <T> T inside(Supplier<T> parts) {
    if (++depth > MAX_DEPTH) {
      throw new MalformedInputException(
          "payload[" + at + "]: values stand within each other deeper than " + MAX_DEPTH, at);
    }
    T value = parts.get();
    depth--;
    return value;
  }

  /** The index of a variant of an enum. */
  int variant(int variants) {
    Felt felt = felt();
    if (felt.compareTo(Felt.of(variants)) >= 0) {
      throw refused(felt, "a variant (must be below " + variants + ")");
    }
    return (int) felt.limb(3);
  }

  void end() {
    if (at != felts.size()) {
      throw new MalformedInputException(
          "payload has " + felts.size() + " felts, the parameters take " + at, at);
    }
  }

  /** Refuses the felt that was read last. */
  MalformedInputException refused(Felt found, String allowed) {
    return new MalformedInputException(
        "payload[" + (at - 1) + "]: " + found + " is not " + allowed, at - 1L);
  }
}
