// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.MessageHash;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreOperations;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.FactRegistry;
import io.crossline.starknet.l1.PointEvaluation;
import io.crossline.starknet.l1.ProgramOutput;
import java.util.Optional;

/**
 * A contract in a state in which a call gives what was recorded. Cases of the suite were taken from
 * one long run and do not show the state: what a getter returned, the nonce that a message got and
 * the message that a call found are put there. What a call makes of that state is compared.
 */
final class CoreAbiState {
  /** The only operator of the recordings. */
  static final EthAddress OPERATOR = EthAddress.parse("0x00000000000000000000000000000000000000f0");

  private static final EthAddress GOVERNOR =
      EthAddress.parse("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
  private static final UInt256 PROGRAM = UInt256.of(0x1111);
  private static final UInt256 AGGREGATOR = UInt256.of(0x2222);
  private static final UInt256 CONFIG = UInt256.of(0x3333);
  private static final UInt64 NOW = UInt64.of(1_700_000_000);

  private final CoreSetup.Builder setup =
      CoreSetup.builder()
          .rules(CoreRules.DEPLOYED)
          .withMockFunctions()
          .facts(FactRegistry.acceptAll())
          .pointEvaluation(PointEvaluation.acceptAll())
          .governor(GOVERNOR)
          .operator(OPERATOR)
          .feeCollector(CoreSequence.COLLECTOR)
          .messageCancellationDelay(UInt256.ZERO)
          .programs(PROGRAM, AGGREGATOR, CONFIG);
  private boolean finalized;

  /** The contract, twice. */
  TwinCores build() {
    TwinCores cores = new TwinCores(setup.build(), NOW);
    if (finalized) {
      cores.transact(GOVERNOR, UInt256.ZERO, CoreOperations.finalizeContract());
    }
    return cores;
  }

  /** A message from L2 waits once. */
  void waiting(Bytes32 hash) {
    setup.l2ToL1Message(hash, UInt256.ONE);
  }

  /** A message to L2 is pending, its cancellation requested and due. */
  void pending(Bytes32 hash) {
    setup.l1ToL2Message(hash, UInt256.of(2)).l1ToL2MessageCancellation(hash, UInt256.ONE);
  }

  /** The next message gets a nonce. */
  void nonce(UInt256 nonce) {
    setup.l1ToL2MessageNonce(nonce);
  }

  /** Whatever a function finds that takes or changes something. */
  CoreAbiState found(
      String function, CoreArguments a, EthAddress caller, Optional<CoreArguments> returned) {
    switch (function) {
      case "sendMessageToL2" -> returned.ifPresent(values -> nonce(values.number(1)));
      case "consumeMessageFromL2" -> waiting(MessageHash.l2ToL1(a.number(0), caller, a.payload(1)));
      case "startL1ToL2MessageCancellation", "cancelL1ToL2Message" ->
          pending(MessageHash.l1ToL2(caller, a.number(0), a.number(1), a.payload(2), a.number(3)));
      case "mockConsumeMessageToL2" ->
          pending(
              MessageHash.l1ToL2(a.number(0), a.number(1), a.number(2), a.payload(3), a.number(4)));
      case "updateState", "updateStateKzgDA" -> settled(a.payload(0));
      default -> returned.ifPresent(values -> read(function, a, values));
    }
    return this;
  }

  /** What a getter reads. */
  private void read(String function, CoreArguments a, CoreArguments values) {
    switch (function) {
      case "l1ToL2Messages" -> setup.l1ToL2Message(a.hash(0), values.number(0));
      case "l2ToL1Messages" -> setup.l2ToL1Message(a.hash(0), values.number(0));
      case "l1ToL2MessageCancellations" ->
          setup.l1ToL2MessageCancellation(a.hash(0), values.number(0));
      case "l1ToL2MessageNonce" -> nonce(values.number(0));
      case "messageCancellationDelay" -> setup.messageCancellationDelay(values.number(0));
      case "stateRoot" -> setup.l2State(values.number(0), Int256.MINUS_ONE, UInt256.ZERO);
      case "stateBlockNumber" ->
          setup.l2State(UInt256.ZERO, new Int256(values.number(0)), UInt256.ZERO);
      case "stateBlockHash" -> setup.l2State(UInt256.ZERO, Int256.MINUS_ONE, values.number(0));
      case "configHash" -> setup.programs(PROGRAM, AGGREGATOR, values.number(0));
      case "programHash" -> setup.programs(values.number(0), AGGREGATOR, CONFIG);
      case "aggregatorProgramHash" -> setup.programs(PROGRAM, values.number(0), CONFIG);
      case "feeCollector" -> setup.feeCollector(values.address(0));
      case "isFinalized" -> finalized = values.bool(0);
      case "isOperator" -> granted(a, values).ifPresent(setup::operator);
      case "starknetIsGovernor" -> granted(a, values).ifPresent(setup::governor);
      // The rest is the same in every state: hashes, the fee limit, the contract's identity.
      default -> {}
    }
  }

  /** Who has a role, if the getter says so. */
  private static Optional<EthAddress> granted(CoreArguments a, CoreArguments returned) {
    return Optional.of(a.address(0)).filter(user -> returned.bool(0));
  }

  /** The state that a program output goes on from, if it is one. */
  private void settled(Payload words) {
    if (words.size() < ProgramOutput.HEADER_SIZE) {
      return;
    }
    ProgramOutput.Header header = new ProgramOutput(words).header();
    setup
        .l2State(
            header.previousRoot(),
            new Int256(header.previousBlockNumber()),
            header.previousBlockHash())
        .programs(PROGRAM, AGGREGATOR, header.configHash());
  }
}
