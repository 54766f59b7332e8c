// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.Operation;
import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.abi.SubnetActorFunctions;
import io.crossline.ipc.abi.SubnetActorFunctions.Batch;
import io.crossline.ipc.abi.SubnetActorFunctions.Breakdown;
import io.crossline.ipc.abi.SubnetActorFunctions.SignedCheckpoint;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.function.Supplier;

/**
 * The contract in the parent network that governs a subnet: {@code SubnetActorDiamond} upstream, as
 * far as messages need it. It takes checkpoints and executes their messages; joining, staking and
 * leaving of validators are not modelled.
 *
 * <p>Its calldata face has the getters that gateways ask ({@code supplySource}, {@code
 * collateralSource}) and takes plain coins. Not thread-safe: it belongs to one chain.
 */
public final class SubnetActor implements Contract {
  private final Chain chain;
  private final EthAddress address;
  private final SubnetActorState state;
  private final SubnetActorDispatch dispatch;

  private SubnetActor(Chain chain, EthAddress address, SubnetActorConfig config) {
    this.chain = chain;
    this.address = address;
    this.state = new SubnetActorState(chain.state().scope("subnet actor " + address), config);
    this.dispatch = new SubnetActorDispatch(state);
  }

  /**
   * Puts a new actor on a chain.
   *
   * @param chain the chain of the parent network
   * @param address where; the last of the subnet's route
   * @param config what it is made with
   * @return the actor
   * @throws IllegalArgumentException if there is code at the address already, or it is not the
   *     subnet's actor
   */
  public static SubnetActor deploy(Chain chain, EthAddress address, SubnetActorConfig config) {
    if (!config.subnet().actor().equals(address)) {
      throw new IllegalArgumentException(
          "subnet actor: " + address + " does not govern " + config.subnet());
    }
    SubnetActor actor = new SubnetActor(chain, address, config);
    chain.deploy(address, actor);
    return actor;
  }

  /**
   * Where it lives.
   *
   * @return its address
   */
  public EthAddress address() {
    return address;
  }

  /**
   * What it was made with.
   *
   * @return the configuration
   */
  public SubnetActorConfig config() {
    return state.config;
  }

  /**
   * The checkpoint whose header was taken last.
   *
   * @return its height, 0 before the first
   */
  public UInt64 lastSubmittedHeight() {
    return state.lastSubmitted.get();
  }

  /**
   * The checkpoint whose breakdown was taken last.
   *
   * @return its height, 0 before the first
   */
  public UInt64 lastCommittedHeight() {
    return state.lastCommitted.get();
  }

  /**
   * The batches that are not executed whole.
   *
   * @return the batches, in storage order
   */
  public List<PendingBatch> pendingBatches() {
    return state.batches.list();
  }

  /**
   * Registers the subnet with the parent's gateway, with coins of the actor.
   *
   * @param genesisCircSupply what circulates in the subnet at its beginning
   * @param collateral what its validators put in
   * @return nothing, or the revert
   */
  public Outcome<Nothing> register(UInt256 genesisCircSupply, UInt256 collateral) {
    UInt256 coins =
        coins(state.config.supplySource(), genesisCircSupply)
            .plus(coins(state.config.collateralSource(), collateral));
    return state.config.gateway().as(address).register(genesisCircSupply, collateral, coins);
  }

  /** What of an amount goes along as coins; a token is taken by the gateway itself. */
  private static UInt256 coins(Asset asset, UInt256 amount) {
    return asset.kind() == AssetKind.NATIVE ? amount : UInt256.ZERO;
  }

  /**
   * Takes the header of a checkpoint. Heights come one period after the other.
   *
   * @param caller who brings it, anyone
   * @param header the header
   * @return nothing, or the revert
   */
  public Outcome<Nothing> submitBottomUpCheckpoint(EthAddress caller, CheckpointHeader header) {
    return submitBottomUpCheckpoint(caller, header, Bytes.EMPTY);
  }

  /**
   * Takes the header of a checkpoint. Heights come one period after the other.
   *
   * @param caller who brings it, anyone
   * @param header the header
   * @param certificate what vouches for it, in the form that the actor's verifier knows
   * @return nothing, or the revert
   */
  public Outcome<Nothing> submitBottomUpCheckpoint(
      EthAddress caller, CheckpointHeader header, Bytes certificate) {
    SignedCheckpoint signed =
        new SignedCheckpoint(header.subnet(), header.height(), header.appHash(), certificate);
    return call(
        caller,
        () -> SubnetActorFunctions.SUBMIT_BOTTOM_UP_CHECKPOINT.encodeCall(signed.encoded()),
        frame -> {
          SubmitBottomUpCheckpoint.run(state, header, certificate);
          return Nothing.NOTHING;
        });
  }

  /**
   * Opens up the app hash of a checkpoint whose header was taken, and commits to its batch.
   *
   * @param caller who brings it, anyone
   * @param height the checkpoint's height
   * @param breakdown what its app hash is made of
   * @return nothing, or the revert
   */
  public Outcome<Nothing> recordAppHashBreakdown(
      EthAddress caller, UInt64 height, StateCommitment breakdown) {
    return call(
        caller,
        () ->
            SubnetActorFunctions.RECORD_APP_HASH_BREAKDOWN.encodeCall(
                new Breakdown(height, state.config.subnet(), breakdown)),
        frame -> {
          RecordAppHashBreakdown.run(state, height, breakdown);
          return Nothing.NOTHING;
        });
  }

  /**
   * Executes messages of a checkpoint, then propagates the postbox of the parent's gateway. All or
   * nothing.
   *
   * @param caller who brings them, anyone
   * @param height the checkpoint's height
   * @param inclusions the messages, in the order of their local nonces, with their proofs
   * @return what became of each message
   */
  public Outcome<List<Delivery>> execBottomUpMsgBatch(
      EthAddress caller, UInt64 height, List<BatchInclusion> inclusions) {
    return call(
        caller,
        () ->
            SubnetActorFunctions.EXEC_BOTTOM_UP_MSG_BATCH.encodeCall(new Batch(height, inclusions)),
        frame -> ExecBatchInclusions.run(state, frame, height, inclusions));
  }

  private <T> Outcome<T> call(EthAddress caller, Supplier<Bytes> calldata, Operation<T> body) {
    return chain.execute(caller, address, UInt256.ZERO, Operation.calling(calldata, body));
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    return dispatch.call(frame, calldata);
  }
}
