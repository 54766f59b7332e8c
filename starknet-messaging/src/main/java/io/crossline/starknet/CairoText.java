// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

/**
 * A value of Cairo as a person writes it, such as a word of a command line. Unlike a {@code String}
 * it is no text by itself: numbers are decimal with a sign or hexadecimal, bools are {@code true}
 * and {@code false}, a variant without data is its name. {@code text:abc} is the text that follows,
 * a ByteArray or a short string; {@code bytes:0x6162} the bytes of a ByteArray. For a ByteArray any
 * other text is itself, except hexadecimal, which could mean either and is refused.
 *
 * <p>Immutable and thread-safe.
 *
 * @param text what was written
 */
public record CairoText(String text) {
  static final String TEXT = "text:";
  static final String BYTES = "bytes:";

  @Override
  public String toString() {
    return '"' + text + '"';
  }
}
