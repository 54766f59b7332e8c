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
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import java.util.Optional;

/**
 * The parameters of {@code devnet_postmanSendMessageToL2} (starknet-devnet 0.8.1): a message is
 * handled on L2 as if it came from L1. No L1 is needed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message, with its fee and with felts only; devnet wants a nonce below 2^64
 *     when it hashes it
 * @param l1TransactionHash the transaction of L1 under which {@code starknet_getMessagesStatus} is
 *     to find it
 */
public record PostmanSendMessageToL2(L1ToL2Message message, Optional<Bytes32> l1TransactionHash) {
  /** {@value}: the name of the call. */
  public static final String METHOD = "devnet_postmanSendMessageToL2";

  /**
   * Checks the message.
   *
   * @throws IllegalArgumentException if the message has no fee, or has a word that is no felt
   */
  public PostmanSendMessageToL2 {
    if (message.fee().isEmpty()) {
      throw new IllegalArgumentException(
          "the postman must be told the fee that was paid: give the message one with withFee");
    }
    LoggedMessage.notDeliverable(message)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException("the postman takes felts only: " + reason);
            });
    if (!Felt.fits(message.fee().get())) {
      throw new IllegalArgumentException(
          "the postman takes felts only: the fee is " + message.fee().get().toHexString());
    }
  }

  /**
   * Reads parameters.
   *
   * @param json the parameters, or a request of JSON-RPC with them
   * @return the parameters
   * @throws MalformedInputException if they are malformed, with the place
   */
  public static PostmanSendMessageToL2 parse(String json) {
    return read(JsonRpc.params(JsonReader.read("params", json), METHOD));
  }

  static PostmanSendMessageToL2 read(JsonObject params) {
    EthAddress from = RpcReader.shortAddress(params.required("l1_contract_address"));
    L1ToL2Message message =
        L1ToL2Message.of(
            from,
            NodeReader.felt(params.required("l2_contract_address")),
            NodeReader.felt(params.required("entry_point_selector")),
            NodeReader.felts(params.required("payload")),
            NodeReader.felt(params.required("nonce")));
    Felt fee = NodeReader.felt(params.required("paid_fee_on_l1"));
    return new PostmanSendMessageToL2(
        message.withFee(fee.toUInt256()),
        RpcReader.optional(params, "l1_transaction_hash", RpcReader::shortHash));
  }

  /**
   * The parameters as the postman wants them.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return written().toJson();
  }

  RpcWriter written() {
    return new RpcWriter()
        .word("l2_contract_address", message.to())
        .word("entry_point_selector", message.selector())
        .text("l1_contract_address", message.from())
        .words("payload", message.payloadWords().words())
        .word("paid_fee_on_l1", message.fee().orElseThrow())
        .word("nonce", message.nonce())
        .textIfAny("l1_transaction_hash", l1TransactionHash);
  }

  /**
   * The answer.
   *
   * @param transactionHash the L1_HANDLER transaction that handled the message
   */
  public record Answer(Felt transactionHash) {
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
      return new Answer(NodeReader.felt(answer.required("transaction_hash")));
    }

    /**
     * The answer as the postman gives it.
     *
     * @return one line of JSON, which {@link #parse} reads back
     */
    public String toJson() {
      return new RpcWriter().word("transaction_hash", transactionHash).toJson();
    }
  }
}
