// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.state.Journal;
import io.crossline.messaging.BlockInfo;
import java.util.List;

/** A finished block of L2: what ran in it, and how to undo it. */
public final class L2Block {
  private final BlockInfo info;
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
      BlockInfo info, List<L2Receipt> receipts, Journal.Sealed writes, Link link, Link parentLink) {
    this.info = info;
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
