// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import java.util.List;

/**
 * What became of one transaction, of whichever chain: all that a {@link Block} needs of it.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface TransactionReceipt {
  /**
   * What the transaction emitted.
   *
   * @return its logs in order; none if it failed
   */
  List<Log> logs();

  /**
   * Absorbs what the hash of the block commits to: who called whom with which input, and how it
   * ended. The tape has absorbed the place within the block before.
   *
   * @param sponge what absorbs it
   */
  void absorbInto(Keccak256 sponge);

  /**
   * Absorbs logs, each count before what it counts, so that no two lists absorb the same bytes.
   *
   * @param logs the logs
   * @param sponge what absorbs them
   */
  static void absorbLogs(List<Log> logs, Keccak256 sponge) {
    sponge.absorb((long) logs.size());
    for (Log log : logs) {
      absorbBytes(log.emitter().encoded(), sponge);
      sponge.absorb((long) log.topics().size());
      log.topics().forEach(sponge::absorb);
      absorbBytes(log.data(), sponge);
    }
  }

  /**
   * Absorbs bytes behind their number, and zeros up to a multiple of eight, because a sponge is
   * slower where words do not begin at one.
   *
   * @param bytes the bytes
   * @param sponge what absorbs them
   */
  static void absorbBytes(Bytes bytes, Keccak256 sponge) {
    int missing = -bytes.size() & Long.BYTES - 1;
    sponge.absorb((long) bytes.size()).absorb(bytes).absorb(new byte[missing], 0, missing);
  }
}
