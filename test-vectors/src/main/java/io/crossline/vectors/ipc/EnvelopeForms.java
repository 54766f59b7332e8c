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
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;

/** How values of IPC are written in vectors. */
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
      ObjectForm.<SubnetId>of()
          .field("root", Forms.UINT64, SubnetId::root)
          .field("route", Forms.list(Forms.ADDRESS), SubnetId::route)
          .build(
              read ->
                  new SubnetId(
                      read.get("root", UInt64.class), read.list("route", EthAddress.class)));

  /** Addresses within a network. */
  public static final Form<FvmAddress> FVM_ADDRESS =
      ObjectForm.<FvmAddress>of()
          .field("addrType", Forms.number(0, 255), FvmAddress::addrType)
          .field("payload", Forms.BYTES, FvmAddress::payload)
          .build(
              read ->
                  new FvmAddress(
                      read.get("addrType", Integer.class), read.get("payload", Bytes.class)));

  /** Addresses across networks. */
  public static final Form<IpcAddress> IPC_ADDRESS =
      ObjectForm.<IpcAddress>of()
          .field("subnetId", SUBNET_ID, IpcAddress::subnetId)
          .field("rawAddress", FVM_ADDRESS, IpcAddress::rawAddress)
          .build(
              read ->
                  new IpcAddress(
                      read.get("subnetId", SubnetId.class),
                      read.get("rawAddress", FvmAddress.class)));

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
      ObjectForm.<ResultMsg>of()
          .field("id", Forms.BYTES32, ResultMsg::id)
          .field("outcome", OUTCOME, ResultMsg::outcome)
          .field("ret", Forms.BYTES, ResultMsg::ret)
          .build(
              read ->
                  new ResultMsg(
                      read.get("id", Bytes32.class),
                      read.get("outcome", OutcomeType.class),
                      read.get("ret", Bytes.class)));

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
