// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.ArrayList;
import java.util.List;

/** All that is promised about work inside one JVM. */
final class Promises {
  private static final int FEW_PENDING = 1_000;
  private static final int MANY_PENDING = 1_000_000;

  private Promises() {}

  /**
   * What can be measured here.
   *
   * @param skipped takes a line for each promise that cannot
   */
  static List<Ratio> all(List<Line> skipped) {
    List<Ratio> ratios = new ArrayList<>();
    ratios.add(new StarknetMessageHash());
    ratios.add(new SendAndConsume("starknet-send-consume-1k", FEW_PENDING, 2));
    ratios.add(new SendAndConsume("starknet-send-consume-1m", MANY_PENDING, 3));
    for (FeltHashing.Hash hash : FeltHashing.Hash.values()) {
      try {
        ratios.add(new FeltHashing(hash));
      } catch (NotMeasuredException e) {
        skipped.add(FeltHashing.skipped(hash, e.reason()));
      }
    }
    ratios.add(new EnvelopeHashing());
    ratios.add(new GatewayHop());
    ratios.add(GatewayGrowth.ofSubnets());
    ratios.add(GatewayGrowth.ofEnvelopes());
    return ratios;
  }
}
