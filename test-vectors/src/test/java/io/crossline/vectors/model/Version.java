// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

/** The versions of section 8, with v0.10.1 and v0.13.3, of which its notes tell. */
enum Version {
  V0_8_0("v0.8.0"),
  V0_9_0("v0.9.0"),
  V0_10_0("v0.10.0"),
  V0_10_1("v0.10.1"),
  V0_11_0_PRE("v0.11.0-pre"),
  V0_11_0_PRE3("v0.11.0-pre3"),
  V0_13_1("v0.13.1"),
  V0_13_3("v0.13.3"),
  V0_13_4("v0.13.4");

  final String text;

  Version(String text) {
    this.text = text;
  }

  boolean from(Version first) {
    return compareTo(first) >= 0;
  }

  boolean counts() {
    return !from(V0_10_0);
  }

  boolean checks() {
    return from(V0_13_1);
  }
}
