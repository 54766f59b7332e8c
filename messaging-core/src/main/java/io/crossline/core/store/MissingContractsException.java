// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A network was opened again, but contracts that had been deployed in it were not deployed again.
 * What is sent to them would fail, or be lost, so nothing ran.
 */
public final class MissingContractsException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> contracts;

  /**
   * Creates one.
   *
   * @param contracts what people call them, not empty
   */
  public MissingContractsException(Collection<String> contracts) {
    super(
        "not deployed again: "
            + String.join(", ", contracts)
            + ". Contracts are code, which no store keeps: deploy them at the same addresses before"
            + " anything runs.");
    this.contracts = new ArrayList<>(contracts);
  }

  /**
   * Which contracts are missing.
   *
   * @return what people call each
   */
  public List<String> contracts() {
    return List.copyOf(contracts);
  }
}
