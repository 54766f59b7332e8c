// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;

/**
 * The form in which chains and networks are kept in a store. Each chain says in its tip which form
 * it has, so that a form of before is noticed whoever opens it.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StoreFormat {
  /** {@value}: since receipts know value, calldata hash and transaction hash. */
  public static final int NUMBER = 2;

  /** How the table ends in which a chain keeps its tip. */
  public static final String TIPS = "/blocks/tip";

  /** Under which key the tip stands; in format 1 the key was empty. */
  public static final Bytes TIP = Bytes.of((byte) NUMBER);

  private StoreFormat() {}

  /**
   * Whether an earlier version wrote a chain in the store.
   *
   * @param store the store, which is only read
   * @return true if it has to be upgraded
   */
  public static boolean isOld(StateStore store) {
    boolean[] old = new boolean[1];
    for (String table : store.tables()) {
      if (table.endsWith(TIPS)) {
        store.scan(
            table,
            Bytes.EMPTY,
            (key, value) -> {
              old[0] |= key.isEmpty();
              return !old[0];
            });
      }
    }
    return old[0];
  }

  /**
   * Refuses a store of before.
   *
   * @param store the store
   * @throws StoreException {@link Reason#OLD_FORMAT} if it has to be upgraded
   */
  public static void requireCurrent(StateStore store) {
    if (isOld(store)) {
      throw old();
    }
  }

  /**
   * What is said of a store of before.
   *
   * @return the exception to throw
   */
  public static StoreException old() {
    return new StoreException(
        Reason.OLD_FORMAT,
        "an earlier version of Crossline wrote this store (format 1, this is format "
            + NUMBER
            + "): make a new one of it with: crossline store upgrade OLD NEW",
        null);
  }
}
