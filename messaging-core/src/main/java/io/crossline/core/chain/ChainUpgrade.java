// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.store.StoreFormat;
import io.crossline.core.store.StoreUpgrade;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;

/**
 * How a {@link Chain} of format 1 becomes one of today: its receipts say that value and hashes are
 * not told. The blocks keep their hashes, so that the next one names the last old one as its
 * parent.
 *
 * <p>Immutable and thread-safe.
 */
public final class ChainUpgrade implements StoreUpgrade.Rule {
  private static final String RECEIPTS = "/blocks/receipts";

  /** Creates the rule. */
  public ChainUpgrade() {}

  @Override
  public boolean changes(String table) {
    return table.endsWith(StoreFormat.TIPS) || table.endsWith(RECEIPTS);
  }

  @Override
  public void upgrade(String table, Bytes key, Bytes value, StoreUpgrade.Rows out) {
    if (table.endsWith(RECEIPTS)) {
      out.put(table, key, receipt(value));
    } else {
      out.put(table, StoreFormat.TIP, value);
    }
  }

  private static Bytes receipt(Bytes value) {
    Receipt old;
    try {
      old = Receipt.OLD_CODEC.decode(value);
    } catch (MalformedInputException ofAnotherChain) {
      // A receipt of L2, whose form stays: it begins with a transaction, where no address can be.
      return value;
    }
    return Receipt.CODEC.encode(old);
  }
}
