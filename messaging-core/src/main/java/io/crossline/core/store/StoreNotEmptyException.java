// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import java.util.Collection;

/**
 * What is to be imported needs a store that holds nothing, and this one holds something.
 *
 * <p>Thread-safe.
 */
public final class StoreNotEmptyException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param tables what was found
   */
  public StoreNotEmptyException(Collection<String> tables) {
    super(
        tables.contains(StoreText.UNFINISHED_IMPORT)
            ? "an import into this store did not come to its end: delete it and import into a new one"
            : "the store has entries in "
                + tables.size()
                + (tables.size() == 1 ? " table" : " tables")
                + ": import into a new one");
  }
}
