// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.L2ToL1Message;

/**
 * The parameters of {@code devnet_postmanConsumeMessageFromL2} (starknet-devnet 0.8.1): a message
 * to L1 is taken off devnet's own count of messages, without an L1. If the count is 0 the answer is
 * an error.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message
 */
public record PostmanConsumeMessageFromL2(L2ToL1Message message) {
  /** {@value}: the name of the call. */
  public static final String METHOD = "devnet_postmanConsumeMessageFromL2";

  /**
   * Reads parameters.
   *
   * @param json the parameters, or a request of JSON-RPC with them
   * @return the parameters
   * @throws MalformedInputException if they are malformed, with the place
   */
  public static PostmanConsumeMessageFromL2 parse(String json) {
    return new PostmanConsumeMessageFromL2(
        NodeReader.messageToL1(JsonRpc.params(JsonReader.read("params", json), METHOD)));
  }

  /**
   * The parameters as the postman wants them.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return NodeWriter.postmanMessageToL1(message).toJson();
  }

  /**
   * The answer.
   *
   * @param messageHash the message that was consumed
   */
  public record Answer(Bytes32 messageHash) {
    /**
     * Reads an answer.
     *
     * @param json the answer, with or without an envelope of JSON-RPC
     * @return the answer
     * @throws MalformedInputException if it is malformed, with the place; an {@link
     *     RpcErrorException} if it is an error
     */
    public static Answer parse(String json) {
      JsonObject answer = JsonRpc.answer("answer", json).asObject();
      return new Answer(RpcReader.shortHash(answer.required("message_hash")));
    }

    /**
     * The answer as the postman gives it: the hash with all its digits.
     *
     * @return one line of JSON, which {@link #parse} reads back
     */
    public String toJson() {
      return new RpcWriter().text("message_hash", messageHash).toJson();
    }
  }
}
