// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.EthAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the accounts and contracts of one network. */
final class NameBook {
  private final Map<EthAddress, String> names = new LinkedHashMap<>();

  void add(EthAddress address, String name) {
    names.putIfAbsent(address, name);
  }

  boolean has(String name) {
    return names.containsValue(name);
  }

  String of(EthAddress address) {
    return names.getOrDefault(address, address.toString());
  }

  /** The local part of an address of this network. */
  String of(IpcAddress address) {
    return address
        .rawAddress()
        .evmAddress()
        .map(this::of)
        .orElseGet(() -> address.rawAddress().toString());
  }

  /** An address as a person of a network would say it. */
  static String say(IpcSubnet here, @Nullable IpcSubnet home, IpcAddress address) {
    if (home == null) {
      return address.toString();
    }
    String local = home.records().names().of(address);
    return home == here ? local : home.name() + ":" + local;
  }
}
