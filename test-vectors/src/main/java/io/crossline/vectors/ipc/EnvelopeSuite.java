// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.vectors.suite.Suite;

/**
 * {@code ipc.envelope}: the functions on envelopes, addresses, call and result messages, and
 * epochs.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class EnvelopeSuite {
  private static final CaseFunctions FUNCTIONS = new CaseFunctions();

  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.envelope", FUNCTIONS::run);

  static {
    EnvelopeFunctions.addTo(FUNCTIONS);
    AddressFunctions.addTo(FUNCTIONS);
    MessageFunctions.addTo(FUNCTIONS);
  }

  private EnvelopeSuite() {}
}
