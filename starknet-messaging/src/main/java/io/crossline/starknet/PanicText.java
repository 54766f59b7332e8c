// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Panic data in words: short strings as texts, other felts as numbers.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class PanicText {
  private PanicText() {}

  /**
   * Puts panic data into words.
   *
   * @param felts the panic data
   * @return such as {@code "BRIDGE_PAUSED", 0x5}
   */
  public static String of(List<Felt> felts) {
    return felts.stream().map(PanicText::readable).collect(Collectors.joining(", "));
  }

  private static String readable(Felt felt) {
    Bytes bytes = felt.toBytes32().toBytes();
    int first = 0;
    while (first < bytes.size() && bytes.get(first) == 0) {
      first++;
    }
    String text = new String(bytes.slice(first).toByteArray(), StandardCharsets.ISO_8859_1);
    boolean printable = !text.isEmpty() && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    return printable ? '"' + text + '"' : felt.toString();
  }
}
