// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.state.Cell;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;

/**
 * What the core contract is made with, and all that it stores, in journaled tables. The maps by
 * message hash are separate because a message to L2 and one to L1 can have the same hash.
 *
 * <p>Not thread-safe: it belongs to one chain.
 */
public final class CoreState {
  final CoreRules rules;
  final FactRegistry facts;
  final PointEvaluation pointEvaluation;
  final boolean mockFunctions;

  /** Pending messages to L2: fee + 1, or a count under the rules without fees. */
  final WordTable l1ToL2Messages;

  /** How many messages to L1 can be consumed. */
  final WordTable l2ToL1Messages;

  /** Times of the latest cancellation requests; never erased. */
  final WordTable l1ToL2MessageCancellations;

  final Cell<UInt256> l1ToL2MessageNonce;
  final Cell<UInt256> messageCancellationDelay;

  final Cell<UInt256> stateRoot;
  final Cell<Int256> stateBlockNumber;
  final Cell<UInt256> stateBlockHash;

  final Cell<UInt256> programHash;
  final Cell<UInt256> aggregatorProgramHash;
  final Cell<UInt256> configHash;

  /** Zero where none is set. */
  final Cell<EthAddress> feeCollector;

  final ObjectTable<EthAddress, Boolean> operators;
  final ObjectTable<EthAddress, Boolean> governors;

  /** Zero where nobody is nominated. */
  final Cell<EthAddress> governorCandidate;

  final Cell<Boolean> finalized;

  CoreState(State state, CoreSetup setup) {
    rules = setup.rules;
    facts = setup.facts;
    pointEvaluation = setup.pointEvaluation;
    mockFunctions = setup.mockFunctions;
    l1ToL2Messages = state.wordTable("l1ToL2Messages");
    l2ToL1Messages = state.wordTable("l2ToL1Messages");
    l1ToL2MessageCancellations = state.wordTable("l1ToL2MessageCancellations");
    l1ToL2MessageNonce = word(state, "l1ToL2MessageNonce", setup.l1ToL2MessageNonce);
    messageCancellationDelay =
        word(state, "messageCancellationDelay", setup.messageCancellationDelay);
    stateRoot = word(state, "stateRoot", setup.stateRoot);
    stateBlockNumber = state.cell("stateBlockNumber", Int256.CODEC, setup.stateBlockNumber);
    stateBlockHash = word(state, "stateBlockHash", setup.stateBlockHash);
    programHash = word(state, "programHash", setup.programHash);
    aggregatorProgramHash = word(state, "aggregatorProgramHash", setup.aggregatorProgramHash);
    configHash = word(state, "configHash", setup.configHash);
    feeCollector =
        state.cell("feeCollector", Codec.ADDRESS, setup.feeCollector.orElse(EthAddress.ZERO));
    operators = state.objectTable("operators", Codec.ADDRESS, Codec.BOOLEAN);
    governors = state.objectTable("governors", Codec.ADDRESS, Codec.BOOLEAN);
    governorCandidate = state.cell("governorCandidate", Codec.ADDRESS, EthAddress.ZERO);
    finalized = state.cell("finalized", Codec.BOOLEAN, false);
    if (state.begin()) {
      setup.l1ToL2Messages.forEach(l1ToL2Messages::put);
      setup.l2ToL1Messages.forEach(l2ToL1Messages::put);
      setup.l1ToL2MessageCancellations.forEach(l1ToL2MessageCancellations::put);
      setup.operators.forEach(operator -> operators.put(operator, true));
      setup.governors.forEach(governor -> governors.put(governor, true));
    }
  }

  boolean isOperator(EthAddress user) {
    return operators.get(user).isPresent();
  }

  boolean isGovernor(EthAddress user) {
    return governors.get(user).isPresent();
  }

  boolean hasFeeCollector() {
    return rules.feesPaidTo() == CoreRules.FeesPaidTo.COLLECTOR;
  }

  /** Whom a state update pays the fees of the messages that it consumes. */
  EthAddress feeRecipient(EthAddress operator) {
    EthAddress collector = feeCollector.get();
    return hasFeeCollector() && !collector.isZero() ? collector : operator;
  }

  private static Cell<UInt256> word(State state, String name, UInt256 initial) {
    return state.cell(name, Codec.UINT256, initial);
  }
}
