// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.chain.ChainView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is kept beside one chain as long as its blocks can be taken back: how to undo what was noted
 * of them, what the host did in them, and what is to happen when they are there for good.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class BlockNotes {
  private static final class Notes {
    private final List<BlockNote.Undo> undos = new ArrayList<>(0);
    private final List<BlockNote.HostAct> hostActs = new ArrayList<>(0);
    private final List<Runnable> whenFixed = new ArrayList<>(0);

    void add(BlockNote note) {
      if (note instanceof BlockNote.Undo undo) {
        undos.add(undo);
      } else if (note instanceof BlockNote.HostAct act) {
        hostActs.add(act);
      }
    }
  }

  private final ChainView chain;
  private final NoteRows rows;
  private final Consumer<BlockNote> runner;
  private final Deque<Notes> sealed = new ArrayDeque<>();
  private Notes open = new Notes();
  private int depth;

  BlockNotes(ChainView chain, NoteRows rows, Consumer<BlockNote> runner) {
    this.chain = chain;
    this.rows = rows;
    this.runner = runner;
  }

  /** How many finished blocks can be taken back; none unless this is called. */
  public void undoable(int blocks) {
    depth = blocks;
  }

  /** Goes on with what a store holds. */
  void restore() {
    long number = openNumber();
    for (long block = Math.max(0, number - depth); block < number; block++) {
      sealed.addLast(restored(block));
    }
    open = restored(number);
  }

  private Notes restored(long block) {
    Notes notes = new Notes();
    rows.read(block).forEach(notes::add);
    return notes;
  }

  private long openNumber() {
    return chain.block().number().longValueExact();
  }

  /** Something outside the chain was changed because of the open block. */
  void undo(BlockNote.Undo undo) {
    add(undo);
  }

  /** What is to happen as soon as the open block cannot be taken back any more. */
  public void whenFixed(Runnable event) {
    open.whenFixed.add(event);
  }

  /**
   * The host does something in the open block that no loss of blocks takes back, such as to make
   * coins.
   */
  public void hostAct(BlockNote.HostAct act) {
    runner.accept(act);
    add(act);
  }

  private void add(BlockNote note) {
    open.add(note);
    rows.add(openNumber(), note);
  }

  /** The block that was open was ended. */
  void sealed() {
    sealed.addLast(open);
    open = new Notes();
    while (sealed.size() > depth) {
      // Those that stay, and the one that is open now.
      rows.remove(openNumber() - sealed.size());
      sealed.removeFirst().whenFixed.forEach(Runnable::run);
    }
  }

  /**
   * The open block was undone, and so many finished ones before it: the first of them is open now.
   *
   * @return what the host did in them, to be done again
   */
  List<BlockNote.HostAct> takeBack(int blocks) {
    List<Notes> lost = new ArrayList<>(List.of(open));
    for (int i = 0; i < blocks; i++) {
      lost.add(sealed.removeLast());
    }
    for (int i = 0; i <= blocks; i++) {
      rows.remove(openNumber() + i);
    }
    // What an undo notes belongs to the block that is open afterwards.
    open = new Notes();
    lost.forEach(notes -> backwards(notes.undos).forEach(runner));
    List<BlockNote.HostAct> hostActs = new ArrayList<>();
    backwards(lost).forEach(notes -> hostActs.addAll(notes.hostActs));
    return hostActs;
  }

  private static <T> List<T> backwards(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
