// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;

/**
 * Addresses made of names: the last 20 bytes of the Keccak-256 of a text. Accounts have the same
 * address in all networks, as people do; contracts do not.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Names {
  /** Who pays where nobody is named. */
  public static final EthAddress USER = account("user");

  /** Who holds the coins of a network's genesis. */
  public static final EthAddress FAUCET = account("faucet");

  private Names() {}

  public static EthAddress account(String name) {
    return address("crossline account " + name);
  }

  public static EthAddress contract(String network, String name) {
    return address("crossline contract " + network + ":" + name);
  }

  public static EthAddress subnetActor(String path) {
    return address("crossline subnet actor " + path);
  }

  private static EthAddress address(String text) {
    return EthAddress.truncate(Keccak256.hash(Bytes.utf8(text)));
  }
}
