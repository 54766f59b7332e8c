// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static io.crossline.ipc.abi.IpcForms.ADDRESS;
import static io.crossline.ipc.abi.IpcForms.BYTES;
import static io.crossline.ipc.abi.IpcForms.UINT256;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * The functions of a subnet actor that checkpoints go through, of upstream's {@code
 * SubnetActorCheckpointingFacet} and {@code SubnetActorGetterFacet}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class SubnetActorFunctions {
  /**
   * The arguments of {@code recordAppHashBreakdown}.
   *
   * @param checkpointHeight the checkpoint's height
   * @param subnet the subnet
   * @param breakdown what its app hash is made of
   */
  public record Breakdown(UInt64 checkpointHeight, SubnetId subnet, StateCommitment breakdown) {}

  /**
   * The arguments of {@code execBottomUpMsgBatch}.
   *
   * @param checkpointHeight the checkpoint's height
   * @param inclusions the messages with their proofs
   */
  public record Batch(UInt64 checkpointHeight, List<BatchInclusion> inclusions) {
    /** Copies the list. */
    public Batch {
      inclusions = List.copyOf(inclusions);
    }
  }

  /**
   * What the bytes of {@code submitBottomUpCheckpoint} are here: {@code abi.encode(subnet, height,
   * appHash, certificate)}. Upstream they are a header, validators' signatures and a vote of
   * CometBFT.
   *
   * @param subnet the subnet
   * @param height the checkpoint's height
   * @param appHash the app hash of that height
   * @param certificate what vouches for it; its form is the verifier's business
   */
  public record SignedCheckpoint(
      SubnetId subnet, UInt64 height, Bytes32 appHash, Bytes certificate) {
    private static final AbiArguments<SignedCheckpoint> FORM =
        AbiArguments.of(SignedCheckpoint.class);

    /**
     * The bytes.
     *
     * @return the encoding
     */
    public Bytes encoded() {
      return FORM.encode(this);
    }

    /**
     * Reads the bytes.
     *
     * @param data the encoding
     * @return the checkpoint
     * @throws io.crossline.core.abi.AbiDecodeException if it is none
     */
    public static SignedCheckpoint decode(Bytes data) {
      return FORM.decode(data);
    }
  }

  /** {@code submitBottomUpCheckpoint(rawData)}: see {@link SignedCheckpoint}. */
  public static final IpcFunction<Bytes, Nothing> SUBMIT_BOTTOM_UP_CHECKPOINT =
      IpcFunction.of("submitBottomUpCheckpoint", AbiArguments.one(BYTES), "rawData");

  /** {@code recordAppHashBreakdown(checkpointHeight, subnet, breakdown)}. */
  public static final IpcFunction<Breakdown, Nothing> RECORD_APP_HASH_BREAKDOWN =
      IpcFunction.of("recordAppHashBreakdown", Breakdown.class);

  /** {@code execBottomUpMsgBatch(checkpointHeight, inclusions)}. */
  public static final IpcFunction<Batch, Nothing> EXEC_BOTTOM_UP_MSG_BATCH =
      IpcFunction.of("execBottomUpMsgBatch", Batch.class);

  /** {@code lastBottomUpCheckpointHeight()}: the checkpoint whose header was taken last. */
  public static final IpcFunction<Nothing, UInt256> LAST_BOTTOM_UP_CHECKPOINT_HEIGHT =
      IpcFunction.of(
          "lastBottomUpCheckpointHeight", AbiArguments.none(), AbiArguments.one(UINT256));

  /** {@code bottomUpCheckPeriod()}: how many blocks make a checkpoint. */
  public static final IpcFunction<Nothing, UInt256> BOTTOM_UP_CHECK_PERIOD =
      IpcFunction.of("bottomUpCheckPeriod", AbiArguments.none(), AbiArguments.one(UINT256));

  /** {@code ipcGatewayAddr()}: the parent's gateway. */
  public static final IpcFunction<Nothing, EthAddress> IPC_GATEWAY_ADDR =
      IpcFunction.of("ipcGatewayAddr", AbiArguments.none(), AbiArguments.one(ADDRESS));

  private SubnetActorFunctions() {}

  /**
   * All functions of this list.
   *
   * @return the functions
   */
  public static List<IpcFunction<?, ?>> all() {
    return List.of(
        SUBMIT_BOTTOM_UP_CHECKPOINT,
        RECORD_APP_HASH_BREAKDOWN,
        EXEC_BOTTOM_UP_MSG_BATCH,
        LAST_BOTTOM_UP_CHECKPOINT_HEIGHT,
        BOTTOM_UP_CHECK_PERIOD,
        IPC_GATEWAY_ADDR);
  }
}
