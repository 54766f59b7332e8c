// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

/** Input as error messages show it: in quotation marks, and cut where it is long. */
final class Quoted {
  private static final int MAX_SHOWN = 80;

  private Quoted() {}

  static String of(String text) {
    return text.length() <= MAX_SHOWN
        ? '"' + text + '"'
        : '"' + text.substring(0, MAX_SHOWN) + "…\" (" + text.length() + " characters)";
  }
}
