// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.store.StoreFormat;
import io.crossline.core.store.StoreText;
import io.crossline.messaging.Codec;
import io.crossline.messaging.store.StateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a network in a store was set up with: it goes on with the same, or not at all.
 *
 * <p>Not thread-safe: it belongs to the network that is opened.
 */
public final class NetworkSetup {
  private static final String NONE = "not there";

  private final HostTable<String, String> kept;

  /**
   * Opens what the store says.
   *
   * @param state what the host of the network keeps
   */
  public NetworkSetup(State state) {
    kept = state.hostTable("setup", Codec.TEXT, Codec.TEXT);
  }

  /**
   * One of the settings.
   *
   * @param name its name
   * @return its text, empty if the store holds none
   */
  public String get(String name) {
    return kept.get(name).orElse("");
  }

  /**
   * Compares, or takes note if the store holds no network yet.
   *
   * @param store the store
   * @param wanted the settings that are asked for, as texts by their names
   * @param tables how the names of the tables begin that a new network will have
   * @return whether the network was there before
   * @throws DifferentSetupException if it is another one
   * @throws io.crossline.messaging.store.StoreException if an import has left the store half
   *     filled, or an earlier version wrote it
   */
  public boolean check(StateStore store, Map<String, String> wanted, Collection<String> tables) {
    StoreText.requireWhole(store);
    StoreFormat.requireCurrent(store);
    if (kept.entries().isEmpty()) {
      requireRoom(store, tables);
      wanted.forEach(kept::put);
      return false;
    }
    Set<String> names = new TreeSet<>(wanted.keySet());
    names.addAll(kept.entries().keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String found = kept.get(name).orElse(NONE);
      String asked = wanted.getOrDefault(name, NONE);
      if (!found.equals(asked)) {
        differences.add(name + " is " + found + " in the store, " + asked + " was asked for");
      }
    }
    if (!differences.isEmpty()) {
      throw new DifferentSetupException(differences);
    }
    return true;
  }

  private static void requireRoom(StateStore store, Collection<String> tables) {
    List<String> taken =
        store.tables().stream().filter(name -> tables.stream().anyMatch(name::startsWith)).toList();
    if (!taken.isEmpty()) {
      throw new DifferentSetupException(
          List.of("it has the tables " + String.join(", ", taken) + ", but no network"));
    }
  }
}
