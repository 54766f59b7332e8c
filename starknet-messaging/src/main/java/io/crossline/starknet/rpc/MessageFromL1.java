// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Selector;
import java.util.List;

/**
 * A message whose fee is to be estimated: the parameter {@code message} of {@code
 * starknet_estimateMessageFee} (JSON-RPC 0.10, MSG_FROM_L1). It has no nonce.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the L1 contract that sends
 * @param to the L2 contract
 * @param selector the entry point that is to handle it
 * @param payload the payload
 */
public record MessageFromL1(EthAddress from, Felt to, Selector selector, List<Felt> payload) {
  /** Copies the payload. */
  public MessageFromL1 {
    payload = List.copyOf(payload);
  }

  /**
   * A message that was or may be sent.
   *
   * @param message the message
   * @return what a node of L2 needs of it to estimate
   * @throws MalformedInputException if a word of it is no felt, so that L2 cannot handle it
   */
  public static MessageFromL1 of(L1ToL2Message message) {
    return new MessageFromL1(
        message.from(),
        message.to().toFelt(),
        Selector.of(message.selector()),
        message.payloadWords().felts());
  }

  /**
   * Reads a message.
   *
   * @param json the parameter
   * @return the message
   * @throws MalformedInputException if it is no such message, with the place
   */
  public static MessageFromL1 parse(String json) {
    return read(JsonReader.read("message", json));
  }

  /**
   * Reads a message out of a document.
   *
   * @param value the parameter
   * @return the message
   * @throws InvalidJsonException if it is no such message, with the place
   */
  public static MessageFromL1 read(JsonValue value) {
    JsonObject message = value.asObject();
    return new MessageFromL1(
        RpcReader.shortAddress(message.required("from_address")),
        NodeReader.felt(message.required("to_address")),
        NodeReader.selector(message.required("entry_point_selector")),
        RpcReader.list(message.required("payload"), NodeReader::felt));
  }

  /**
   * The message as nodes want it: the sender with all 40 digits, felts without leading zeros.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return new RpcWriter()
        .text("from_address", from)
        .word("to_address", to)
        .word("entry_point_selector", selector)
        .words("payload", payload)
        .toJson();
  }
}
