// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.core.rpc.RpcName;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.rpc.RpcMessageStatus.ExecutionStatus;
import io.crossline.starknet.rpc.RpcMessageStatus.FinalityStatus;
import java.util.List;
import java.util.Optional;

/**
 * The receipt of an L1_HANDLER transaction as nodes of L2 report it (JSON-RPC 0.5 to 0.10,
 * L1_HANDLER_TXN_RECEIPT). What is not told, or was written otherwise then, is nothing. The hashes
 * of the messages that it sent are not in it; {@link L2ToL1Message#hash} computes them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param transactionHash the transaction
 * @param messageHash the message that it handled, by its hash on L1
 * @param actualFee the fee that was charged, which is 0
 * @param finalityStatus how far the transaction is
 * @param executionStatus whether it succeeded; one that reverted left its message pending on L1
 * @param revertReason why it reverted
 * @param blockHash the hash of its block; nothing while the block is not closed
 * @param blockNumber the number of its block, below 2^63
 * @param messagesSent the messages to L1 that it sent, in order
 * @param events what it emitted: emitters are felts, keys the topics, data whole words
 * @param executionResources the gas that it took; before JSON-RPC 0.8 nodes counted steps instead
 */
public record RpcL1HandlerReceipt(
    Felt transactionHash,
    Optional<Bytes32> messageHash,
    Optional<FeePayment> actualFee,
    RpcName<FinalityStatus> finalityStatus,
    RpcName<ExecutionStatus> executionStatus,
    Optional<String> revertReason,
    Optional<Felt> blockHash,
    Optional<UInt64> blockNumber,
    List<L2ToL1Message> messagesSent,
    List<Log> events,
    Optional<ExecutionResources> executionResources) {
  private static final String TYPE = "L1_HANDLER";

  /** Copies the lists. */
  public RpcL1HandlerReceipt {
    messagesSent = List.copyOf(messagesSent);
    events = List.copyOf(events);
  }

  /**
   * Reads a receipt.
   *
   * @param json the receipt, with or without an envelope of JSON-RPC; fields that are not known are
   *     passed over
   * @return the receipt
   * @throws MalformedInputException if it is no receipt of an L1_HANDLER, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static RpcL1HandlerReceipt parse(String json) {
    return read(JsonRpc.answer("receipt", json));
  }

  /**
   * Reads a receipt out of a document.
   *
   * @param value the receipt
   * @return the receipt
   * @throws InvalidJsonException if it is no receipt of an L1_HANDLER, with the place
   */
  public static RpcL1HandlerReceipt read(JsonValue value) {
    JsonObject receipt = value.asObject();
    RpcReader.requireText(receipt.required("type"), TYPE);
    return new RpcL1HandlerReceipt(
        NodeReader.felt(receipt.required("transaction_hash")),
        RpcReader.optional(receipt, "message_hash", RpcReader::shortHash),
        RpcReader.told(receipt, FeePayment::read, "actual_fee"),
        RpcName.read(receipt.required("finality_status"), FinalityStatus.values()),
        RpcName.read(receipt.required("execution_status"), ExecutionStatus.values()),
        RpcReader.told(receipt, JsonValue::asText, "revert_reason"),
        RpcReader.told(receipt, NodeReader::felt, "block_hash").filter(hash -> !hash.isZero()),
        RpcReader.told(receipt, RpcReader::quantity, "block_number"),
        RpcReader.list(receipt.required("messages_sent"), NodeReader::messageToL1),
        RpcReader.optional(
                receipt, "events", all -> RpcReader.list(all, RpcL1HandlerReceipt::event))
            .orElse(List.of()),
        RpcReader.told(receipt, ExecutionResources::read, "execution_resources"));
  }

  private static Log event(JsonValue value) {
    JsonObject event = value.asObject();
    return new Log(
        NodeReader.felt(event.required("from_address")),
        RpcReader.list(event.required("keys"), key -> NodeReader.felt(key).toBytes32()),
        NodeReader.felts(event.required("data")).toBytes());
  }

  /**
   * The receipt as nodes write it: felts without leading zeros, the message hash with all its
   * digits.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    RpcWriter receipt =
        new RpcWriter()
            .text("type", TYPE)
            .word("transaction_hash", transactionHash)
            .objectIfAny("actual_fee", actualFee.map(FeePayment::written))
            .text("finality_status", finalityStatus)
            .text("execution_status", executionStatus)
            .textIfAny("revert_reason", revertReason)
            .wordIfAny("block_hash", blockHash);
    blockNumber.ifPresent(number -> receipt.number("block_number", number.longValueExact()));
    return receipt
        .textIfAny("message_hash", messageHash)
        .list("messages_sent", messagesSent.stream().map(NodeWriter::messageToL1).toList())
        .list("events", events.stream().map(RpcL1HandlerReceipt::written).toList())
        .objectIfAny("execution_resources", executionResources.map(ExecutionResources::written))
        .toJson();
  }

  private static RpcWriter written(Log event) {
    return new RpcWriter()
        .text("from_address", event.emitter())
        .words("keys", event.topics())
        .words("data", Payload.ofBytes(event.data()).words());
  }

  /**
   * Whether the handler went through, so that the message is consumed on L1 once the block is
   * settled.
   *
   * @return false if the transaction is in its block as REVERTED
   * @throws MalformedInputException if the node's word for what it came to is not known
   */
  public boolean succeeded() {
    return executionStatus
            .known()
            .orElseThrow(
                () ->
                    new MalformedInputException(
                        "execution_status: \"" + executionStatus + "\" is not known"))
        == ExecutionStatus.SUCCEEDED;
  }

  /**
   * The gas that a transaction of L2 took.
   *
   * <p>Immutable and thread-safe.
   *
   * @param l1Gas gas of L1, below 2^63
   * @param l1DataGas data gas of L1, below 2^63
   * @param l2Gas gas of L2, below 2^63
   */
  public record ExecutionResources(UInt64 l1Gas, UInt64 l1DataGas, UInt64 l2Gas) {
    static ExecutionResources read(JsonValue value) {
      JsonObject resources = value.asObject();
      return new ExecutionResources(
          RpcReader.quantity(resources.required("l1_gas")),
          RpcReader.quantity(resources.required("l1_data_gas")),
          RpcReader.quantity(resources.required("l2_gas")));
    }

    RpcWriter written() {
      return new RpcWriter()
          .number("l1_gas", l1Gas.longValueExact())
          .number("l1_data_gas", l1DataGas.longValueExact())
          .number("l2_gas", l2Gas.longValueExact());
    }
  }

  /**
   * The fee that a transaction of L2 was charged. An L1_HANDLER is charged none: its sender has
   * paid on L1.
   *
   * <p>Immutable and thread-safe.
   *
   * @param amount how much
   * @param unit of what, if it is told
   */
  public record FeePayment(Felt amount, Optional<RpcName<Unit>> unit) {
    /** What fees are counted in. */
    public enum Unit {
      /** 10^-18 ether. */
      WEI,
      /** 10^-18 STRK. */
      FRI
    }

    /** JSON-RPC 0.5 wrote the amount alone. */
    static FeePayment read(JsonValue value) {
      if (!(value instanceof JsonObject fee)) {
        return new FeePayment(NodeReader.felt(value), Optional.empty());
      }
      return new FeePayment(
          NodeReader.felt(fee.required("amount")),
          RpcReader.optional(fee, "unit", unit -> RpcName.read(unit, Unit.values())));
    }

    RpcWriter written() {
      return new RpcWriter().word("amount", amount).textIfAny("unit", unit);
    }
  }
}
