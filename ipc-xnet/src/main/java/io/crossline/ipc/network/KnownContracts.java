// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.core.store.MissingContractsException;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which contracts users deployed. The code of those that a store knows has to be given again before
 * anything runs; what they did when they were constructed stands already.
 */
final class KnownContracts {
  private final HostTable<String, String> names;
  private final Map<String, String> missing = new LinkedHashMap<>();

  KnownContracts(State state) {
    names = state.hostTable("contracts", Codec.TEXT, Codec.TEXT);
    names.entries().forEach((place, name) -> missing.put(place, network(place) + ":" + name));
  }

  /**
   * Whether a contract was deployed before the tree was opened.
   *
   * @throws IllegalArgumentException if it had another name
   */
  boolean isKnown(IpcSubnet at, EthAddress address, String name) {
    String before = names.get(place(at, address)).orElse(name);
    if (!before.equals(name)) {
      throw new IllegalArgumentException(
          at.name()
              + ": the contract at "
              + address
              + " was deployed as \""
              + before
              + "\" before, found the name \""
              + name
              + "\"");
    }
    return names.get(place(at, address)).isPresent();
  }

  /** A contract is deployed and constructed. */
  void add(IpcSubnet at, EthAddress address, String name) {
    if (names.get(place(at, address)).isEmpty()) {
      names.put(place(at, address), name);
    }
    missing.remove(place(at, address));
  }

  /**
   * Checks that none is missing.
   *
   * @throws MissingContractsException if one is
   */
  void requireAll() {
    if (!missing.isEmpty()) {
      throw new MissingContractsException(new ArrayList<>(missing.values()));
    }
  }

  private static String place(IpcSubnet at, EthAddress address) {
    return at.name() + " " + address;
  }

  private static String network(String place) {
    return place.substring(0, place.indexOf(' '));
  }
}
