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
import java.util.Optional;

/**
 * The parameters of {@code devnet_postmanLoad} (starknet-devnet 0.8.1): which L1 the postman is to
 * serve. Without an address it deploys a MockStarknetMessaging, whose cancellation delay is one
 * day. Messages of L1 blocks up to the moment of loading are not fetched.
 *
 * <p>Immutable and thread-safe.
 *
 * @param networkUrl where the node of L1 is
 * @param messagingContractAddress the messaging contract there; also read under its alias {@code
 *     address}
 * @param deployerAccountPrivateKey the key of the account that deploys and sends
 */
public record PostmanLoad(
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
  public static PostmanLoad parse(String json) {
    JsonObject params = JsonRpc.params(JsonReader.read("params", json), METHOD);
    return new PostmanLoad(
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
