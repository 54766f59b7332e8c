// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.GatewayFunctions;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.Nothing;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.function.Consumer;

/**
 * A gateway as one caller from outside sees it: each function is a transaction of its chain and
 * returns an {@link Outcome}, reverts included. Functions that take coins take them as {@code
 * value}, in the smallest unit; the caller must own them.
 */
public final class GatewayCaller {
  private final Chain chain;
  private final Gateway gateway;
  private final GatewayOperations operations;
  private final EthAddress caller;

  GatewayCaller(Chain chain, Gateway gateway, EthAddress caller) {
    this.chain = chain;
    this.gateway = gateway;
    this.operations = gateway.operations();
    this.caller = caller;
  }

  /**
   * Sends a call of a contract to another network ({@code sendContractXnetMessage}). The caller
   * must be a contract.
   *
   * @param message receiver, value and an encoded {@code CallMsg}; the rest is ignored
   * @param value the coins to send along
   * @return the message as it was committed
   */
  public Outcome<IpcEnvelope> sendContractXnetMessage(IpcEnvelope message, UInt256 value) {
    return call(
        value,
        GatewayFunctions.SEND_CONTRACT_XNET_MESSAGE,
        message,
        frame -> operations.sendContractXnetMessage(frame, message));
  }

  /**
   * Takes in messages of the parent and propagates the postbox ({@code applyCrossMessages}).
   *
   * @param messages the messages
   * @return what became of each
   */
  public Outcome<List<Delivery>> applyCrossMessages(List<IpcEnvelope> messages) {
    return call(
        UInt256.ZERO,
        GatewayFunctions.APPLY_CROSS_MESSAGES,
        messages,
        frame -> operations.applyCrossMessages(frame, messages));
  }

  /**
   * Takes in messages of a child ({@code execBottomUpMsgBatch}).
   *
   * @param messages the messages
   * @return what became of each
   */
  public Outcome<List<Delivery>> execBottomUpMsgBatch(List<IpcEnvelope> messages) {
    return call(
        UInt256.ZERO,
        GatewayFunctions.EXEC_BOTTOM_UP_MSG_BATCH,
        messages,
        frame -> operations.execBottomUpMsgBatch(frame, messages));
  }

  /**
   * Sends on everything that waits in the postbox ({@code propagateAll}).
   *
   * @param value the coins to bring along for what must be burnt
   * @return the messages as they were committed
   */
  public Outcome<List<IpcEnvelope>> propagateAll(UInt256 value) {
    return call(value, GatewayFunctions.PROPAGATE_ALL, Nothing.NOTHING, operations::propagateAll);
  }

  /**
   * Notes up to where the parent is final ({@code commitParentFinality}).
   *
   * @param finality height and hash
   * @return the finality before
   */
  public Outcome<ParentFinality> commitParentFinality(ParentFinality finality) {
    return call(
        UInt256.ZERO,
        GatewayFunctions.COMMIT_PARENT_FINALITY,
        finality,
        frame -> operations.commitParentFinality(frame, finality));
  }

  /**
   * Records what the checkpoint of the open block commits to ({@code commitCheckpoint}).
   *
   * @param checkpoint the checkpoint
   * @return true
   */
  public Outcome<Boolean> commitCheckpoint(BottomUpCheckpoint checkpoint) {
    return done(
        UInt256.ZERO,
        GatewayFunctions.COMMIT_CHECKPOINT,
        checkpoint,
        frame -> operations.commitCheckpoint(frame, checkpoint));
  }

  /**
   * Registers the caller as actor of a new child ({@code register}).
   *
   * @param genesisCircSupply what circulates in the child at its beginning
   * @param collateral what validators put in
   * @param value the coins to send along
   * @return true
   */
  public Outcome<Boolean> register(UInt256 genesisCircSupply, UInt256 collateral, UInt256 value) {
    return done(
        value,
        GatewayFunctions.REGISTER,
        new GatewayFunctions.Register(genesisCircSupply, collateral),
        frame -> operations.register(frame, genesisCircSupply, collateral));
  }

  /**
   * Lets an actor register ({@code approveSubnet}).
   *
   * @param actor the actor
   * @return true
   */
  public Outcome<Boolean> approveSubnet(EthAddress actor) {
    return done(
        UInt256.ZERO,
        GatewayFunctions.APPROVE_SUBNET,
        actor,
        frame -> operations.approveSubnet(frame, actor));
  }

  /**
   * Takes an approval back ({@code rejectApprovedSubnet}).
   *
   * @param actor the actor
   * @return true
   */
  public Outcome<Boolean> rejectApprovedSubnet(EthAddress actor) {
    return done(
        UInt256.ZERO,
        GatewayFunctions.REJECT_APPROVED_SUBNET,
        actor,
        frame -> operations.rejectApprovedSubnet(frame, actor));
  }

  /**
   * Takes the caller's subnet out of the tree ({@code kill}).
   *
   * @return true
   */
  public Outcome<Boolean> kill() {
    return done(UInt256.ZERO, GatewayFunctions.KILL, Nothing.NOTHING, operations::kill);
  }

  /**
   * Sends coins to an account of a child ({@code fund}).
   *
   * @param subnet the child
   * @param to the account there
   * @param value the coins
   * @return the Transfer as it was committed
   */
  public Outcome<IpcEnvelope> fund(SubnetId subnet, FvmAddress to, UInt256 value) {
    return call(
        value,
        GatewayFunctions.FUND,
        new GatewayFunctions.Fund(subnet, to),
        frame -> operations.fund(frame, subnet, to));
  }

  /**
   * Sends tokens to an account of a child ({@code fundWithToken}).
   *
   * @param subnet the child
   * @param to the account there
   * @param amount how many tokens
   * @return true
   */
  public Outcome<Boolean> fundWithToken(SubnetId subnet, FvmAddress to, UInt256 amount) {
    return done(
        UInt256.ZERO,
        GatewayFunctions.FUND_WITH_TOKEN,
        new GatewayFunctions.FundWithToken(subnet, to, amount),
        frame -> operations.fundWithToken(frame, subnet, to, amount));
  }

  /**
   * Sends coins to an account of the parent ({@code release}).
   *
   * @param to the account there
   * @param value the coins
   * @return the Transfer as it was committed
   */
  public Outcome<IpcEnvelope> release(FvmAddress to, UInt256 value) {
    return call(value, GatewayFunctions.RELEASE, to, frame -> operations.release(frame, to));
  }

  /**
   * Adds to the collateral of the caller's subnet ({@code addStake}).
   *
   * @param amount how much
   * @param value the coins to send along
   * @return true
   */
  public Outcome<Boolean> addStake(UInt256 amount, UInt256 value) {
    return done(
        value, GatewayFunctions.ADD_STAKE, amount, frame -> operations.addStake(frame, amount));
  }

  /**
   * Pays collateral of the caller's subnet back to it ({@code releaseStake}).
   *
   * @param amount how much
   * @return true
   */
  public Outcome<Boolean> releaseStake(UInt256 amount) {
    return done(
        UInt256.ZERO,
        GatewayFunctions.RELEASE_STAKE,
        amount,
        frame -> operations.releaseStake(frame, amount));
  }

  private <A, T> Outcome<T> call(
      UInt256 value, IpcFunction<A, ?> function, A arguments, Operation<T> body) {
    return chain.execute(
        caller,
        gateway.address(),
        value,
        Operation.calling(() -> function.encodeCall(arguments), body));
  }

  private <A> Outcome<Boolean> done(
      UInt256 value, IpcFunction<A, ?> function, A arguments, Consumer<Frame> body) {
    return call(
        value,
        function,
        arguments,
        frame -> {
          body.accept(frame);
          return true;
        });
  }
}
