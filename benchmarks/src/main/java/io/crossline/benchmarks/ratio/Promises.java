// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;

/** All that is promised about work inside one JVM. */
final class Promises {
  private Promises() {}

  static List<Ratio> all() {
    return List.of(new StarknetMessageHash(), new EnvelopeHashing());
  }
}
