// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.store.WriteBatch;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which entries are not what the store holds, in the order in which they changed first. */
final class Changes {
  private record Change(Table table, Object key) {
    @Override
    public boolean equals(Object other) {
      // One table is not another though they hold the same.
      return other instanceof Change that && table == that.table && key.equals(that.key);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(table) + key.hashCode();
    }
  }

  private final Set<Change> all = new LinkedHashSet<>();

  void add(Table table, Object key) {
    all.add(new Change(table, key));
  }

  /** Adds all of them to what is written, and forgets them. */
  void collect(String prefix, WriteBatch batch) {
    for (Change change : all) {
      change.table.collect(prefix + change.table.name(), change.key, batch);
    }
    all.clear();
  }
}
