// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.GatewayFunctions.CommittedFinality;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.List;

/** How the values of gateways are written in vectors. */
final class GatewayForms {
  static final Form<List<IpcEnvelope>> ENVELOPES = Forms.list(EnvelopeForms.ENVELOPE);

  static final Form<Asset> ASSET =
      ObjectForm.<Asset>of()
          .field("kind", Forms.member(AssetKind.values(), AssetKind::toString), Asset::kind)
          .field("tokenAddress", Forms.ADDRESS, Asset::tokenAddress)
          .build(
              read ->
                  new Asset(
                      read.get("kind", AssetKind.class),
                      read.get("tokenAddress", EthAddress.class)));

  static final Form<CallMsg> CALL_MSG =
      ObjectForm.<CallMsg>of()
          .field("method", Forms.BYTES, CallMsg::method)
          .field("params", Forms.BYTES, CallMsg::params)
          .build(
              read ->
                  new CallMsg(read.get("method", Bytes.class), read.get("params", Bytes.class)));

  static final ObjectForm<ParentFinality> FINALITY =
      ObjectForm.<ParentFinality>of()
          .field("height", Forms.UINT256, ParentFinality::height)
          .field("blockHash", Forms.BYTES32, ParentFinality::blockHash)
          .build(
              read ->
                  new ParentFinality(
                      read.get("height", UInt256.class), read.get("blockHash", Bytes32.class)));

  static final Form<CommittedFinality> COMMITTED_FINALITY =
      ObjectForm.<CommittedFinality>of()
          .field("hasCommittedBefore", Forms.BOOL, CommittedFinality::hasCommittedBefore)
          .field("previousFinality", FINALITY, CommittedFinality::previousFinality)
          .build(
              read ->
                  new CommittedFinality(
                      read.get("hasCommittedBefore", Boolean.class),
                      read.get("previousFinality", ParentFinality.class)));

  private GatewayForms() {}
}
