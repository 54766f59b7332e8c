// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Nothing;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.event.LogStateUpdate;

/**
 * Makes the operations of governors, of operators and of the mock. What users of a core contract
 * need are records of their own, such as {@link SendMessageToL2}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CoreOperations {
  private CoreOperations() {}

  /**
   * {@code starknetAcceptGovernance} of {@code StarknetGovernance.sol}: the nominated candidate
   * becomes a governor.
   */
  public static CoreOperation<Nothing> acceptGovernance() {
    return new AcceptGovernance();
  }

  /** {@code starknetCancelNomination}, for governors. Without a candidate it does nothing. */
  public static CoreOperation<Nothing> cancelNomination() {
    return new CancelNomination();
  }

  /**
   * {@code starknetNominateNewGovernor}, for governors: the candidate becomes one by {@link
   * #acceptGovernance}.
   */
  public static CoreOperation<Nothing> nominateNewGovernor(EthAddress candidate) {
    return new NominateNewGovernor(candidate);
  }

  /**
   * {@code starknetRemoveGovernor}, for governors. Nobody removes himself, so that one is always
   * left.
   */
  public static CoreOperation<Nothing> removeGovernor(EthAddress governor) {
    return new RemoveGovernor(governor);
  }

  /** {@code registerOperator} of {@code Operator.sol}, for governors. */
  public static CoreOperation<Nothing> registerOperator(EthAddress operator) {
    return new RegisterOperator(operator);
  }

  /** {@code unregisterOperator} of {@code Operator.sol}, for governors. */
  public static CoreOperation<Nothing> unregisterOperator(EthAddress operator) {
    return new UnregisterOperator(operator);
  }

  /**
   * {@code setProgramHash} of {@code Starknet.sol}, for governors until {@link #finalizeContract}.
   */
  public static CoreOperation<Nothing> setProgramHash(UInt256 hash) {
    return new SetProgramHash(hash);
  }

  /** {@code setAggregatorProgramHash}, for governors until {@link #finalizeContract}. */
  public static CoreOperation<Nothing> setAggregatorProgramHash(UInt256 hash) {
    return new SetAggregatorProgramHash(hash);
  }

  /** {@code setConfigHash}, for governors until {@link #finalizeContract}. */
  public static CoreOperation<Nothing> setConfigHash(UInt256 hash) {
    return new SetConfigHash(hash);
  }

  /**
   * {@code setMessageCancellationDelay}, for governors until {@link #finalizeContract}. It acts at
   * once on requests already made, since only their times are stored.
   */
  public static CoreOperation<Nothing> setMessageCancellationDelay(UInt256 delayInSeconds) {
    return new SetMessageCancellationDelay(delayInSeconds);
  }

  /**
   * {@code setFeeCollectionAddress}, for governors. The address is called without value first, to
   * see that it can be paid; the zero address unsets it, so that the operator is paid.
   */
  public static CoreOperation<Nothing> setFeeCollectionAddress(EthAddress collector) {
    return new SetFeeCollectionAddress(collector);
  }

  /**
   * {@code finalize} of {@code GovernedFinalizable.sol}, for governors: program, configuration and
   * cancellation delay can no longer be changed. There is no way back.
   */
  public static CoreOperation<Nothing> finalizeContract() {
    return new Finalize();
  }

  /**
   * {@code updateStateKzgDA}, for operators: as {@link UpdateState}, with the data of the update in
   * blobs of the transaction, which the KZG proofs tie to the output.
   */
  public static CoreOperation<LogStateUpdate> updateStateKzgDA(
      ProgramOutput output, KzgProofs proofs) {
    return new UpdateStateKzgDA(output, proofs);
  }

  /**
   * {@code mockSendMessageFromL2} of {@code MockStarknetMessaging.sol}, for anybody: makes a
   * message consumable as if it had come from L2. Returns the message hash.
   */
  public static CoreOperation<Bytes32> mockSendMessageFromL2(
      UInt256 from, UInt256 to, Payload payload) {
    return new MockSendMessageFromL2(from, to, payload);
  }

  /**
   * {@code mockConsumeMessageToL2} of {@code MockStarknetMessaging.sol}, for anybody: takes a
   * pending message as if L2 had handled it. Returns the message hash.
   */
  public static CoreOperation<Bytes32> mockConsumeMessageToL2(
      UInt256 from, UInt256 to, UInt256 selector, Payload payload, UInt256 nonce) {
    return new MockConsumeMessageToL2(from, to, selector, payload, nonce);
  }
}
