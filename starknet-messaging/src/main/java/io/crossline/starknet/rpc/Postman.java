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
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import java.util.Optional;

/**
 * Calls of starknet-devnet's postman, which carries messages between an L1 and devnet, as clients
 * send and read them.
 *
 * <p>Thread-safe: it has no state, and its records are immutable.
 */
public final class Postman {
  private Postman() {}

  /**
   * The parameters of {@code devnet_postmanLoad} (starknet-devnet 0.8.1): which L1 the postman is
   * to serve. Without an address it deploys a MockStarknetMessaging, whose cancellation delay is
   * one day. Messages of L1 blocks up to the moment of loading are not fetched.
   *
   * <p>Immutable and thread-safe.
   *
   * @param networkUrl where the node of L1 is
   * @param messagingContractAddress the messaging contract there; also read under its alias {@code
   *     address}
   * @param deployerAccountPrivateKey the key of the account that deploys and sends
   */
  public record Load(
      String networkUrl,
      Optional<EthAddress> messagingContractAddress,
      Optional<Bytes32> deployerAccountPrivateKey) {
    /** {@value}: the name of the call. */
    public static final String METHOD = "devnet_postmanLoad";

    private static final String ADDRESS = "messaging_contract_address";

    /**
     * Reads parameters.
     *
     * @param json the parameters, or a request of JSON-RPC with them
     * @return the parameters
     * @throws MalformedInputException if they are malformed, with the place
     */
    public static Load parse(String json) {
      JsonObject params = JsonRpc.params(JsonReader.read("params", json), METHOD);
      return new Load(
          params.required("network_url").asText(),
          RpcReader.optional(params, ADDRESS, RpcReader::shortAddress)
              .or(() -> RpcReader.optional(params, "address", RpcReader::shortAddress)),
          RpcReader.optional(params, "deployer_account_private_key", RpcReader::shortHash));
    }

    /**
     * The parameters as the postman wants them, the private key in full.
     *
     * @return one line of JSON, which {@link #parse} reads back
     */
    public String toJson() {
      return new RpcWriter()
          .text("network_url", networkUrl)
          .textIfAny(ADDRESS, messagingContractAddress)
          .textIfAny("deployer_account_private_key", deployerAccountPrivateKey)
          .toJson();
    }

    /** The parameters without the private key, which has no place in a log. */
    @Override
    public String toString() {
      return "PostmanLoad[networkUrl="
          + networkUrl
          + ", messagingContractAddress="
          + messagingContractAddress
          + ", deployerAccountPrivateKey="
          + (deployerAccountPrivateKey.isPresent() ? "(given)" : "(none)")
          + "]";
    }

    /**
     * The answer.
     *
     * @param messagingContractAddress the messaging contract that the postman serves
     */
    public record Answer(EthAddress messagingContractAddress) {
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
        return new Answer(RpcReader.shortAddress(answer.required(ADDRESS)));
      }

      /**
       * The answer as the postman gives it.
       *
       * @return one line of JSON, which {@link #parse} reads back
       */
      public String toJson() {
        return new RpcWriter().text(ADDRESS, messagingContractAddress).toJson();
      }
    }
  }

  /**
   * The parameters of {@code devnet_postmanSendMessageToL2} (starknet-devnet 0.8.1): a message is
   * handled on L2 as if it came from L1. No L1 is needed.
   *
   * <p>Immutable and thread-safe.
   *
   * @param message the message, with its fee and with felts only; devnet wants a nonce below 2^64
   *     when it hashes it
   * @param l1TransactionHash the transaction of L1 under which {@code starknet_getMessagesStatus}
   *     is to find it
   */
  public record SendMessageToL2(L1ToL2Message message, Optional<Bytes32> l1TransactionHash) {
    /** {@value}: the name of the call. */
    public static final String METHOD = "devnet_postmanSendMessageToL2";

    /**
     * Checks the message.
     *
     * @throws IllegalArgumentException if the message has no fee, or has a word that is no felt
     */
    public SendMessageToL2 {
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
    public static SendMessageToL2 parse(String json) {
      return read(JsonRpc.params(JsonReader.read("params", json), METHOD));
    }

    static SendMessageToL2 read(JsonObject params) {
      EthAddress from = RpcReader.shortAddress(params.required("l1_contract_address"));
      L1ToL2Message message =
          L1ToL2Message.of(
              from,
              NodeReader.felt(params.required("l2_contract_address")),
              NodeReader.felt(params.required("entry_point_selector")),
              NodeReader.felts(params.required("payload")),
              NodeReader.felt(params.required("nonce")));
      Felt fee = NodeReader.felt(params.required("paid_fee_on_l1"));
      return new SendMessageToL2(
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

  /**
   * The parameters of {@code devnet_postmanConsumeMessageFromL2} (starknet-devnet 0.8.1): a message
   * to L1 is taken off devnet's own count of messages, without an L1. If the count is 0 the answer
   * is an error.
   *
   * <p>Immutable and thread-safe.
   *
   * @param message the message
   */
  public record ConsumeMessageFromL2(L2ToL1Message message) {
    /** {@value}: the name of the call. */
    public static final String METHOD = "devnet_postmanConsumeMessageFromL2";

    /**
     * Reads parameters.
     *
     * @param json the parameters, or a request of JSON-RPC with them
     * @return the parameters
     * @throws MalformedInputException if they are malformed, with the place
     */
    public static ConsumeMessageFromL2 parse(String json) {
      return new ConsumeMessageFromL2(
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

  /**
   * The parameters of {@code devnet_postmanFlush} (starknet-devnet 0.8.1): the postman handles the
   * messages of L1 on L2, then sends those of closed L2 blocks to L1.
   *
   * <p>Immutable and thread-safe.
   *
   * @param dryRun whether it only says what it has collected: it asks L1 for nothing and sends
   *     nothing
   */
  public record Flush(boolean dryRun) {
    /** {@value}: the name of the call. */
    public static final String METHOD = "devnet_postmanFlush";

    /**
     * Reads parameters.
     *
     * @param json the parameters, or a request of JSON-RPC with or without them
     * @return the parameters
     * @throws MalformedInputException if they are malformed, with the place
     */
    public static Flush parse(String json) {
      JsonObject params = JsonRpc.params(JsonReader.read("params", json), METHOD);
      return new Flush(RpcReader.optional(params, "dry_run", JsonValue::asBoolean).orElse(false));
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
     * @param messagesToL2 the messages that were handled on L2; the postman does not consume them
     *     on L1, where they stay pending
     * @param generatedL2Transactions the L1_HANDLER transactions that handled them
     * @param l1Provider where the node of L1 is, or {@code dry run}
     */
    public record Answer(
        List<L2ToL1Message> messagesToL1,
        List<SendMessageToL2> messagesToL2,
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
                message -> SendMessageToL2.read(message.asObject())),
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
                "messages_to_l1",
                messagesToL1.stream().map(NodeWriter::postmanMessageToL1).toList())
            .list("messages_to_l2", messagesToL2.stream().map(SendMessageToL2::written).toList())
            .words("generated_l2_transactions", generatedL2Transactions)
            .text("l1_provider", l1Provider)
            .toJson();
      }
    }
  }
}
