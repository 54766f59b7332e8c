// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;

/**
 * Addresses made of names: the last 20 bytes of the Keccak-256 of a text. Accounts have the same
 * address in all networks, as people do; contracts do not.
 */
final class Names {
  /** Who holds the coins of a network's genesis. */
  static final EthAddress FAUCET = account("faucet");

  private Names() {}

  static EthAddress account(String name) {
    return address("crossline account " + name);
  }

  static EthAddress contract(String network, String name) {
    return address("crossline contract " + network + ":" + name);
  }

  static EthAddress subnetActor(String path) {
    return address("crossline subnet actor " + path);
  }

  private static EthAddress address(String text) {
    return EthAddress.truncate(Keccak256.hash(Bytes.utf8(text)));
  }
}
