// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.EthAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What people call the accounts and contracts of one network.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class NameBook {
  private final Map<EthAddress, String> names = new LinkedHashMap<>();

  public void add(EthAddress address, String name) {
    names.putIfAbsent(address, name);
  }

  public boolean has(String name) {
    return names.containsValue(name);
  }

  String of(EthAddress address) {
    return names.getOrDefault(address, address.toString());
  }

  /** The local part of an address of this network. */
  public String of(IpcAddress address) {
    return address
        .rawAddress()
        .evmAddress()
        .map(this::of)
        .orElseGet(() -> address.rawAddress().toString());
  }
}
