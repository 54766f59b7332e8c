// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.Direction;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;

/**
 * How values of IPC are written in vectors.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class EnvelopeForms {
  /** Kinds of envelopes. */
  public static final Form<EnvelopeKind> KIND =
      Forms.member(EnvelopeKind.values(), EnvelopeKind::wireName);

  /** Outcomes of calls. */
  public static final Form<OutcomeType> OUTCOME =
      Forms.member(OutcomeType.values(), OutcomeType::wireName);

  /** Directions. */
  public static final Form<Direction> DIRECTION =
      Forms.member(Direction.values(), Direction::wireName);

  /** Ids of networks. */
  public static final Form<SubnetId> SUBNET_ID =
      ObjectForm.record(SubnetId.class, Forms.UINT64, Forms.list(Forms.ADDRESS));

  /** Addresses within a network. */
  public static final Form<FvmAddress> FVM_ADDRESS =
      ObjectForm.record(FvmAddress.class, Forms.number(0, 255), Forms.BYTES);

  /** Addresses across networks. */
  public static final Form<IpcAddress> IPC_ADDRESS =
      ObjectForm.record(IpcAddress.class, SUBNET_ID, FVM_ADDRESS);

  /** Messages. */
  public static final Form<IpcEnvelope> ENVELOPE =
      ObjectForm.<IpcEnvelope>of()
          .field("kind", KIND, IpcEnvelope::kind)
          .field("localNonce", Forms.UINT64, IpcEnvelope::localNonce)
          .field("originalNonce", Forms.UINT64, IpcEnvelope::originalNonce)
          .field("value", Forms.UINT256, IpcEnvelope::value)
          .field("to", IPC_ADDRESS, IpcEnvelope::to)
          .field("from", IPC_ADDRESS, IpcEnvelope::from)
          .field("message", Forms.BYTES, IpcEnvelope::message)
          .build(EnvelopeForms::envelope);

  /** What Results carry. */
  public static final Form<ResultMsg> RESULT_MSG =
      ObjectForm.record(ResultMsg.class, Forms.BYTES32, OUTCOME, Forms.BYTES);

  private EnvelopeForms() {}

  private static IpcEnvelope envelope(ObjectForm.Reading read) {
    return new IpcEnvelope(
        read.get("kind", EnvelopeKind.class),
        read.get("localNonce", UInt64.class),
        read.get("originalNonce", UInt64.class),
        read.get("value", UInt256.class),
        read.get("to", IpcAddress.class),
        read.get("from", IpcAddress.class),
        read.get("message", Bytes.class));
  }
}
