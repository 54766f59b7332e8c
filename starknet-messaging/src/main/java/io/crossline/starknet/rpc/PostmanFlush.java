// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;

/**
 * The parameters of {@code devnet_postmanFlush} (starknet-devnet 0.8.1): the postman handles the
 * messages of L1 on L2, then sends those of closed L2 blocks to L1.
 *
 * <p>Immutable and thread-safe.
 *
 * @param dryRun whether it only says what it has collected: it asks L1 for nothing and sends
 *     nothing
 */
public record PostmanFlush(boolean dryRun) {
  /** {@value}: the name of the call. */
  public static final String METHOD = "devnet_postmanFlush";

  /**
   * Reads parameters.
   *
   * @param json the parameters, or a request of JSON-RPC with or without them
   * @return the parameters
   * @throws MalformedInputException if they are malformed, with the place
   */
  public static PostmanFlush parse(String json) {
    JsonObject params = JsonRpc.params(JsonReader.read("params", json), METHOD);
    return new PostmanFlush(
        RpcReader.optional(params, "dry_run", JsonValue::asBoolean).orElse(false));
  }

  /**
   * The parameters as the postman wants them.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return new RpcWriter().truth("dry_run", dryRun).toJson();
  }

  /**
   * The answer.
   *
   * @param messagesToL1 the messages that were sent to L1
   * @param messagesToL2 the messages that were handled on L2; the postman does not consume them on
   *     L1, where they stay pending
   * @param generatedL2Transactions the L1_HANDLER transactions that handled them
   * @param l1Provider where the node of L1 is, or {@code dry run}
   */
  public record Answer(
      List<L2ToL1Message> messagesToL1,
      List<PostmanSendMessageToL2> messagesToL2,
      List<Felt> generatedL2Transactions,
      String l1Provider) {
    /** Copies the lists. */
    public Answer {
      messagesToL1 = List.copyOf(messagesToL1);
      messagesToL2 = List.copyOf(messagesToL2);
      generatedL2Transactions = List.copyOf(generatedL2Transactions);
    }

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
      return new Answer(
          RpcReader.list(answer.required("messages_to_l1"), NodeReader::messageToL1),
          RpcReader.list(
              answer.required("messages_to_l2"),
              message -> PostmanSendMessageToL2.read(message.asObject())),
          RpcReader.list(answer.required("generated_l2_transactions"), NodeReader::felt),
          answer.required("l1_provider").asText());
    }

    /**
     * The answer as the postman gives it.
     *
     * @return one line of JSON, which {@link #parse} reads back
     */
    public String toJson() {
      return new RpcWriter()
          .list(
              "messages_to_l1", messagesToL1.stream().map(NodeWriter::postmanMessageToL1).toList())
          .list(
              "messages_to_l2", messagesToL2.stream().map(PostmanSendMessageToL2::written).toList())
          .words("generated_l2_transactions", generatedL2Transactions)
          .text("l1_provider", l1Provider)
          .toJson();
    }
  }
}
