// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * What is kept beside one chain as long as its blocks can be taken back: how to undo what was noted
 * of them, what the host did in them, and what is to happen when they are there for good.
 */
final class BlockNotes {
  private static final class Notes {
    private final List<Runnable> undos = new ArrayList<>(0);
    private final List<Runnable> hostActs = new ArrayList<>(0);
    private final List<Runnable> whenFixed = new ArrayList<>(0);
  }

  private final Deque<Notes> sealed = new ArrayDeque<>();
  private Notes open = new Notes();
  private int depth;

  /** How many finished blocks can be taken back; none unless this is called. */
  void undoable(int blocks) {
    depth = blocks;
  }

  /** Something outside the chain was changed because of the open block. */
  void undo(Runnable undo) {
    open.undos.add(undo);
  }

  /** What is to happen as soon as the open block cannot be taken back any more. */
  void whenFixed(Runnable event) {
    open.whenFixed.add(event);
  }

  /**
   * The host does something in the open block that no loss of blocks takes back, such as to make
   * coins.
   */
  void hostAct(Runnable act) {
    act.run();
    open.hostActs.add(act);
  }

  /** The open block was ended. */
  void sealed() {
    sealed.addLast(open);
    open = new Notes();
    while (sealed.size() > depth) {
      sealed.removeFirst().whenFixed.forEach(Runnable::run);
    }
  }

  /**
   * The open block was undone, and so many finished ones before it.
   *
   * @return what the host did in them, to be done again
   */
  List<Runnable> takeBack(int blocks) {
    List<Notes> lost = new ArrayList<>(List.of(open));
    for (int i = 0; i < blocks; i++) {
      lost.add(sealed.removeLast());
    }
    // What an undo notes belongs to the block that is open afterwards.
    open = new Notes();
    lost.forEach(notes -> backwards(notes.undos).forEach(Runnable::run));
    List<Runnable> hostActs = new ArrayList<>();
    backwards(lost).forEach(notes -> hostActs.addAll(notes.hostActs));
    return hostActs;
  }

  private static <T> List<T> backwards(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
