// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogStateUpdate;
import java.util.Optional;

/**
 * An operation of the core contract with its arguments: what one function call does, without the
 * coding of calldata. {@link StarknetCore#transact} runs it for an outside caller, {@link
 * StarknetCore#call} for another contract.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @param <T> what it returns
 */
public sealed interface CoreOperation<T>
    permits SendMessageToL2,
        ConsumeMessageFromL2,
        StartL1ToL2MessageCancellation,
        CancelL1ToL2Message,
        MockSendMessageFromL2,
        MockConsumeMessageToL2,
        UpdateState,
        UpdateStateKzgDA,
        SetMessageCancellationDelay,
        SetFeeCollectionAddress,
        SetProgramHash,
        SetAggregatorProgramHash,
        SetConfigHash,
        RegisterOperator,
        UnregisterOperator,
        NominateNewGovernor,
        AcceptGovernance,
        CancelNomination,
        RemoveGovernor,
        Finalize {
  /**
   * {@code starknetAcceptGovernance} of {@code StarknetGovernance.sol}: the nominated candidate
   * becomes a governor.
   */
  static CoreOperation<Nothing> acceptGovernance() {
    return new AcceptGovernance();
  }

  /** {@code starknetCancelNomination}, for governors. Without a candidate it does nothing. */
  static CoreOperation<Nothing> cancelNomination() {
    return new CancelNomination();
  }

  /**
   * {@code starknetNominateNewGovernor}, for governors: the candidate becomes one by {@link
   * #acceptGovernance}.
   */
  static CoreOperation<Nothing> nominateNewGovernor(EthAddress candidate) {
    return new NominateNewGovernor(candidate);
  }

  /**
   * {@code starknetRemoveGovernor}, for governors. Nobody removes himself, so that one is always
   * left.
   */
  static CoreOperation<Nothing> removeGovernor(EthAddress governor) {
    return new RemoveGovernor(governor);
  }

  /** {@code registerOperator} of {@code Operator.sol}, for governors. */
  static CoreOperation<Nothing> registerOperator(EthAddress operator) {
    return new RegisterOperator(operator);
  }

  /** {@code unregisterOperator} of {@code Operator.sol}, for governors. */
  static CoreOperation<Nothing> unregisterOperator(EthAddress operator) {
    return new UnregisterOperator(operator);
  }

  /**
   * {@code setProgramHash} of {@code Starknet.sol}, for governors until {@link #finalizeContract}.
   */
  static CoreOperation<Nothing> setProgramHash(UInt256 hash) {
    return new SetProgramHash(hash);
  }

  /** {@code setAggregatorProgramHash}, for governors until {@link #finalizeContract}. */
  static CoreOperation<Nothing> setAggregatorProgramHash(UInt256 hash) {
    return new SetAggregatorProgramHash(hash);
  }

  /** {@code setConfigHash}, for governors until {@link #finalizeContract}. */
  static CoreOperation<Nothing> setConfigHash(UInt256 hash) {
    return new SetConfigHash(hash);
  }

  /**
   * {@code setMessageCancellationDelay}, for governors until {@link #finalizeContract}. It acts at
   * once on requests already made, since only their times are stored.
   */
  static CoreOperation<Nothing> setMessageCancellationDelay(UInt256 delayInSeconds) {
    return new SetMessageCancellationDelay(delayInSeconds);
  }

  /**
   * {@code setFeeCollectionAddress}, for governors. The address is called without value first, to
   * see that it can be paid; the zero address unsets it, so that the operator is paid.
   */
  static CoreOperation<Nothing> setFeeCollectionAddress(EthAddress collector) {
    return new SetFeeCollectionAddress(collector);
  }

  /**
   * {@code finalize} of {@code GovernedFinalizable.sol}, for governors: program, configuration and
   * cancellation delay can no longer be changed. There is no way back.
   */
  static CoreOperation<Nothing> finalizeContract() {
    return new Finalize();
  }

  /**
   * {@code updateStateKzgDA}, for operators: as {@link UpdateState}, with the data of the update in
   * blobs of the transaction, which the KZG proofs tie to the output.
   */
  static CoreOperation<LogStateUpdate> updateStateKzgDA(ProgramOutput output, KzgProofs proofs) {
    return new UpdateStateKzgDA(output, proofs);
  }

  /**
   * {@code mockSendMessageFromL2} of {@code MockStarknetMessaging.sol}, for anybody: makes a
   * message consumable as if it had come from L2. Returns the message hash.
   */
  static CoreOperation<Bytes32> mockSendMessageFromL2(UInt256 from, UInt256 to, Payload payload) {
    return new MockSendMessageFromL2(from, to, payload);
  }

  /**
   * {@code mockConsumeMessageToL2} of {@code MockStarknetMessaging.sol}, for anybody: takes a
   * pending message as if L2 had handled it. Returns the message hash.
   */
  static CoreOperation<Bytes32> mockConsumeMessageToL2(
      UInt256 from, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce) {
    return new MockConsumeMessageToL2(from, to, selector, payload, nonce);
  }

  /**
   * Runs in a frame of the core contract.
   *
   * @param state what the contract keeps
   * @param frame who calls, with how much value, in which block
   * @return the result
   * @throws io.crossline.core.chain.RevertSignal if a check fails
   */
  T run(CoreState state, Frame frame);

  /**
   * The operation as calldata, for the deployed contract behind any Ethereum client.
   *
   * @param rules the version's rules, which a function's selector can depend on
   * @return selector and arguments
   */
  default Bytes calldata(CoreRules rules) {
    return CoreFunction.encode(this, rules);
  }

  /**
   * Reads what a call of the deployed contract asks for, such as the input of a transaction.
   *
   * @param calldata selector and arguments
   * @param rules the version's rules, which a function's selector can depend on
   * @return the operation; nothing if no function that changes the contract has the selector
   * @throws io.crossline.core.abi.AbiDecodeException if the arguments are not what the function
   *     takes
   */
  static Optional<CoreOperation<?>> decode(Bytes calldata, CoreRules rules) {
    return CoreFunction.decode(calldata, rules);
  }

  /**
   * What the function returns.
   *
   * @param result what {@link #run} gave
   * @param rules the version's rules, some of which return less
   * @return the data; empty for a function that returns nothing
   */
  default Bytes returnData(T result, CoreRules rules) {
    return Bytes.EMPTY;
  }

  /**
   * Whether ether may be sent along. Where it may not, any value refuses the call with empty data
   * before anything else.
   *
   * @param rules the version's rules
   * @return false for all but a payable send
   */
  default boolean isPayable(CoreRules rules) {
    return false;
  }

  /**
   * Whether the contract has the function.
   *
   * @param state what the contract keeps
   * @return false for the mock's functions on a contract without them
   */
  default boolean isOffered(CoreState state) {
    return true;
  }
}
