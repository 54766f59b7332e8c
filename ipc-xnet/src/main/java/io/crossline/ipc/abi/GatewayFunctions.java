// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static io.crossline.ipc.abi.IpcForms.ADDRESS;
import static io.crossline.ipc.abi.IpcForms.BOOL;
import static io.crossline.ipc.abi.IpcForms.CHECKPOINT;
import static io.crossline.ipc.abi.IpcForms.ENVELOPE;
import static io.crossline.ipc.abi.IpcForms.ENVELOPES;
import static io.crossline.ipc.abi.IpcForms.FINALITY;
import static io.crossline.ipc.abi.IpcForms.FVM_ADDRESS;
import static io.crossline.ipc.abi.IpcForms.SUBNET_ID;
import static io.crossline.ipc.abi.IpcForms.UINT256;

import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * The functions of a gateway that change state, of upstream's {@code GatewayMessengerFacet}, {@code
 * GatewayManagerFacet}, {@code XnetMessagingFacet}, {@code CheckpointingFacet} and {@code
 * TopDownFinalityFacet}.
 */
public final class GatewayFunctions {
  /**
   * The arguments of {@code fund}.
   *
   * @param subnetId the child
   * @param to who is paid in it
   */
  public record Fund(SubnetId subnetId, FvmAddress to) {}

  /**
   * The arguments of {@code fundWithToken}.
   *
   * @param subnetId the child
   * @param to who is paid in it
   * @param amount how many tokens are taken from the caller
   */
  public record FundWithToken(SubnetId subnetId, FvmAddress to, UInt256 amount) {}

  /**
   * The arguments of {@code register}.
   *
   * @param genesisCircSupply what circulates in the child from the beginning
   * @param collateral the stake
   */
  public record Register(UInt256 genesisCircSupply, UInt256 collateral) {}

  /**
   * What {@code commitParentFinality} returns.
   *
   * @param hasCommittedBefore whether there was one
   * @param previousFinality the one before
   */
  public record CommittedFinality(boolean hasCommittedBefore, ParentFinality previousFinality) {}

  /**
   * {@code sendContractXnetMessage(envelope)}: sends a call; returns the envelope as it was
   * committed.
   */
  public static final IpcFunction<IpcEnvelope, IpcEnvelope> SEND_CONTRACT_XNET_MESSAGE =
      IpcFunction.of(
              "sendContractXnetMessage",
              AbiArguments.one(ENVELOPE),
              AbiArguments.one(ENVELOPE),
              "envelope")
          .returning("committed");

  /** {@code applyCrossMessages(messages)}: applies what came down from the parent. */
  public static final IpcFunction<List<IpcEnvelope>, Nothing> APPLY_CROSS_MESSAGES =
      IpcFunction.of("applyCrossMessages", AbiArguments.one(ENVELOPES), "messages");

  /** {@code execBottomUpMsgBatch(messages)}: applies what came up from the child that calls. */
  public static final IpcFunction<List<IpcEnvelope>, Nothing> EXEC_BOTTOM_UP_MSG_BATCH =
      IpcFunction.of("execBottomUpMsgBatch", AbiArguments.one(ENVELOPES), "messages");

  /** {@code propagateAll()}: sends on what waits in the postbox. */
  public static final IpcFunction<Nothing, Nothing> PROPAGATE_ALL =
      IpcFunction.of("propagateAll", AbiArguments.none());

  /** {@code fund(subnetId, to)}: sends coins down to a child. */
  public static final IpcFunction<Fund, Nothing> FUND =
      IpcFunction.of(
          "fund",
          AbiArguments.of(SUBNET_ID, FVM_ADDRESS, Fund::new, Fund::subnetId, Fund::to),
          "subnetId",
          "to");

  /** {@code fundWithToken(subnetId, to, amount)}: sends tokens down to a child. */
  public static final IpcFunction<FundWithToken, Nothing> FUND_WITH_TOKEN =
      IpcFunction.of(
          "fundWithToken",
          AbiArguments.of(
              SUBNET_ID,
              FVM_ADDRESS,
              UINT256,
              FundWithToken::new,
              FundWithToken::subnetId,
              FundWithToken::to,
              FundWithToken::amount),
          "subnetId",
          "to",
          "amount");

  /** {@code release(to)}: sends coins up to the parent. */
  public static final IpcFunction<FvmAddress, Nothing> RELEASE =
      IpcFunction.of("release", AbiArguments.one(FVM_ADDRESS), "to");

  /** {@code register(genesisCircSupply, collateral)}: makes the caller a child. */
  public static final IpcFunction<Register, Nothing> REGISTER =
      IpcFunction.of(
          "register",
          AbiArguments.of(
              UINT256, UINT256, Register::new, Register::genesisCircSupply, Register::collateral),
          "genesisCircSupply",
          "collateral");

  /** {@code kill()}: the child that calls is one no more. */
  public static final IpcFunction<Nothing, Nothing> KILL =
      IpcFunction.of("kill", AbiArguments.none());

  /** {@code approveSubnet(subnet)}: the owner lets an actor register. */
  public static final IpcFunction<EthAddress, Nothing> APPROVE_SUBNET =
      IpcFunction.of("approveSubnet", AbiArguments.one(ADDRESS), "subnet");

  /** {@code rejectApprovedSubnet(subnet)}: the owner takes that back. */
  public static final IpcFunction<EthAddress, Nothing> REJECT_APPROVED_SUBNET =
      IpcFunction.of("rejectApprovedSubnet", AbiArguments.one(ADDRESS), "subnet");

  /** {@code addStake(amount)}: the child that calls puts collateral in. */
  public static final IpcFunction<UInt256, Nothing> ADD_STAKE =
      IpcFunction.of("addStake", AbiArguments.one(UINT256), "amount");

  /** {@code releaseStake(amount)}: the child that calls takes collateral out. */
  public static final IpcFunction<UInt256, Nothing> RELEASE_STAKE =
      IpcFunction.of("releaseStake", AbiArguments.one(UINT256), "amount");

  /** {@code commitParentFinality(finality)}: takes a block of the parent for final. */
  public static final IpcFunction<ParentFinality, CommittedFinality> COMMIT_PARENT_FINALITY =
      IpcFunction.of(
              "commitParentFinality",
              AbiArguments.one(FINALITY),
              AbiArguments.of(
                  BOOL,
                  FINALITY,
                  CommittedFinality::new,
                  CommittedFinality::hasCommittedBefore,
                  CommittedFinality::previousFinality),
              "finality")
          .returning("hasCommittedBefore", "previousFinality");

  /** {@code commitCheckpoint(checkpoint)}: records what the node cut at the end of an epoch. */
  public static final IpcFunction<BottomUpCheckpoint, Nothing> COMMIT_CHECKPOINT =
      IpcFunction.of("commitCheckpoint", AbiArguments.one(CHECKPOINT), "checkpoint");

  private static final List<IpcFunction<?, ?>> ALL =
      List.of(
          SEND_CONTRACT_XNET_MESSAGE,
          APPLY_CROSS_MESSAGES,
          EXEC_BOTTOM_UP_MSG_BATCH,
          PROPAGATE_ALL,
          FUND,
          FUND_WITH_TOKEN,
          RELEASE,
          REGISTER,
          KILL,
          APPROVE_SUBNET,
          REJECT_APPROVED_SUBNET,
          ADD_STAKE,
          RELEASE_STAKE,
          COMMIT_PARENT_FINALITY,
          COMMIT_CHECKPOINT);

  private GatewayFunctions() {}

  /**
   * All functions of this list.
   *
   * @return the functions
   */
  public static List<IpcFunction<?, ?>> all() {
    return ALL;
  }
}
