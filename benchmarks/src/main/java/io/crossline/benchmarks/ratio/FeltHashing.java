// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.RandomWords;
import io.crossline.starknet.Felt;
import io.crossline.starknet.hash.PedersenHash;
import io.crossline.starknet.hash.PoseidonHash;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BinaryOperator;

/** A hash of two felts, against starknet-jvm, which calls a library in C++ for it. */
final class FeltHashing implements Ratio {
  /** Which hash, what it may cost against starknet-jvm's, and who computes it there. */
  enum Hash {
    PEDERSEN("starknet-pedersen", 0.125, PedersenHash::hash, "StarknetCurve", "pedersen"),
    POSEIDON("starknet-poseidon", 0.2, PoseidonHash::hash, "Poseidon", "poseidonHash");

    private final String line;
    private final double limit;
    private final BinaryOperator<Felt> ours;
    private final String owner;
    private final String method;

    Hash(String line, double limit, BinaryOperator<Felt> ours, String owner, String method) {
      this.line = line;
      this.limit = limit;
      this.ours = ours;
      this.owner = owner;
      this.method = method;
    }
  }

  /** Few, since the baseline takes a third of a millisecond. */
  private static final int PAIRS = 4;

  private static final int ALONE_SAMPLES = 41;
  private static final int ALONE_HASHES = 200;

  private final Felt[] left = new Felt[PAIRS];
  private final Felt[] right = new Felt[PAIRS];
  private final Object[] nativeLeft = new Object[PAIRS];
  private final Object[] nativeRight = new Object[PAIRS];
  private final Hash hash;
  private final NativeHash peer;

  FeltHashing(Hash hash) throws NotMeasuredException {
    this.hash = hash;
    peer = new NativeHash(hash.owner, hash.method);
    RandomWords random = new RandomWords(5);
    Arrays.setAll(left, i -> random.felt());
    Arrays.setAll(right, i -> random.felt());
    for (int i = 0; i < PAIRS; i++) {
      nativeLeft[i] = peer.felt(left[i]);
      nativeRight[i] = peer.felt(right[i]);
      if (!peer.felt(hash.ours.apply(left[i], right[i])).equals(baseline(i))) {
        throw new IllegalStateException(
            hash.line + ": the libraries differ on " + left[i] + " and " + right[i]);
      }
    }
  }

  /** The line where there is no library to measure against: it tells at least our own time. */
  static Line skipped(Hash hash, String reason) {
    RandomWords random = new RandomWords(5);
    Felt left = random.felt();
    Felt right = random.felt();
    double[] microseconds = new double[ALONE_SAMPLES];
    for (int sample = 0; sample < ALONE_SAMPLES; sample++) {
      long start = ThreadMeter.cpuNanos();
      for (int i = 0; i < ALONE_HASHES; i++) {
        left = hash.ours.apply(left, right);
      }
      microseconds[sample] = (ThreadMeter.cpuNanos() - start) / 1e3 / ALONE_HASHES;
    }
    String time = String.format(Locale.ROOT, "; a hash takes %.1f us", Median.of(microseconds));
    return Line.skipped(hash.line, Line.RATIO, hash.limit, reason + time);
  }

  @Override
  public String name() {
    return hash.line;
  }

  @Override
  public double limit() {
    return hash.limit;
  }

  @Override
  public int inputs() {
    return PAIRS;
  }

  @Override
  public Object work(int input) {
    return hash.ours.apply(left[input], right[input]);
  }

  @Override
  public Object baseline(int input) {
    return peer.hash(nativeLeft[input], nativeRight[input]);
  }
}
