// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.network.DifferentSetupException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run in a store was begun with. It goes on with the same, or not at all, because what all
 * chance comes from would not fit what is there; how many messages are sent may grow.
 */
final class StoredSettings {
  private static final String TABLE = "simulation/settings";

  private StoredSettings() {}

  /** Compares, or takes note if there is no note yet. */
  static void check(SimulatedSystem system, SimulationSettings settings, StateStore store) {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("system", system.name());
    wanted.put("seed", Long.toString(settings.seed()));
    wanted.put("faults", settings.profile().name());
    if (system == SimulatedSystem.IPC) {
      wanted.put("subnets", Integer.toString(settings.subnets()));
      wanted.put("depth", Integer.toString(settings.depth()));
    }
    Map<String, String> kept = new LinkedHashMap<>();
    store.scan(
        TABLE,
        Bytes.EMPTY,
        (key, value) -> {
          kept.put(Codec.TEXT.decode(key), Codec.TEXT.decode(value));
          return true;
        });
    if (kept.isEmpty()) {
      WriteBatch batch = new WriteBatch();
      wanted.forEach((name, value) -> batch.put(TABLE, Bytes.utf8(name), Bytes.utf8(value)));
      store.commit(batch);
      return;
    }
    List<String> differences = new ArrayList<>();
    kept.forEach(
        (name, value) -> {
          if (!value.equals(wanted.getOrDefault(name, value))) {
            differences.add(
                name + " is " + value + " in the store, " + wanted.get(name) + " was asked for");
          }
        });
    if (!differences.isEmpty()) {
      throw new DifferentSetupException(differences);
    }
  }
}
