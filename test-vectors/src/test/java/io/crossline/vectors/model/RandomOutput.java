// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.model;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an operator hands to a state update: mostly right, sometimes damaged in a word or two. */
final class RandomOutput {
  private static final List<String> PROOF_ENDS =
      List.of("aa", "aa", "aa", "aa", "aa", "aa", "aa", "aa", "aa", "aa", "ee", "dd");

  final List<BigInteger> words = new ArrayList<>();
  final boolean kzg;
  final BigInteger dataHash = BigInteger.valueOf(77);
  final BigInteger dataSize;
  final List<BigInteger> blobHashes = new ArrayList<>();
  final List<String> proofs = new ArrayList<>();
  private final Random random;

  RandomOutput(
      Random random, CoreModel core, List<List<BigInteger>> up, List<List<BigInteger>> down) {
    this.random = random;
    kzg = random.nextInt(4) == 0;
    dataSize = random.nextInt(25) == 0 ? CoreModel.MAX : BigInteger.valueOf(random.nextInt(3));
    BigInteger before = core.block.signum() < 0 ? CoreModel.PRIME.subtract(ONE) : core.block;
    words.addAll(
        List.of(
            core.root,
            core.root.add(ONE).mod(BigInteger.valueOf(1000)),
            before,
            core.block
                .add(
                    one(
                        List.of(
                            ONE,
                            ONE,
                            ONE,
                            TWO,
                            TWO,
                            BigInteger.TEN,
                            random.nextInt(3) == 0 ? ZERO : ONE)))
                .max(ZERO),
            core.blockHash,
            core.blockHash.add(ONE).mod(BigInteger.valueOf(1000)),
            random.nextInt(4) == 0 ? CoreModel.PROGRAM : ZERO,
            core.config,
            kzg ? ONE : ZERO,
            ZERO));
    if (kzg) {
      blobs(one(List.of(0, 1, 1, 2)));
    }
    segment(up);
    segment(down);
    for (int damage = one(List.of(0, 0, 0, 0, 0, 1, 1, 2)); damage > 0; damage--) {
      damage();
    }
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private void blobs(int count) {
    words.add(BigInteger.valueOf(random.nextInt(9)));
    words.add(BigInteger.valueOf(count));
    for (int bits : new int[] {192, 128}) {
      for (int i = 0; i < 2 * count; i++) {
        words.add(half(bits));
      }
    }
    for (int i = 0; i < count; i++) {
      int size = random.nextInt(20) == 0 ? 47 : 48;
      proofs.add("0".repeat(2 * size - 2) + one(PROOF_ENDS));
      blobHashes.add(
          BigInteger.valueOf(random.nextInt(20) == 0 ? 2 : 1)
              .shiftLeft(248)
              .add(BigInteger.valueOf(i)));
    }
    switch (random.nextInt(24)) {
      case 0 -> blobHashes.clear();
      case 1 -> blobHashes.add(ONE);
      case 2 -> blobHashes.replaceAll(hash -> ZERO);
      case 3 -> proofs.add("00");
      default -> {}
    }
  }

  /** Half of a commitment or evaluation, at times the largest or one above it. */
  private BigInteger half(int bits) {
    return one(
        List.of(
            ZERO,
            ONE,
            BigInteger.valueOf(7),
            TWO,
            BigInteger.TEN,
            TWO.pow(bits).subtract(ONE),
            TWO.pow(bits).subtract(TWO),
            random.nextInt(6) == 0 ? TWO.pow(bits) : ZERO));
  }

  private void segment(List<List<BigInteger>> messages) {
    words.add(BigInteger.valueOf(messages.stream().mapToInt(List::size).sum()));
    messages.forEach(words::addAll);
  }

  private void damage() {
    int size = words.size();
    if (size == 0) {
      return;
    }
    switch (random.nextInt(6)) {
      case 0 ->
          words
              .subList(
                  Math.min(size, one(List.of(0, 10, 11, size - 1, random.nextInt(size)))), size)
              .clear();
      case 1 -> words.add(ZERO);
      default -> {
        // Half of the time in the header, else in the segments.
        boolean header = size <= 10 || random.nextBoolean();
        int at = header ? random.nextInt(Math.min(10, size)) : 10 + random.nextInt(size - 10);
        BigInteger old = words.get(at);
        BigInteger other =
            one(
                List.of(
                    old.add(ONE),
                    old.add(ONE),
                    old.subtract(ONE),
                    ZERO,
                    TWO.pow(30),
                    TWO.pow(30).subtract(ONE),
                    CoreModel.PRIME,
                    CoreModel.MAX,
                    TWO.pow(255).subtract(ONE)));
        words.set(at, other.mod(CoreModel.WORDS));
      }
    }
  }
}
