// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.Bytes;
import io.crossline.starknet.CoreRules;
import java.util.Optional;

/**
 * An operation of the core contract with its arguments: what one function call does, without the
 * coding of calldata. {@link StarknetCore#transact} runs it for an outside caller, {@link
 * StarknetCore#call} for another contract. {@link CoreOperations} makes those that only governors
 * and operators need, and those of the mock.
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
