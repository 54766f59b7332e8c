// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The networks of a tree, by name and by id.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class TrackedNetworks {
  private final Map<String, TrackedNetwork> byName = new LinkedHashMap<>();
  private final Map<SubnetId, TrackedNetwork> byId = new HashMap<>();

  void add(TrackedNetwork network) {
    byName.put(network.name(), network);
    byId.put(network.id(), network);
  }

  /** All, each before those below it. */
  public Collection<TrackedNetwork> all() {
    return byName.values();
  }

  TrackedNetwork at(String name) {
    return Objects.requireNonNull(byName.get(name), name);
  }

  Optional<TrackedNetwork> find(SubnetId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What people call an account or contract: its network and its name there. */
  public String nameOf(IpcAddress address) {
    return find(address.subnetId())
        .map(home -> home.name() + ":" + home.names().of(address))
        .orElseGet(address::toString);
  }
}
