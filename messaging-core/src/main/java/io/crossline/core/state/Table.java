// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
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
  final Codec<Object> keys;
  final Codec<Object> values;

  /**
   * With a name of its own in the state; with nobody to note changes for unless it is durable; and
   * with how a store holds keys and values.
   */
  @SuppressWarnings("unchecked") // only keys and values of this table come here
  Table(String name, @Nullable Changes changes, Codec<?> keys, Codec<?> values) {
    this.name = name;
    this.changes = changes;
    this.keys = (Codec<Object>) keys;
    this.values = (Codec<Object>) values;
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
  void restore(Object key, @Nullable Object before) {
    restoreQuietly(key, before);
    changed(key);
  }

  /** What stands under a key now, nothing if there is no entry. */
  abstract @Nullable Object now(Object key);

  /** Takes in an entry that the store holds. */
  final void load(Bytes key, Bytes value) {
    restoreQuietly(keys.decode(key), values.decode(value));
  }

  /** As {@link #restore}, but it is not a change. */
  abstract void restoreQuietly(Object key, @Nullable Object value);

  /** Adds an entry as it is now to what is written. */
  final void collect(String storeTable, Object key, WriteBatch batch) {
    Object value = now(key);
    if (value == null) {
      batch.remove(storeTable, keys.encode(key));
    } else {
      batch.put(storeTable, keys.encode(key), values.encode(value));
    }
  }
}
