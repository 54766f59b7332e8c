// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.state.Journal;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished block: what ran in it, and how to undo it. */
public final class Block {
  private final BlockInfo info;
  private final Bytes32 hash;
  private final Bytes32 parentHash;
  private final List<Receipt> receipts;
  private final Journal.Sealed writes;
  private final Link link;
  private final Link parentLink;
  private @Nullable List<Log> logs;

  /**
   * Tells one sealed block from every other; holds nothing, so that a block does not keep its
   * ancestors alive.
   */
  static final class Link {}

  Block(
      BlockInfo info,
      Bytes32 hash,
      Bytes32 parentHash,
      List<Receipt> receipts,
      Journal.Sealed writes,
      Link link,
      Link parentLink) {
    this.info = info;
    this.hash = hash;
    this.parentHash = parentHash;
    this.receipts = List.copyOf(receipts);
    this.writes = writes;
    this.link = link;
    this.parentLink = parentLink;
  }

  /**
   * Its number and time.
   *
   * @return number and time
   */
  public BlockInfo info() {
    return info;
  }

  /**
   * What identifies the block: the hash of its parent's hash, number, time and logs. It is not the
   * header hash of any public chain.
   *
   * @return the block hash
   */
  public Bytes32 hash() {
    return hash;
  }

  /**
   * The hash of the block before.
   *
   * @return the parent's hash
   */
  public Bytes32 parentHash() {
    return parentHash;
  }

  /**
   * What ran in the block.
   *
   * @return a receipt for each transaction, in order
   */
  public List<Receipt> receipts() {
    return receipts;
  }

  /**
   * What was emitted in the block.
   *
   * @return the logs of all its accepted transactions, in order
   */
  public List<Log> logs() {
    List<Log> all = logs;
    if (all == null) {
      // Kept, because every child of a network reads its parent's blocks.
      all = receipts.stream().flatMap(receipt -> receipt.outcome().logs().stream()).toList();
      logs = all;
    }
    return all;
  }

  Journal.Sealed writes() {
    return writes;
  }

  Link link() {
    return link;
  }

  Link parentLink() {
    return parentLink;
  }
}
