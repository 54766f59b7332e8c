// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import java.io.Serial;

/** A step that vectors have no words for. */
final class InexpressibleException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  InexpressibleException(String why) {
    super(why);
  }

  /** Why, in words that go on from "because". */
  String why() {
    return String.valueOf(getMessage());
  }
}
