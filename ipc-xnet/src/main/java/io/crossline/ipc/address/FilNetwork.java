// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.MalformedInputException;

/**
 * Which network a Filecoin address is written for. It changes the text only, by its first letter;
 * upstream keeps it in a setting of the whole process, here it is an argument.
 *
 * <p>Thread-safe.
 */
public enum FilNetwork {
  /** The main network, {@code f}. */
  MAINNET('f', "mainnet"),
  /** All others, {@code t}. */
  TESTNET('t', "testnet");

  private final char prefix;
  private final String networkName;

  FilNetwork(char prefix, String networkName) {
    this.prefix = prefix;
    this.networkName = networkName;
  }

  /**
   * What addresses of this network begin with.
   *
   * @return {@code f} or {@code t}
   */
  public char prefix() {
    return prefix;
  }

  /**
   * Finds a network by name.
   *
   * @param name {@code mainnet} or {@code testnet}
   * @return the network
   * @throws MalformedInputException if no network has this name
   */
  public static FilNetwork parse(String name) {
    for (FilNetwork network : values()) {
      if (network.networkName.equals(name)) {
        return network;
      }
    }
    throw new MalformedInputException(
        "network: found \"" + name + "\", must be mainnet or testnet");
  }

  /** {@code mainnet} or {@code testnet}. */
  @Override
  public String toString() {
    return networkName;
  }
}
