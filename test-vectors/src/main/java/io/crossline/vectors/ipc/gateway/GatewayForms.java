// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.List;

/** How the values of gateways are written in vectors. */
final class GatewayForms {
  static final Form<List<IpcEnvelope>> ENVELOPES = Forms.list(EnvelopeForms.ENVELOPE);

  static final Form<Asset> ASSET =
      ObjectForm.record(
          Asset.class, Forms.member(AssetKind.values(), AssetKind::toString), Forms.ADDRESS);

  static final Form<CallMsg> CALL_MSG = ObjectForm.record(CallMsg.class, Forms.BYTES, Forms.BYTES);

  static final ObjectForm<ParentFinality> FINALITY =
      ObjectForm.record(ParentFinality.class, Forms.UINT256, Forms.BYTES32);

  static final Form<GatewayFunctions.CommittedFinality> COMMITTED_FINALITY =
      ObjectForm.record(GatewayFunctions.CommittedFinality.class, Forms.BOOL, FINALITY);

  private GatewayForms() {}
}
