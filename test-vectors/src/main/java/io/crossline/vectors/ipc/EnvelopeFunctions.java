// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.merkle.EnvelopeLeaf;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.CaseFunctions.Value;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.List;

/** Functions that take or make envelopes. */
final class EnvelopeFunctions {
  private static final Shape DIGEST =
      Shape.of().expect("encoded", "hash", "tracingId", "isEmpty", "leaf");

  private static final Value<IpcEnvelope> ENVELOPE =
      new Value<>("envelope", EnvelopeForms.ENVELOPE);
  private static final Value<List<IpcEnvelope>> ENVELOPES =
      new Value<>("envelopes", Forms.list(EnvelopeForms.ENVELOPE));
  private static final Value<IpcAddress> FROM = new Value<>("from", EnvelopeForms.IPC_ADDRESS);
  private static final Value<IpcAddress> TO = new Value<>("to", EnvelopeForms.IPC_ADDRESS);
  private static final Value<SubnetId> SUBNET = new Value<>("subnet", EnvelopeForms.SUBNET_ID);
  private static final Value<EthAddress> SIGNER = new Value<>("signer", Forms.ADDRESS);
  private static final Value<FvmAddress> RECEIVER = new Value<>("to", EnvelopeForms.FVM_ADDRESS);
  private static final Value<UInt256> VALUE = new Value<>("value", Forms.UINT256);

  private EnvelopeFunctions() {}

  static void addTo(CaseFunctions functions) {
    functions.add("digest", EnvelopeFunctions::digest);
    functions.one("arrayHash", ENVELOPES, new Value<>("hash", Forms.BYTES32), IpcEnvelope::hash);
    functions.one("isSorted", ENVELOPES, new Value<>("bool", Forms.BOOL), IpcEnvelope::isSorted);
    functions.add(
        "createResultMsg",
        ENVELOPE,
        in ->
            IpcEnvelope.createResultMsg(
                ENVELOPE.in(in), MessageFunctions.OUTCOME.in(in), MessageFunctions.RET.in(in)),
        ENVELOPE,
        MessageFunctions.OUTCOME,
        MessageFunctions.RET);
    functions.add(
        "createCallMsg",
        ENVELOPE,
        in ->
            IpcEnvelope.createCallMsg(
                FROM.in(in), TO.in(in), VALUE.in(in), MessageFunctions.call(in)),
        FROM,
        TO,
        VALUE,
        MessageFunctions.METHOD,
        MessageFunctions.PARAMS);
    functions.add(
        "createTransferMsg",
        ENVELOPE,
        in -> IpcEnvelope.createTransferMsg(FROM.in(in), TO.in(in), VALUE.in(in)),
        FROM,
        TO,
        VALUE);
    fundOrRelease(functions, "createFundMsg", IpcEnvelope::createFundMsg);
    fundOrRelease(functions, "createReleaseMsg", IpcEnvelope::createReleaseMsg);
    functions.two(
        "applyType",
        ENVELOPE,
        new Value<>("currentSubnet", EnvelopeForms.SUBNET_ID),
        new Value<>("type", EnvelopeForms.DIRECTION),
        IpcEnvelope::applyType);
  }

  private static void fundOrRelease(CaseFunctions functions, String name, Transfer transfer) {
    functions.add(
        name,
        ENVELOPE,
        in -> transfer.create(SUBNET.in(in), SIGNER.in(in), RECEIVER.in(in), VALUE.in(in)),
        SUBNET,
        SIGNER,
        RECEIVER,
        VALUE);
  }

  private static void digest(Fields fields) {
    IpcEnvelope envelope =
        fields.fields("input", Shape.of().in("envelope")).in("envelope", EnvelopeForms.ENVELOPE);
    Fields expect = fields.fields("expect", DIGEST);
    expect.expect("encoded", Forms.BYTES, envelope.encoded());
    expect.expect("hash", Forms.BYTES32, envelope.hash());
    expect.expect("tracingId", Forms.BYTES32, envelope.tracingId());
    expect.expect("isEmpty", Forms.BOOL, envelope.isEmpty());
    expect.expect("leaf", Forms.BYTES32, EnvelopeLeaf.of(envelope));
    IpcEnvelope decoded = IpcEnvelope.decode(envelope.encoded());
    if (!decoded.equals(envelope)) {
      expect.differs("encoded", "decodes to " + decoded);
    }
  }

  private interface Transfer {
    IpcEnvelope create(SubnetId subnet, EthAddress signer, FvmAddress to, UInt256 value);
  }
}
