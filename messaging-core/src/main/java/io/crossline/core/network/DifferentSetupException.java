// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import java.util.ArrayList;
import java.util.List;

/**
 * A store holds a network that was set up in another way, or something else than a network. The
 * store was not changed.
 *
 * <p>Thread-safe.
 */
public final class DifferentSetupException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final ArrayList<String> differences;

  /**
   * Creates one.
   *
   * @param differences for each setting, what the store holds and what was asked for; not empty
   */
  public DifferentSetupException(List<String> differences) {
    super(
        "the store holds another network: "
            + String.join("; ", differences)
            + ". Start it with the settings that it was begun with, or on another store.");
    this.differences = new ArrayList<>(differences);
  }

  /**
   * What differs.
   *
   * @return for each setting, what the store holds and what was asked for
   */
  public List<String> differences() {
    return List.copyOf(differences);
  }
}
