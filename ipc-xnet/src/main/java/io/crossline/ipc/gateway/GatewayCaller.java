// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * A gateway as one caller from outside sees it: each function is a transaction of its chain and
 * returns an {@link Outcome}, reverts included. Functions that take coins take them as {@code
 * value}, in the smallest unit; the caller must own them.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class GatewayCaller {
  private final Gateway gateway;
  private final EthAddress caller;

  GatewayCaller(Gateway gateway, EthAddress caller) {
    this.gateway = gateway;
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
    return gateway.transact(caller, value, new SendContractXnetMessage(message));
  }

  /**
   * Takes in messages of the parent and propagates the postbox ({@code applyCrossMessages}). For
   * the system actor alone.
   *
   * @param messages the messages
   * @return what became of each
   */
  public Outcome<List<Delivery>> applyCrossMessages(List<IpcEnvelope> messages) {
    return gateway.transact(caller, UInt256.ZERO, new ApplyCrossMessages(messages));
  }

  /**
   * Takes in messages of a child ({@code execBottomUpMsgBatch}). For the actors of children alone.
   *
   * @param messages the messages
   * @return what became of each
   */
  public Outcome<List<Delivery>> execBottomUpMsgBatch(List<IpcEnvelope> messages) {
    return gateway.transact(caller, UInt256.ZERO, new ExecBottomUpMsgBatch(messages));
  }

  /**
   * Sends on everything that waits in the postbox, which holds messages that pass through this
   * network on their way to another one ({@code propagateAll}). For anybody.
   *
   * @param value the coins to bring along: the gateway burns the value of what goes up, and owns it
   *     already where the messages have come through it
   * @return the messages as they were committed
   */
  public Outcome<List<IpcEnvelope>> propagateAll(UInt256 value) {
    return gateway.transact(caller, value, new PropagateAll());
  }

  /**
   * Notes up to where the parent is final ({@code commitParentFinality}). For the system actor
   * alone.
   *
   * @param finality height and hash
   * @return the finality before
   */
  public Outcome<ParentFinality> commitParentFinality(ParentFinality finality) {
    return gateway.transact(caller, UInt256.ZERO, new CommitParentFinality(finality));
  }

  /**
   * Records what the checkpoint of the open block commits to ({@code commitCheckpoint}). For the
   * system actor alone.
   *
   * @param checkpoint the checkpoint
   * @return nothing, or the revert
   */
  public Outcome<Nothing> commitCheckpoint(BottomUpCheckpoint checkpoint) {
    return gateway.transact(caller, UInt256.ZERO, new CommitCheckpoint(checkpoint));
  }

  /**
   * Registers the caller as actor of a new child ({@code register}).
   *
   * @param genesisCircSupply what circulates in the child at its beginning
   * @param collateral what validators put in
   * @param value the coins to send along
   * @return nothing, or the revert
   */
  public Outcome<Nothing> register(UInt256 genesisCircSupply, UInt256 collateral, UInt256 value) {
    return gateway.transact(caller, value, new Register(genesisCircSupply, collateral));
  }

  /**
   * Lets an actor register ({@code approveSubnet}). For the gateway's owner alone.
   *
   * @param actor the actor
   * @return nothing, or the revert
   */
  public Outcome<Nothing> approveSubnet(EthAddress actor) {
    return gateway.transact(caller, UInt256.ZERO, new ApproveSubnet(actor));
  }

  /**
   * Takes an approval back ({@code rejectApprovedSubnet}). For the gateway's owner alone.
   *
   * @param actor the actor
   * @return nothing, or the revert
   */
  public Outcome<Nothing> rejectApprovedSubnet(EthAddress actor) {
    return gateway.transact(caller, UInt256.ZERO, new RejectApprovedSubnet(actor));
  }

  /**
   * Takes the caller's subnet out of the tree ({@code kill}).
   *
   * @return nothing, or the revert
   */
  public Outcome<Nothing> kill() {
    return gateway.transact(caller, UInt256.ZERO, new Kill());
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
    return gateway.transact(caller, value, new Fund(subnet, to));
  }

  /**
   * Sends tokens to an account of a child ({@code fundWithToken}).
   *
   * @param subnet the child
   * @param to the account there
   * @param amount how many tokens
   * @return nothing, or the revert
   */
  public Outcome<Nothing> fundWithToken(SubnetId subnet, FvmAddress to, UInt256 amount) {
    return gateway.transact(caller, UInt256.ZERO, new FundWithToken(subnet, to, amount));
  }

  /**
   * Sends coins to an account of the parent ({@code release}).
   *
   * @param to the account there
   * @param value the coins
   * @return the Transfer as it was committed
   */
  public Outcome<IpcEnvelope> release(FvmAddress to, UInt256 value) {
    return gateway.transact(caller, value, new Release(to));
  }

  /**
   * Adds to the collateral of the caller's subnet ({@code addStake}).
   *
   * @param amount how much
   * @param value the coins to send along
   * @return nothing, or the revert
   */
  public Outcome<Nothing> addStake(UInt256 amount, UInt256 value) {
    return gateway.transact(caller, value, new AddStake(amount));
  }

  /**
   * Pays collateral of the caller's subnet back to it ({@code releaseStake}).
   *
   * @param amount how much
   * @return nothing, or the revert
   */
  public Outcome<Nothing> releaseStake(UInt256 amount) {
    return gateway.transact(caller, UInt256.ZERO, new ReleaseStake(amount));
  }
}
