// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two lists of hashes held against each other as multisets: which one of the expected stands for
 * each of those that are there.
 */
final class Matching {
  static final int NONE = -1;

  private final int[] partners;
  private final List<Bytes32> missing = new ArrayList<>();
  private final boolean inOrder;

  Matching(List<Bytes32> expected, List<Bytes32> found) {
    partners = new int[found.size()];
    inOrder = expected.equals(found);
    if (inOrder) {
      Arrays.setAll(partners, i -> i);
    } else {
      pair(expected, found);
    }
  }

  private void pair(List<Bytes32> expected, List<Bytes32> found) {
    Map<Bytes32, Deque<Integer>> open = new HashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      open.computeIfAbsent(expected.get(i), hash -> new ArrayDeque<>()).add(i);
    }
    boolean[] used = new boolean[expected.size()];
    for (int i = 0; i < partners.length; i++) {
      Deque<Integer> equals = open.get(found.get(i));
      Integer partner = equals == null ? null : equals.poll();
      partners[i] = partner == null ? NONE : partner;
      if (partner != null) {
        used[partner] = true;
      }
    }
    for (int i = 0; i < used.length; i++) {
      if (!used[i]) {
        missing.add(expected.get(i));
      }
    }
  }

  /** Which of the expected one stands for; {@link #NONE} if it was not expected. */
  int partner(int found) {
    return partners[found];
  }

  /** The expected ones that were not found, in order. */
  List<Bytes32> missing() {
    return missing;
  }

  /** Whether the same ones are in both, but not in the same order. */
  boolean isOtherOrder() {
    return !inOrder && missing.isEmpty() && Arrays.stream(partners).noneMatch(p -> p == NONE);
  }
}
