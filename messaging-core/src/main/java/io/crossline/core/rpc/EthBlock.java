// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import java.util.List;

/**
 * A block as {@code eth_getBlockByNumber} reports it: the part of it that a follower needs.
 * Immutable.
 *
 * @param info its number, and its time in seconds since 1970
 * @param hash its hash
 * @param parentHash the hash of the block before
 * @param transactions the hashes of its transactions, in order, whether they were asked for in full
 *     or not
 */
public record EthBlock(
    BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<Bytes32> transactions) {
  /** Copies the hashes. */
  public EthBlock {
    transactions = List.copyOf(transactions);
  }

  /**
   * Reads a block.
   *
   * @param json the block, with or without an envelope of JSON-RPC; fields that are not known are
   *     passed over
   * @return the block
   * @throws MalformedInputException if it is no block, with the place; an {@link RpcErrorException}
   *     if the answer is an error
   */
  public static EthBlock parse(String json) {
    return read(JsonRpc.answer("block", json));
  }

  /**
   * Reads a block out of a document.
   *
   * @param value the block
   * @return the block
   * @throws InvalidJsonException if it is no block, with the place
   */
  public static EthBlock read(JsonValue value) {
    JsonObject block = value.asObject();
    return new EthBlock(
        new BlockInfo(
            RpcReader.quantity(block.required("number")),
            RpcReader.quantity(block.required("timestamp"))),
        RpcReader.hash(block.required("hash")),
        RpcReader.hash(block.required("parentHash")),
        RpcReader.optional(block, "transactions", all -> RpcReader.list(all, EthBlock::transaction))
            .orElse(List.of()));
  }

  private static Bytes32 transaction(JsonValue value) {
    return RpcReader.hash(value instanceof JsonText ? value : value.asObject().required("hash"));
  }

  /**
   * The block as nodes write it, without what is not kept here.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return new RpcWriter()
        .word("number", info.number())
        .text("hash", hash)
        .text("parentHash", parentHash)
        .word("timestamp", info.timestamp())
        .texts("transactions", transactions)
        .toJson();
  }
}
