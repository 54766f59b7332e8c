// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.Asset;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BatchInclusion;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.BottomUpMsgBatch;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Membership;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.Validator;
import io.crossline.ipc.ValidatorActivity;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/** The types of IPC's contracts, by their Solidity form. */
public final class IpcForms {

  /** Truth values. */
  public static final AbiForm<Boolean> BOOL =
      AbiForm.value("bool", (out, b) -> out.number(b ? 1 : 0), AbiReader.Head::bool);

  static final AbiForm<UInt64> UINT64 =
      AbiForm.value("uint64", AbiWriter::word, AbiReader.Head::uint64);

  /** Numbers. */
  public static final AbiForm<UInt256> UINT256 =
      AbiForm.value("uint256", AbiWriter::word, AbiReader.Head::uint256);

  /** Addresses of Ethereum. */
  public static final AbiForm<EthAddress> ADDRESS =
      AbiForm.value("address", AbiWriter::word, AbiReader.Head::address);

  static final AbiForm<Bytes32> BYTES32 =
      AbiForm.value("bytes32", AbiWriter::word, AbiReader.Head::bytes32);
  static final AbiForm<Bytes> BYTES =
      AbiForm.value("bytes", AbiWriter::bytes, AbiReader.Head::bytes);
  static final AbiForm<List<Bytes32>> HASHES = AbiForm.listOf(BYTES32);

  /** Ids of networks. */
  public static final AbiForm<SubnetId> SUBNET_ID =
      AbiForm.struct(
          "(uint64 root, address[] route)", 2, (out, id) -> id.writeTo(out), SubnetId::read);

  /** Addresses within a network. */
  public static final AbiForm<FvmAddress> FVM_ADDRESS =
      AbiForm.value(
          "(uint8 addrType, bytes payload)", (out, a) -> a.writeTo(out), FvmAddress::read);

  /** Messages. */
  public static final AbiForm<IpcEnvelope> ENVELOPE =
      AbiForm.struct(
          "(uint8 kind, uint64 localNonce, uint64 originalNonce, uint256 value, "
              + ipcAddress("to")
              + ipcAddress("from")
              + "bytes message)",
          7,
          (out, envelope) -> envelope.writeTo(out),
          IpcEnvelope::read);

  /** Lists of messages. */
  public static final AbiForm<List<IpcEnvelope>> ENVELOPES = AbiForm.listOf(ENVELOPE);

  static final AbiForm<Subnet> SUBNET =
      AbiForm.struct(
          "(uint256 stake, uint256 genesisEpoch, uint256 circSupply, uint64 topDownNonce,"
              + " uint64 appliedBottomUpNonce, (uint64 root, address[] route) id)",
          6,
          IpcForms::writeSubnet,
          IpcForms::readSubnet);

  /** Finalities of a parent. */
  public static final AbiForm<ParentFinality> FINALITY =
      AbiArguments.of(
              UINT256,
              BYTES32,
              ParentFinality::new,
              ParentFinality::height,
              ParentFinality::blockHash)
          .asStruct("height", "blockHash");

  static final AbiForm<BottomUpMsgBatch> BATCH =
      AbiArguments.of(
              SUBNET_ID,
              UINT256,
              ENVELOPES,
              BottomUpMsgBatch::new,
              BottomUpMsgBatch::subnetId,
              BottomUpMsgBatch::blockHeight,
              BottomUpMsgBatch::msgs)
          .asStruct("subnetID", "blockHeight", "msgs");
  static final AbiForm<Validator> VALIDATOR =
      AbiArguments.of(
              UINT256,
              ADDRESS,
              BYTES,
              Validator::new,
              Validator::weight,
              Validator::addr,
              Validator::metadata)
          .asStruct("weight", "addr", "metadata");
  static final AbiForm<Membership> MEMBERSHIP =
      AbiArguments.of(
              AbiForm.listOf(VALIDATOR),
              UINT64,
              Membership::new,
              Membership::validators,
              Membership::configurationNumber)
          .asStruct("validators", "configurationNumber");
  static final AbiForm<Asset> ASSET =
      AbiForm.struct(
          "(uint8 kind, address tokenAddress)", 2, (out, asset) -> asset.writeTo(out), Asset::read);

  static final AbiForm<BatchCommitment> BATCH_COMMITMENT =
      AbiArguments.of(
              UINT64,
              BYTES32,
              BatchCommitment::new,
              BatchCommitment::totalNumMsgs,
              BatchCommitment::msgsRoot)
          .asStruct("totalNumMsgs", "msgsRoot");
  static final AbiForm<AggregatedStats> STATS =
      AbiArguments.of(
              UINT64,
              UINT64,
              AggregatedStats::new,
              AggregatedStats::totalActiveValidators,
              AggregatedStats::totalNumBlocksCommitted)
          .asStruct("totalActiveValidators", "totalNumBlocksCommitted");
  static final AbiForm<ActivityCommitment> ACTIVITY_COMMITMENT =
      AbiArguments.one(
              AbiArguments.of(
                      STATS,
                      BYTES32,
                      ActivityCommitment::new,
                      ActivityCommitment::stats,
                      ActivityCommitment::dataRootCommitment)
                  .asStruct("stats", "dataRootCommitment"))
          .asStruct("consensus");
  static final AbiForm<StateCommitment> STATE_COMMITMENT =
      AbiArguments.of(
              BYTES,
              BATCH_COMMITMENT,
              UINT64,
              ACTIVITY_COMMITMENT,
              StateCommitment::new,
              StateCommitment::stateRoot,
              StateCommitment::msgBatchCommitment,
              StateCommitment::validatorNextConfigurationNumber,
              StateCommitment::activityCommitment)
          .asStruct(
              "stateRoot",
              "msgBatchCommitment",
              "validatorNextConfigurationNumber",
              "activityCommitment");
  static final AbiForm<ValidatorActivity> VALIDATOR_ACTIVITY =
      AbiArguments.of(
              ADDRESS,
              UINT64,
              ValidatorActivity::new,
              ValidatorActivity::validator,
              ValidatorActivity::blocksCommitted)
          .asStruct("validator", "blocksCommitted");
  static final AbiForm<ActivityRollup> ACTIVITY_ROLLUP =
      AbiArguments.one(
              AbiArguments.of(
                      STATS,
                      AbiForm.listOf(VALIDATOR_ACTIVITY),
                      ActivityRollup::new,
                      ActivityRollup::stats,
                      ActivityRollup::data)
                  .asStruct("stats", "data"))
          .asStruct("consensus");
  static final AbiForm<BatchInclusion> BATCH_INCLUSION =
      AbiArguments.of(
              ENVELOPE, HASHES, BatchInclusion::new, BatchInclusion::msg, BatchInclusion::proof)
          .asStruct("msg", "proof");

  /** Checkpoints. */
  public static final AbiForm<BottomUpCheckpoint> CHECKPOINT =
      AbiArguments.of(
              STATE_COMMITMENT,
              ENVELOPES,
              ACTIVITY_ROLLUP,
              BottomUpCheckpoint::new,
              BottomUpCheckpoint::commitment,
              BottomUpCheckpoint::msgs,
              BottomUpCheckpoint::activity)
          .asStruct("commitment", "msgs", "activity");

  private IpcForms() {}

  private static String ipcAddress(String name) {
    return "((uint64 root, address[] route) subnetId, (uint8 addrType, bytes payload) rawAddress) "
        + name
        + ", ";
  }

  private static void writeSubnet(AbiWriter out, Subnet subnet) {
    out.word(subnet.stake());
    out.word(subnet.genesisEpoch());
    out.word(subnet.circSupply());
    out.word(subnet.topDownNonce());
    out.word(subnet.appliedBottomUpNonce());
    out.number(6 * 32);
    subnet.id().writeTo(out);
  }

  private static Subnet readSubnet(AbiReader.Head struct) {
    return new Subnet(
        struct.uint256(0),
        struct.uint256(1),
        struct.uint256(2),
        struct.uint64(3),
        struct.uint64(4),
        SubnetId.read(struct, 5));
  }
}
