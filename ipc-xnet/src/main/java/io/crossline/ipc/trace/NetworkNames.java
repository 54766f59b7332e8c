// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import java.util.HashMap;
import java.util.Map;

/**
 * What to call networks: those that are followed by their names, others by their ids. Immutable.
 *
 * @param known the names
 */
public record NetworkNames(Map<SubnetId, String> known) {
  /** Copies the names. */
  public NetworkNames {
    known = Map.copyOf(known);
  }

  /**
   * What to call a network.
   *
   * @param network its id
   * @return its name, or the text form of its id
   */
  public String of(SubnetId network) {
    return known.getOrDefault(network, network.toString());
  }

  NetworkNames with(TracedNetwork network) {
    Map<SubnetId, String> more = new HashMap<>(known);
    more.put(network.id(), network.name());
    return new NetworkNames(more);
  }
}
