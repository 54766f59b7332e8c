// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;

/** All that is promised about work inside one JVM. */
final class Promises {
  private static final int FEW_PENDING = 1_000;
  private static final int MANY_PENDING = 1_000_000;

  private Promises() {}

  /** Every one of them, its results checked as it is made. */
  static List<Ratio> all() {
    return List.of(
        new StarknetMessageHash(),
        new SendAndConsume("starknet-send-consume-1k", FEW_PENDING, 2),
        new SendAndConsume("starknet-send-consume-1m", MANY_PENDING, 3),
        new EnvelopeHashing());
  }
}
