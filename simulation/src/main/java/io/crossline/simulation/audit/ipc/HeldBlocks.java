// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Blocks that may still be taken back: everything since the oldest of the last {@value #DEPTH}
 * blocks of the root, of all networks, so that what follows from a block is read behind it.
 */
final class HeldBlocks {
  /** How deep a root may be reorganised. */
  static final int DEPTH = 64;

  /** Takes blocks that stay. */
  interface Reader {
    void read(NetworkBook network, long block, List<Note> notes);
  }

  private record Held(NetworkBook network, long block, List<Note> notes) {
    boolean isRoot() {
      return network.parent == null;
    }
  }

  private final Deque<Held> held = new ArrayDeque<>();
  private final Reader reader;
  private int roots;

  HeldBlocks(Reader reader) {
    this.reader = reader;
  }

  void add(NetworkBook network, long block, List<Note> notes) {
    Held added = new Held(network, block, notes);
    if (added.isRoot()) {
      roots++;
    } else if (notes.isEmpty()) {
      return;
    }
    held.add(added);
    while (roots > DEPTH) {
      readFirst();
    }
  }

  void takeBack(NetworkBook network, long last) {
    if (network.lastRead > last) {
      throw new IllegalArgumentException(
          "block "
              + network.lastRead
              + " of "
              + network.id()
              + " cannot be taken back: only the last "
              + DEPTH
              + " blocks of the root can");
    }
    held.removeIf(
        block -> {
          boolean gone = block.network == network && block.block > last;
          roots -= gone && block.isRoot() ? 1 : 0;
          return gone;
        });
  }

  void readAll() {
    while (!held.isEmpty()) {
      readFirst();
    }
  }

  private void readFirst() {
    Held first = held.removeFirst();
    roots -= first.isRoot() ? 1 : 0;
    first.network.lastRead = first.block;
    reader.read(first.network, first.block, first.notes);
  }
}
