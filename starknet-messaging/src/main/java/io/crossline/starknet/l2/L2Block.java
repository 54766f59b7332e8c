// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.chain.BlockLog;
import io.crossline.core.record.RecordReader;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import java.util.List;

/** A finished block of L2: what ran in it, and how to undo it. */
public final class L2Block {
  /** How a store keeps what can be told of blocks. A block that is read cannot be undone. */
  public static final Codec<L2Block> CODEC =
      RecordReader.codec(
          (writer, block) ->
              writer
                  .field(Codec.UINT64, block.info.number())
                  .field(Codec.UINT64, block.info.timestamp())
                  .field(Codec.BYTES32, block.hash)
                  .field(Codec.BYTES32, block.parentHash)
                  .list(L2Codecs.RECEIPT, block.receipts),
          reader ->
              new L2Block(
                  new BlockInfo(reader.field(Codec.UINT64), reader.field(Codec.UINT64)),
                  reader.field(Codec.BYTES32),
                  reader.field(Codec.BYTES32),
                  reader.list(L2Codecs.RECEIPT),
                  BlockLog.Undo.NONE,
                  new Link(),
                  new Link()));

  private final BlockInfo info;
  private final Bytes32 hash;
  private final Bytes32 parentHash;
  private final List<L2Receipt> receipts;
  private final BlockLog.Undo undo;
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
      BlockLog.Undo undo,
      Link link,
      Link parentLink) {
    this.info = info;
    this.hash = hash;
    this.parentHash = parentHash;
    this.receipts = List.copyOf(receipts);
    this.undo = undo;
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

  BlockLog.Undo undo() {
    return undo;
  }

  Link link() {
    return link;
  }

  Link parentLink() {
    return parentLink;
  }
}
