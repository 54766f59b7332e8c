// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogStateTransitionFact;
import io.crossline.starknet.event.LogStateUpdate;

/**
 * What both kinds of state update do: {@code updateStateInternal} of {@code Starknet.sol}, {@code
 * StarknetState.sol} and {@code Output.sol}.
 */
final class StateUpdate {
  /** How P - 1 stands for the block number -1, since a felt has no sign. */
  private static final UInt256 BEFORE_GENESIS = Felt.MAX.toUInt256();

  private final CoreState state;
  private final Frame frame;
  private final Payload words;
  private final ProgramOutput output;

  StateUpdate(CoreState state, Frame frame, ProgramOutput output) {
    this.state = state;
    this.frame = frame;
    this.output = output;
    this.words = output.words();
  }

  /** The checks that come first, before the data's availability is looked at. */
  void begin(UInt256 kzgFlag) {
    Guards.onlyOperator(state, frame);
    Guards.require(words.size() > ProgramOutput.HEADER_SIZE, "STARKNET_OUTPUT_TOO_SHORT");
    checkPreviousBlockNumber();
    Guards.require(words.word(ProgramOutput.USE_KZG_DA).equals(kzgFlag), "UNEXPECTED_KZG_DA_FLAG");
  }

  /** The update itself, under a state transition fact. */
  LogStateUpdate run(Bytes32 fact) {
    Guards.require(words.isFelts(), "PROGRAM_OUTPUT_VALUE_OUT_OF_RANGE");
    Guards.require(
        words.word(ProgramOutput.CONFIG_HASH).equals(state.configHash.get()),
        "INVALID_CONFIG_HASH");
    Guards.require(words.word(ProgramOutput.FULL_OUTPUT).isZero(), "FULL_OUTPUT_NOT_SUPPORTED");
    Bytes32 sharpFact = Keccak256.ofThread().absorb(factProgramHash()).absorb(fact).digest();
    Guards.require(state.facts.isValid(sharpFact), "NO_STATE_TRANSITION_PROOF");
    frame.emit(new LogStateTransitionFact(fact).toLog(frame.self()));
    advance();
    EthAddress collector = state.feeRecipient(frame.caller());
    int offset = processMessagesToL1(output.messagesOffset());
    offset = processMessagesToL2(offset, collector);
    Guards.require(offset == words.size(), "STARKNET_OUTPUT_TOO_LONG");
    LogStateUpdate update =
        new LogStateUpdate(
            state.stateRoot.get(), state.stateBlockNumber.get(), state.stateBlockHash.get());
    frame.emit(update.toLog(frame.self()));
    // Whoever was paid may have called back and applied a further update.
    Guards.require(
        state.stateBlockNumber.get().bits().equals(words.word(ProgramOutput.NEW_BLOCK_NUMBER)),
        "REENTRANCY_FAILURE");
    return update;
  }

  private UInt256 factProgramHash() {
    UInt256 osProgramHash = words.word(ProgramOutput.OS_PROGRAM_HASH);
    if (osProgramHash.isZero()) {
      return state.programHash.get();
    }
    Guards.require(
        osProgramHash.equals(state.programHash.get()), "AGGREGATOR_MODE_INVALID_OS_PROGRAM_HASH");
    return state.aggregatorProgramHash.get();
  }

  private void checkPreviousBlockNumber() {
    Int256 stored = state.stateBlockNumber.get();
    UInt256 expected = stored.equals(Int256.MINUS_ONE) ? BEFORE_GENESIS : stored.bits();
    Guards.require(
        words.word(ProgramOutput.PREVIOUS_BLOCK_NUMBER).equals(expected),
        "INVALID_PREV_BLOCK_NUMBER");
  }

  private void advance() {
    checkPreviousBlockNumber();
    Int256 number = new Int256(words.word(ProgramOutput.NEW_BLOCK_NUMBER));
    Guards.require(number.compareTo(state.stateBlockNumber.get()) > 0, "INVALID_NEW_BLOCK_NUMBER");
    state.stateBlockNumber.set(number);
    Guards.require(
        words.word(ProgramOutput.PREVIOUS_BLOCK_HASH).equals(state.stateBlockHash.get()),
        "INVALID_PREV_BLOCK_HASH");
    state.stateBlockHash.set(words.word(ProgramOutput.NEW_BLOCK_HASH));
    Guards.require(
        words.word(ProgramOutput.PREVIOUS_ROOT).equals(state.stateRoot.get()),
        "INVALID_PREVIOUS_ROOT");
    state.stateRoot.set(words.word(ProgramOutput.NEW_ROOT));
  }

  private int processMessagesToL1(int offset) {
    MessageSegment segment = MessageSegment.toL1(words, offset);
    while (segment.next()) {
      Bytes32 hash = segment.hash();
      L2ToL1Message message = segment.messageToL1();
      frame.emit(new LogMessageToL1(message).toLog(frame.self()));
      state.l2ToL1Messages.put(
          hash, Guards.plus(state.rules, state.l2ToL1Messages.get(hash), UInt256.ONE));
    }
    return segment.end();
  }

  private int processMessagesToL2(int offset, EthAddress collector) {
    CoreRules rules = state.rules;
    MessageSegment segment = MessageSegment.toL2(words, offset);
    UInt256 fees = UInt256.ZERO;
    while (segment.next()) {
      Bytes32 hash = segment.hash();
      UInt256 pending = state.l1ToL2Messages.get(hash);
      Guards.require(!pending.isZero(), "INVALID_MESSAGE_TO_CONSUME");
      if (rules.sendStores() == CoreRules.SendStores.FEE_PLUS_ONE) {
        fees = Guards.plus(rules, fees, pending.minus(UInt256.ONE));
      }
      state.l1ToL2Messages.put(hash, rules.consumeLeaves().of(pending));
      L1ToL2Message message = segment.messageToL2(EthAddress::truncate);
      frame.emit(new ConsumedMessageToL2(message).toLog(frame.self()));
    }
    if (!fees.isZero()) {
      Guards.require(frame.call(collector, fees, Bytes.EMPTY).success(), "ETH_TRANSFER_FAILED");
    }
    return segment.end();
  }
}
