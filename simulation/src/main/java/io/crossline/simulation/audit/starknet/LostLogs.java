// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What blocks of L1 said that are no longer on the chain, and what the sequencer said of messages.
 * L2 may have acted on both.
 */
final class LostLogs {
  private final HashTable sent = new HashTable();
  private final Set<Bytes32> requested = new HashSet<>();
  private final Set<Bytes32> leftOut = new HashSet<>();

  /** Takes note of a block that was taken back. What the sequencer said of its messages is void. */
  void add(List<Note> notes) {
    for (Note note : notes) {
      if (note instanceof Note.Sent message) {
        sent.put(message.hash(), 1);
        leftOut.remove(message.hash());
      } else if (note instanceof Note.Requested request) {
        requested.add(request.hash());
      }
    }
  }

  void leftOut(Bytes32 hash) {
    leftOut.add(hash);
  }

  /** Forgets what the sequencer said of a message that is over. */
  void ended(Bytes32 hash) {
    leftOut.remove(hash);
  }

  /** Whether a message was ever sent in a block that was taken back. */
  boolean sent(Bytes32 hash) {
    return sent.contains(hash);
  }

  /** Whether a request to cancel it ever was in a block that was taken back. */
  boolean requested(Bytes32 hash) {
    return requested.contains(hash);
  }

  /** Whether the sequencer left it out, and it was not sent anew since. */
  boolean isLeftOut(Bytes32 hash) {
    return leftOut.contains(hash);
  }
}
