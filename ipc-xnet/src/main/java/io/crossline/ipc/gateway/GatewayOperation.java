// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * One of the gateway's functions with its arguments. The record of an operation holds all of it:
 * how it is encoded, and the conditions under which it reverts, in their order. To run one in a
 * transaction use {@link Gateway#transact}; in a frame of the gateway, {@link Gateway#run}.
 * Immutable and safe for threads to share.
 *
 * @param <T> what it returns here, which may be more than the contract's function does
 */
public sealed interface GatewayOperation<T>
    permits SendContractXnetMessage,
        ApplyCrossMessages,
        ExecBottomUpMsgBatch,
        PropagateAll,
        Fund,
        FundWithToken,
        Release,
        Register,
        Kill,
        ApproveSubnet,
        RejectApprovedSubnet,
        AddStake,
        ReleaseStake,
        CommitParentFinality,
        CommitCheckpoint {
  /**
   * Takes in messages of the parent, for the system actor ({@code applyCrossMessages}).
   *
   * @param messages the messages, in the order of their nonces
   */
  static GatewayOperation<List<Delivery>> applyCrossMessages(List<IpcEnvelope> messages) {
    return new ApplyCrossMessages(messages);
  }

  /**
   * Notes up to where the parent is final, for the system actor ({@code commitParentFinality}).
   *
   * @param finality height and block hash
   */
  static GatewayOperation<ParentFinality> commitParentFinality(ParentFinality finality) {
    return new CommitParentFinality(finality);
  }

  /**
   * Takes in messages of a child, for the child's actor ({@code execBottomUpMsgBatch}).
   *
   * @param messages the messages, in the order of their nonces
   */
  static GatewayOperation<List<Delivery>> execBottomUpMsgBatch(List<IpcEnvelope> messages) {
    return new ExecBottomUpMsgBatch(messages);
  }

  /** Sends on what waits in the postbox, for anybody ({@code propagateAll}). */
  static GatewayOperation<List<IpcEnvelope>> propagateAll() {
    return new PropagateAll();
  }

  /**
   * The function of the contract.
   *
   * @return the function, whose arguments are operations of this kind
   */
  @SuppressWarnings("exports") // for modules of Crossline, which see the package of functions
  default IpcFunction<? extends GatewayOperation<T>, ?> function() {
    return GatewayFunctions.of(this);
  }

  /**
   * Does it.
   *
   * @param state what the gateway keeps
   * @param frame a frame of the gateway; who calls, and with how many coins, is in it
   * @return the result
   * @throws RevertSignal if the contract would revert
   */
  T run(GatewayState state, Frame frame);

  /**
   * What the contract's function returns.
   *
   * @param result the result of {@link #run}
   * @return the ABI encoding; empty for a function that returns nothing
   */
  default Bytes returned(T result) {
    return Bytes.EMPTY;
  }

  /**
   * The call as calldata.
   *
   * @return selector and arguments
   */
  @SuppressWarnings("unchecked") // The arguments of a function are the operation that names it.
  default Bytes calldata() {
    return ((IpcFunction<GatewayOperation<T>, ?>) function()).encodeCall(this);
  }
}
