// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.RandomWords;
import io.crossline.starknet.Felt;
import io.crossline.starknet.hash.PedersenHash;
import java.util.Arrays;
import java.util.Locale;

/** The Pedersen hash of two felts, against starknet-jvm, which calls a library in C++. */
final class PedersenHashing implements Ratio {
  private static final String NAME = "starknet-pedersen";
  private static final double LIMIT = 0.125;

  /** Few, since the baseline takes a third of a millisecond. */
  private static final int PAIRS = 4;

  private static final int ALONE_SAMPLES = 41;
  private static final int ALONE_HASHES = 200;

  private final Felt[] left = new Felt[PAIRS];
  private final Felt[] right = new Felt[PAIRS];
  private final Object[] nativeLeft = new Object[PAIRS];
  private final Object[] nativeRight = new Object[PAIRS];
  private final NativePedersen peer = new NativePedersen();

  PedersenHashing() throws NotMeasuredException {
    RandomWords random = new RandomWords(5);
    Arrays.setAll(left, i -> random.felt());
    Arrays.setAll(right, i -> random.felt());
    for (int i = 0; i < PAIRS; i++) {
      nativeLeft[i] = peer.felt(left[i]);
      nativeRight[i] = peer.felt(right[i]);
      if (!peer.felt(PedersenHash.hash(left[i], right[i])).equals(baseline(i))) {
        throw new IllegalStateException(
            NAME + ": the libraries differ on " + left[i] + " and " + right[i]);
      }
    }
  }

  /** The line where there is no library to measure against: it tells at least our own time. */
  static Line skipped(String reason) {
    RandomWords random = new RandomWords(5);
    Felt left = random.felt();
    Felt right = random.felt();
    double[] microseconds = new double[ALONE_SAMPLES];
    for (int sample = 0; sample < ALONE_SAMPLES; sample++) {
      long start = ThreadMeter.cpuNanos();
      for (int i = 0; i < ALONE_HASHES; i++) {
        left = PedersenHash.hash(left, right);
      }
      microseconds[sample] = (ThreadMeter.cpuNanos() - start) / 1e3 / ALONE_HASHES;
    }
    String time = String.format(Locale.ROOT, "; a hash takes %.1f us", Median.of(microseconds));
    return Line.skipped(NAME, Line.RATIO, LIMIT, reason + time);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public double limit() {
    return LIMIT;
  }

  @Override
  public int inputs() {
    return PAIRS;
  }

  @Override
  public Object work(int input) {
    return PedersenHash.hash(left[input], right[input]);
  }

  @Override
  public Object baseline(int input) {
    return peer.hash(nativeLeft[input], nativeRight[input]);
  }
}
