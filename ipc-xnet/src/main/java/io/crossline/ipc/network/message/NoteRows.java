// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.network.NetworkStore;
import io.crossline.core.state.Rows;
import io.crossline.messaging.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The notes of one chain's blocks in a store, under the numbers of the blocks.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class NoteRows {
  private final Rows rows;
  private final BlockNoteCodec codec;
  private final boolean durable;
  private final Map<Long, Integer> counts = new HashMap<>();

  public NoteRows(NetworkStore store, String path, MessageRows messages) {
    rows = store.state().rows("notes of " + path);
    codec = new BlockNoteCodec(messages);
    durable = store.isDurable();
  }

  /** The notes of a block as they were committed last. */
  List<BlockNote> read(long block) {
    List<BlockNote> found = new ArrayList<>();
    rows.scan(
        Bytes.ofLong(block),
        (key, record) -> {
          if (key.getLong(0) != block) {
            return false;
          }
          counts.merge(block, 1, Integer::sum);
          codec.decode(record).ifPresent(found::add);
          return true;
        });
    return found;
  }

  void add(long block, BlockNote note) {
    if (durable) {
      int index = counts.merge(block, 1, Integer::sum) - 1;
      rows.put(key(block, index), codec.encode(note));
    }
  }

  void remove(long block) {
    Integer count = counts.remove(block);
    for (int i = 0; count != null && i < count; i++) {
      rows.remove(key(block, i));
    }
  }

  private static Bytes key(long block, long index) {
    return Bytes.concat(Bytes.ofLong(block), Bytes.ofLong(index));
  }
}
