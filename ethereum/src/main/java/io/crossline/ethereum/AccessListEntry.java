// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import java.util.List;

/**
 * What a transaction says that it will touch (EIP-2930).
 *
 * <p>Immutable and thread-safe.
 *
 * @param address an account
 * @param storageKeys slots of its storage
 */
public record AccessListEntry(EthAddress address, List<Bytes32> storageKeys) {
  /** Copies the list. */
  public AccessListEntry {
    storageKeys = List.copyOf(storageKeys);
  }
}
