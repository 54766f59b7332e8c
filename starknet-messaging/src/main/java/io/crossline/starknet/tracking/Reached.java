// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Optional;

/**
 * A status that a message got to.
 *
 * <p>Immutable and thread-safe.
 *
 * @param status the status
 * @param by what brought it there
 * @param at in which block
 * @param reason why, where there is something to say: what a handler failed with, which word is no
 *     felt
 */
public record Reached(
    MessageStatus status, MessageEvent by, BlockPoint at, Optional<String> reason) {
  /** The same place in a message's path? A rollback that reaches deeper is not another one. */
  boolean isSameAs(Reached other) {
    return status == other.status
        && (status == MessageStatus.ROLLED_BACK || at.equals(other.at) && by == other.by);
  }

  /** Such as {@code SENT since L1 #10 (2026-01-01T00:02:00Z)}. */
  @Override
  public String toString() {
    return status + " since " + at + reason.map(text -> ": " + text).orElse("");
  }
}
