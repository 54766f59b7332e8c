// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.chain.Attempt;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.GatewayFunctions;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.Nothing;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's functions, typed, each to be run in a frame of the gateway ({@code Frame.enter}
 * with its address): who calls, and with how many coins, is in the frame. Each reverts by a {@link
 * RevertSignal}; the conditions, in their order, stand in the operation's own file.
 */
public final class GatewayOperations {
  private final GatewayState state;
  private @Nullable GatewayObserver observer;

  GatewayOperations(GatewayState state) {
    this.state = state;
  }

  void observe(GatewayObserver watching) {
    observer = watching;
  }

  /**
   * Sends a call of a contract to another network. Coins may come along.
   *
   * @param frame a frame of the gateway, called by the contract
   * @param message receiver, value and an encoded {@code CallMsg}; the rest is ignored
   * @return the message as it was committed
   */
  public IpcEnvelope sendContractXnetMessage(Frame frame, IpcEnvelope message) {
    return run(
        frame,
        GatewayFunctions.SEND_CONTRACT_XNET_MESSAGE,
        message,
        () -> SendContractXnetMessage.run(state, frame, message));
  }

  /**
   * Takes in messages of the parent and propagates the postbox. For the system actor.
   *
   * @param frame a frame of the gateway
   * @param messages the messages, in the order of their local nonces
   * @return what became of each message; what it propagated is in the logs
   */
  public List<Delivery> applyCrossMessages(Frame frame, List<IpcEnvelope> messages) {
    return run(
        frame,
        GatewayFunctions.APPLY_CROSS_MESSAGES,
        messages,
        () -> ApplyCrossMessages.run(state, frame, messages));
  }

  /**
   * Takes in messages of a child. For the child's actor.
   *
   * @param frame a frame of the gateway
   * @param messages the messages, in the order of their local nonces
   * @return what became of each message
   */
  public List<Delivery> execBottomUpMsgBatch(Frame frame, List<IpcEnvelope> messages) {
    return run(
        frame,
        GatewayFunctions.EXEC_BOTTOM_UP_MSG_BATCH,
        messages,
        () -> ExecBottomUpMsgBatch.run(state, frame, messages));
  }

  /**
   * Sends on everything that waits in the postbox, or nothing. For anyone; coins that come along
   * help to burn.
   *
   * @param frame a frame of the gateway
   * @return the messages as they were committed
   */
  public List<IpcEnvelope> propagateAll(Frame frame) {
    return run(
        frame,
        GatewayFunctions.PROPAGATE_ALL,
        Nothing.NOTHING,
        () -> PropagateAll.run(state, frame));
  }

  /**
   * Notes up to where the parent is final. For the system actor.
   *
   * @param frame a frame of the gateway
   * @param finality height and hash of the parent's block
   * @return the finality before, {@link ParentFinality#NONE} if there was none
   */
  public ParentFinality commitParentFinality(Frame frame, ParentFinality finality) {
    return run(
        frame,
        GatewayFunctions.COMMIT_PARENT_FINALITY,
        finality,
        () -> CommitParentFinality.run(state, frame, finality));
  }

  /**
   * Records what the checkpoint of the block commits to. For the system actor.
   *
   * @param frame a frame of the gateway
   * @param checkpoint the checkpoint; its height is the number of the block
   */
  public void commitCheckpoint(Frame frame, BottomUpCheckpoint checkpoint) {
    run(
        frame,
        GatewayFunctions.COMMIT_CHECKPOINT,
        checkpoint,
        () -> CommitCheckpoint.run(state, frame, checkpoint));
  }

  /**
   * Registers the caller as actor of a new child. The coins or tokens are taken from it.
   *
   * @param frame a frame of the gateway
   * @param genesisCircSupply what circulates in the child at its beginning
   * @param collateral what validators put in
   */
  public void register(Frame frame, UInt256 genesisCircSupply, UInt256 collateral) {
    run(
        frame,
        GatewayFunctions.REGISTER,
        new GatewayFunctions.Register(genesisCircSupply, collateral),
        () -> Register.run(state, frame, genesisCircSupply, collateral));
  }

  /**
   * Lets an actor register. For the owner.
   *
   * @param frame a frame of the gateway
   * @param actor the actor
   */
  public void approveSubnet(Frame frame, EthAddress actor) {
    run(
        frame,
        GatewayFunctions.APPROVE_SUBNET,
        actor,
        () -> ApproveSubnet.run(state, frame, actor));
  }

  /**
   * Takes an approval back. For the owner. What is registered stays.
   *
   * @param frame a frame of the gateway
   * @param actor the actor
   */
  public void rejectApprovedSubnet(Frame frame, EthAddress actor) {
    run(
        frame,
        GatewayFunctions.REJECT_APPROVED_SUBNET,
        actor,
        () -> RejectApprovedSubnet.run(state, frame, actor));
  }

  /**
   * Takes the caller's subnet out of the tree.
   *
   * @param frame a frame of the gateway
   */
  public void kill(Frame frame) {
    run(frame, GatewayFunctions.KILL, Nothing.NOTHING, () -> Kill.run(state, frame));
  }

  /**
   * Sends the coins that come along to an account of a child.
   *
   * @param frame a frame of the gateway
   * @param subnet the child
   * @param to the account there
   * @return the Transfer as it was committed
   */
  public IpcEnvelope fund(Frame frame, SubnetId subnet, FvmAddress to) {
    return run(
        frame,
        GatewayFunctions.FUND,
        new GatewayFunctions.Fund(subnet, to),
        () -> Fund.run(state, frame, subnet, to));
  }

  /**
   * Sends tokens of the caller to an account of a child.
   *
   * @param frame a frame of the gateway
   * @param subnet the child
   * @param to the account there
   * @param amount how many tokens to take; what really arrives is what is sent
   */
  public void fundWithToken(Frame frame, SubnetId subnet, FvmAddress to, UInt256 amount) {
    run(
        frame,
        GatewayFunctions.FUND_WITH_TOKEN,
        new GatewayFunctions.FundWithToken(subnet, to, amount),
        () -> FundWithToken.run(state, frame, subnet, to, amount));
  }

  /**
   * Sends the coins that come along to an account of the parent.
   *
   * @param frame a frame of the gateway
   * @param to the account there
   * @return the Transfer as it was committed
   */
  public IpcEnvelope release(Frame frame, FvmAddress to) {
    return run(frame, GatewayFunctions.RELEASE, to, () -> Release.run(state, frame, to));
  }

  /**
   * Adds to the collateral of the caller's subnet.
   *
   * @param frame a frame of the gateway
   * @param amount how much
   */
  public void addStake(Frame frame, UInt256 amount) {
    run(frame, GatewayFunctions.ADD_STAKE, amount, () -> AddStake.run(state, frame, amount));
  }

  /**
   * Pays collateral of the caller's subnet back to it.
   *
   * @param frame a frame of the gateway
   * @param amount how much
   */
  public void releaseStake(Frame frame, UInt256 amount) {
    run(
        frame,
        GatewayFunctions.RELEASE_STAKE,
        amount,
        () -> ReleaseStake.run(state, frame, amount));
  }

  private <A> void run(Frame frame, IpcFunction<A, ?> function, A arguments, Runnable body) {
    run(
        frame,
        function,
        arguments,
        () -> {
          body.run();
          return Nothing.NOTHING;
        });
  }

  private <A, T> T run(Frame frame, IpcFunction<A, ?> function, A arguments, Supplier<T> body) {
    GatewayObserver watching = observer;
    if (watching == null || frame.isView()) {
      return solidity(body);
    }
    return Attempt.shown(
        () -> solidity(body), watching.runs(frame, new GatewayCall<>(function, arguments))::accept);
  }

  /**
   * What a contract cannot decode, its own message or what another contract returned, reverts the
   * call.
   */
  private static <T> T solidity(Supplier<T> operation) {
    try {
      return operation.get();
    } catch (AbiDecodeException malformed) {
      throw new RevertSignal(malformed.revert());
    }
  }
}
