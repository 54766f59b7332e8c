// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import java.util.List;

/** Which way messages go in the tree. */
final class Way {
  private Way() {}

  /** Whether a network is, or lies above, another one. */
  static boolean isAbove(SubnetId upper, SubnetId lower) {
    return upper.root().equals(lower.root()) && shared(upper, lower) == upper.route().size();
  }

  /** How many actors two routes share from the root on. */
  static int shared(SubnetId a, SubnetId b) {
    List<EthAddress> one = a.route();
    List<EthAddress> other = b.route();
    int most = Math.min(one.size(), other.size());
    int i = 0;
    while (i < most && one.get(i).equals(other.get(i))) {
      i++;
    }
    return i;
  }

  /** Whether a message passes a network on its shortest way; the root is on the way elsewhere. */
  static boolean passes(SubnetId network, SubnetId from, SubnetId to) {
    int top = from.root().equals(to.root()) ? shared(from, to) : 0;
    return network.route().size() >= top && (isAbove(network, from) || isAbove(network, to));
  }

  /** Whether a gateway treats a message as going up ({@code applyType}). */
  static boolean isBottomUp(SubnetId network, SubnetId from, SubnetId to) {
    if (!network.root().equals(to.root())) {
      // Both parents are the empty id if the sender's root is another one too.
      return !from.root().equals(to.root()) && !from.route().isEmpty();
    }
    if (!from.root().equals(to.root())) {
      return false;
    }
    int top = shared(from, to);
    return shared(network, to) == top && from.route().size() > top;
  }

  /** Whether a network is the lowest one above both ends. */
  static boolean isTurningPoint(SubnetId network, SubnetId from, SubnetId to) {
    return from.root().equals(to.root())
        && network.root().equals(to.root())
        && network.route().size() == shared(from, to)
        && isAbove(network, to);
  }
}
