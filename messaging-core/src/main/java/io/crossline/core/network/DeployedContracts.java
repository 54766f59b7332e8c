// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.messaging.Codec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which contracts users ever deployed in a network. A store keeps no code, but that it was there:
 * who opens the network again gives it again, before anything runs.
 *
 * <p>Not thread-safe.
 */
public final class DeployedContracts {
  private final HostTable<String, String> names;

  /** The names of those that are not deployed again yet, by their places. */
  private final Map<String, String> missing;

  DeployedContracts(State state) {
    names = state.hostTable("contracts", Codec.TEXT, Codec.TEXT);
    missing = new LinkedHashMap<>(names.entries());
  }

  /**
   * Whether a contract was deployed before the network was opened.
   *
   * @param chain what people call its chain
   * @param address where it is
   * @param name its name
   * @return false if it is new
   * @throws IllegalArgumentException if it had another name
   */
  public boolean isKnown(String chain, Object address, String name) {
    String before = names.get(place(chain, address)).orElse("");
    if (!before.isEmpty() && !before.equals(name)) {
      throw new IllegalArgumentException(
          chain
              + ": the contract at "
              + address
              + " was deployed as \""
              + before
              + "\" before, found the name \""
              + name
              + "\"");
    }
    return !before.isEmpty();
  }

  /**
   * A contract is deployed.
   *
   * @param chain what people call its chain
   * @param address where it is
   * @param name its name
   */
  public void add(String chain, Object address, String name) {
    String place = place(chain, address);
    if (names.get(place).isEmpty()) {
      names.put(place, name);
    }
    missing.remove(place);
  }

  /**
   * Checks that nothing fails for want of a contract that was there.
   *
   * @throws MissingContractsException if one is not deployed again
   */
  public void requireAll() {
    if (!missing.isEmpty()) {
      Map<String, String> addresses = new LinkedHashMap<>();
      missing.forEach(
          (place, name) -> {
            int space = place.indexOf(' ');
            addresses.put(place.substring(0, space) + ":" + name, place.substring(space + 1));
          });
      throw new MissingContractsException(addresses);
    }
  }

  private static String place(String chain, Object address) {
    return chain + " " + address;
  }
}
