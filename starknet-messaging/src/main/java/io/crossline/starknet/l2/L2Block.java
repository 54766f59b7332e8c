// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.state.Journal;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import java.util.List;

/** A finished block of L2: what ran in it, and how to undo it. */
public final class L2Block {
  private final BlockInfo info;
  private final Bytes32 hash;
  private final Bytes32 parentHash;
  private final List<L2Receipt> receipts;
  private final Journal.Sealed writes;
  private final Link link;
  private final Link parentLink;

  /**
   * Tells one sealed block from every other; holds nothing, so that a block does not keep its
   * ancestors alive.
   */
  static final class Link {}

  L2Block(
      BlockInfo info,
      Bytes32 hash,
      Bytes32 parentHash,
      List<L2Receipt> receipts,
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
   * What identifies the block. It is not Starknet's block hash: no header is built here.
   *
   * @return a hash of the parent's hash, number, time and transactions
   */
  public Bytes32 hash() {
    return hash;
  }

  /**
   * The block before.
   *
   * @return its hash; zero for the first one
   */
  public Bytes32 parentHash() {
    return parentHash;
  }

  /**
   * What ran in the block.
   *
   * @return a receipt for each transaction, in order
   */
  public List<L2Receipt> receipts() {
    return receipts;
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
