// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.record.RecordReader;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Codec;

/**
 * How the values of IPC are written to stores.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class IpcCodecs {
  /** Envelopes: their ABI encoding. */
  public static final Codec<IpcEnvelope> ENVELOPE =
      Codec.of(IpcEnvelope::encoded, IpcEnvelope::decode);

  /** Subnet ids: their ABI encoding. */
  public static final Codec<SubnetId> SUBNET_ID = Codec.of(SubnetId::encoded, SubnetId::decode);

  /** What a gateway knows of a child. */
  public static final Codec<Subnet> SUBNET =
      RecordReader.codec(
          Subnet.class,
          Codec.UINT256,
          Codec.UINT256,
          Codec.UINT256,
          Codec.UINT64,
          Codec.UINT64,
          SUBNET_ID);

  /** How far the parent is final. */
  public static final Codec<ParentFinality> PARENT_FINALITY =
      RecordReader.codec(ParentFinality.class, Codec.UINT256, Codec.BYTES32);

  /** What a checkpoint says of its messages. */
  public static final Codec<BatchCommitment> BATCH_COMMITMENT =
      RecordReader.codec(BatchCommitment.class, Codec.UINT64, Codec.BYTES32);

  private IpcCodecs() {}
}
