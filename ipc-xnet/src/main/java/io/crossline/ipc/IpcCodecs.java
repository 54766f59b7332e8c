// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.record.RecordReader;
import io.crossline.messaging.Codec;

/** How the values of IPC are written to stores. */
public final class IpcCodecs {
  /** Envelopes: their ABI encoding. */
  public static final Codec<IpcEnvelope> ENVELOPE =
      Codec.of(IpcEnvelope::encoded, IpcEnvelope::decode);

  /** Subnet ids: their ABI encoding. */
  public static final Codec<SubnetId> SUBNET_ID = Codec.of(SubnetId::encoded, SubnetId::decode);

  /** What a gateway knows of a child. */
  public static final Codec<Subnet> SUBNET =
      RecordReader.codec(
          (writer, subnet) ->
              writer
                  .field(Codec.UINT256, subnet.stake())
                  .field(Codec.UINT256, subnet.genesisEpoch())
                  .field(Codec.UINT256, subnet.circSupply())
                  .field(Codec.UINT64, subnet.topDownNonce())
                  .field(Codec.UINT64, subnet.appliedBottomUpNonce())
                  .field(SUBNET_ID, subnet.id()),
          reader ->
              new Subnet(
                  reader.field(Codec.UINT256),
                  reader.field(Codec.UINT256),
                  reader.field(Codec.UINT256),
                  reader.field(Codec.UINT64),
                  reader.field(Codec.UINT64),
                  reader.field(SUBNET_ID)));

  /** How far the parent is final. */
  public static final Codec<ParentFinality> PARENT_FINALITY =
      RecordReader.codec(
          (writer, finality) ->
              writer
                  .field(Codec.UINT256, finality.height())
                  .field(Codec.BYTES32, finality.blockHash()),
          reader -> new ParentFinality(reader.field(Codec.UINT256), reader.field(Codec.BYTES32)));

  /** What a checkpoint says of its messages. */
  public static final Codec<BatchCommitment> BATCH_COMMITMENT =
      RecordReader.codec(
          (writer, commitment) ->
              writer
                  .field(Codec.UINT64, commitment.totalNumMsgs())
                  .field(Codec.BYTES32, commitment.msgsRoot()),
          reader -> new BatchCommitment(reader.field(Codec.UINT64), reader.field(Codec.BYTES32)));

  private IpcCodecs() {}
}
