// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.Signature;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.SubnetActorFunctions;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions of the contracts of both systems, by name and by selector. */
final class KnownFunctions {
  /** What users call of Starknet's core contract ({@code IStarknetMessaging.sol}). */
  private static final List<Signature> CORE =
      Stream.of(
              "sendMessageToL2(uint256 toAddress, uint256 selector, uint256[] payload)",
              "consumeMessageFromL2(uint256 fromAddress, uint256[] payload)",
              "startL1ToL2MessageCancellation(uint256 toAddress, uint256 selector,"
                  + " uint256[] payload, uint256 nonce)",
              "cancelL1ToL2Message(uint256 toAddress, uint256 selector, uint256[] payload,"
                  + " uint256 nonce)",
              "updateState(uint256[] programOutput, uint256 onchainDataHash,"
                  + " uint256 onchainDataSize)",
              "updateStateKzgDA(uint256[] programOutput, bytes[] kzgProofs)",
              "updateStateKzgDA(uint256[] programOutput, bytes kzgProof)",
              "l1ToL2Messages(bytes32 msgHash)",
              "l2ToL1Messages(bytes32 msgHash)",
              "l1ToL2MessageCancellations(bytes32 msgHash)",
              "l1ToL2MessageNonce()",
              "messageCancellationDelay()")
          .map(Signature::parse)
          .toList();

  private static final List<Signature> ALL =
      Stream.concat(
              CORE.stream(),
              Stream.of(
                      GatewayFunctions.all(),
                      GatewayGetters.all(),
                      ContractFunctions.all(),
                      SubnetActorFunctions.all())
                  .flatMap(List::stream)
                  .map(IpcFunction::signature))
          .toList();

  private KnownFunctions() {}

  /** The function of a name. */
  static Signature named(String name) {
    return ALL.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedInputException(
                    name
                        + " is not known; write it with its parameters, such as transfer(address). "
                        + Suggestion.instead(name, ALL.stream().map(Signature::name).toList())));
  }

  /** The function of calldata. */
  static Optional<Signature> of(Bytes calldata) {
    return calldata.size() < 4
        ? Optional.empty()
        : ALL.stream()
            .filter(function -> function.selector().equals(calldata.slice(0, 4)))
            .findFirst();
  }
}
