// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * The functions of the deployed core contract and of its mock: parameters under the names that
 * upstream's declarations and the vectors give them, and results.
 */
record CoreAbi(Signature signature, AbiType.Tuple outputs) {
  private static final String TABLE =
      """
      sendMessageToL2(uint256 toAddress, uint256 selector, uint256[] payload) > (bytes32, uint256)
      consumeMessageFromL2(uint256 fromAddress, uint256[] payload) > (bytes32)
      startL1ToL2MessageCancellation(uint256 toAddress, uint256 selector, uint256[] payload, uint256 nonce) > (bytes32)
      cancelL1ToL2Message(uint256 toAddress, uint256 selector, uint256[] payload, uint256 nonce) > (bytes32)
      mockSendMessageFromL2(uint256 fromAddress, address toAddress, uint256[] payload) > ()
      mockConsumeMessageToL2(uint256 fromAddress, uint256 toAddress, uint256 selector, uint256[] payload, uint256 nonce) > ()
      updateState(uint256[] programOutput, uint256 onchainDataHash, uint256 onchainDataSize) > ()
      updateStateKzgDA(uint256[] programOutput, bytes[] kzgProofs) > ()
      l1ToL2MsgHash(address fromAddress, uint256 toAddress, uint256 selector, uint256[] payload, uint256 nonce) > (bytes32)
      l2ToL1MsgHash(uint256 fromAddress, address toAddress, uint256[] payload) > (bytes32)
      l1ToL2Messages(bytes32 msgHash) > (uint256)
      l2ToL1Messages(bytes32 msgHash) > (uint256)
      l1ToL2MessageCancellations(bytes32 msgHash) > (uint256)
      l1ToL2MessageNonce() > (uint256)
      messageCancellationDelay() > (uint256)
      getMaxL1MsgFee() > (uint256)
      stateRoot() > (uint256)
      stateBlockNumber() > (int256)
      stateBlockHash() > (uint256)
      configHash() > (uint256)
      programHash() > (uint256)
      aggregatorProgramHash() > (uint256)
      feeCollector() > (address)
      identify() > (string)
      isFinalized() > (bool)
      isFrozen() > (bool)
      isOperator(address user) > (bool)
      starknetIsGovernor(address user) > (bool)
      setProgramHash(uint256 newProgramHash) > ()
      setAggregatorProgramHash(uint256 newAggregatorProgramHash) > ()
      setConfigHash(uint256 newConfigHash) > ()
      setMessageCancellationDelay(uint256 delayInSeconds) > ()
      setFeeCollectionAddress(address collector) > ()
      registerOperator(address newOperator) > ()
      unregisterOperator(address removedOperator) > ()
      starknetNominateNewGovernor(address newGovernor) > ()
      starknetRemoveGovernor(address governorForRemoval) > ()
      starknetAcceptGovernance() > ()
      starknetCancelNomination() > ()
      finalize() > ()
      """;

  private static final List<CoreAbi> ALL =
      TABLE
          .lines()
          .map(line -> line.split(" > "))
          .map(cells -> new CoreAbi(Signature.parse(cells[0]), AbiType.parameters(cells[1])))
          .toList();

  /** Finds a function by the first four bytes of calldata. */
  static Optional<CoreAbi> of(Bytes calldata) {
    Bytes selector = calldata.truncate(4);
    return ALL.stream()
        .filter(function -> function.signature.selector().equals(selector))
        .findFirst();
  }

  /** The names of the parameters. */
  List<String> names() {
    return signature.parameters().names().stream().map(Optional::orElseThrow).toList();
  }
}
