// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network was opened again, but contracts that had been deployed in it were not deployed again.
 * What is sent to them would fail, or be lost, so nothing ran.
 *
 * <p>Thread-safe.
 */
public final class MissingContractsException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> contracts;

  /**
   * Creates one.
   *
   * @param contracts what people call them, each with its address; not empty
   */
  public MissingContractsException(Map<String, String> contracts) {
    super(
        "not deployed again: "
            + contracts.entrySet().stream()
                .map(contract -> contract.getKey() + " at " + contract.getValue())
                .collect(Collectors.joining(", "))
            + ". Contracts are code, which no store keeps: deploy them at the same addresses before"
            + " anything runs.");
    this.contracts = new ArrayList<>(contracts.keySet());
  }

  /**
   * Which contracts are missing.
   *
   * @return what people call each: its chain and its name, joined by a colon
   */
  public List<String> contracts() {
    return List.copyOf(contracts);
  }
}
