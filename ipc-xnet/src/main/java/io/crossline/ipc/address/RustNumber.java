// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * Numbers as Rust's {@code u64::from_str} reads them: a leading plus sign and leading zeros pass.
 */
final class RustNumber {
  private static final long LIMIT_TENTH = Long.divideUnsigned(-1L, 10);

  private RustNumber() {}

  static Optional<UInt64> parse(String text) {
    int at = text.startsWith("+") ? 1 : 0;
    if (at == text.length()) {
      return Optional.empty();
    }
    long number = 0;
    for (; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9 || Long.compareUnsigned(number, LIMIT_TENTH) > 0) {
        return Optional.empty();
      }
      long next = number * 10 + digit;
      if (Long.compareUnsigned(next, digit) < 0) {
        return Optional.empty();
      }
      number = next;
    }
    return Optional.of(UInt64.ofBits(number));
  }
}
