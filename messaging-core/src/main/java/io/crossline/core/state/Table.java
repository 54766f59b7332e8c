// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import org.jspecify.annotations.Nullable;

/**
 * What a state consists of: entries under keys, each of which can be undone by what it was before.
 * Where the state is durable, a table notes which entries changed, so that a commit writes those
 * and no others.
 */
abstract class Table {
  private final String name;
  private final @Nullable Changes changes;

  /** With a name of its own in the state; with nobody to note changes for unless it is durable. */
  Table(String name, @Nullable Changes changes) {
    this.name = name;
    this.changes = changes;
  }

  final String name() {
    return name;
  }

  final boolean isDurable() {
    return changes != null;
  }

  /** Takes note that an entry is not what the store holds. */
  final void changed(Object key) {
    if (changes != null) {
      changes.add(this, key);
    }
  }

  /** Puts an entry back, without a note in the journal; with null for one that was not there. */
  abstract void restore(Object key, @Nullable Object before);

  abstract Bytes keyBytes(Object key);

  abstract Object key(Bytes bytes);

  abstract Bytes valueBytes(Object value);

  abstract Object value(Bytes bytes);

  /** What stands under a key now, nothing if there is no entry. */
  abstract @Nullable Object now(Object key);

  /** Takes in an entry that the store holds. */
  final void load(Bytes key, Bytes value) {
    restoreQuietly(key(key), value(value));
  }

  /** As {@link #restore}, but it is not a change. */
  abstract void restoreQuietly(Object key, @Nullable Object value);

  /** Adds an entry as it is now to what is written. */
  final void collect(String storeTable, Object key, WriteBatch batch) {
    Object value = now(key);
    if (value == null) {
      batch.remove(storeTable, keyBytes(key));
    } else {
      batch.put(storeTable, keyBytes(key), valueBytes(value));
    }
  }
}
