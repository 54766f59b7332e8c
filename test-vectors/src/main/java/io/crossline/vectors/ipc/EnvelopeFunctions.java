// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.merkle.EnvelopeLeaf;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Functions that take or make envelopes. */
final class EnvelopeFunctions {
  static final Map<String, Consumer<Fields>> ALL =
      Map.of(
          "digest", EnvelopeFunctions::digest,
          "arrayHash", EnvelopeFunctions::arrayHash,
          "isSorted", EnvelopeFunctions::isSorted,
          "createResultMsg", EnvelopeFunctions::createResultMsg,
          "createCallMsg", EnvelopeFunctions::createCallMsg,
          "createTransferMsg", EnvelopeFunctions::createTransferMsg,
          "createFundMsg", EnvelopeFunctions::createFundMsg,
          "createReleaseMsg", EnvelopeFunctions::createReleaseMsg,
          "applyType", EnvelopeFunctions::applyType);

  private static final Shape DIGEST =
      Shape.of().expect("encoded", "hash", "tracingId", "isEmpty", "leaf");
  private static final Shape ENVELOPES = Shape.of().in("envelopes");
  private static final Shape FUND = Shape.of().in("subnet", "signer", "to", "value");
  private static final Form<List<IpcEnvelope>> LIST = Forms.list(EnvelopeForms.ENVELOPE);

  private EnvelopeFunctions() {}

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

  private static void arrayHash(Fields fields) {
    Functions.single(
        fields,
        ENVELOPES,
        "hash",
        Forms.BYTES32,
        input -> {
          List<IpcEnvelope> envelopes = input.in("envelopes", LIST);
          return () -> IpcEnvelope.hash(envelopes);
        });
  }

  private static void isSorted(Fields fields) {
    Functions.single(
        fields,
        ENVELOPES,
        "bool",
        Forms.BOOL,
        input -> {
          List<IpcEnvelope> envelopes = input.in("envelopes", LIST);
          return () -> IpcEnvelope.isSorted(envelopes);
        });
  }

  private static void createResultMsg(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("envelope", "outcome", "ret"),
        "envelope",
        EnvelopeForms.ENVELOPE,
        input -> {
          IpcEnvelope original = input.in("envelope", EnvelopeForms.ENVELOPE);
          OutcomeType outcome = input.in("outcome", EnvelopeForms.OUTCOME);
          Bytes ret = input.in("ret", Forms.BYTES);
          return () -> IpcEnvelope.createResultMsg(original, outcome, ret);
        });
  }

  private static void createCallMsg(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("from", "to", "value", "method", "params"),
        "envelope",
        EnvelopeForms.ENVELOPE,
        input -> {
          IpcAddress from = input.in("from", EnvelopeForms.IPC_ADDRESS);
          IpcAddress to = input.in("to", EnvelopeForms.IPC_ADDRESS);
          UInt256 value = input.in("value", Forms.UINT256);
          CallMsg call =
              new CallMsg(input.in("method", Forms.BYTES), input.in("params", Forms.BYTES));
          return () -> IpcEnvelope.createCallMsg(from, to, value, call);
        });
  }

  private static void createTransferMsg(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("from", "to", "value"),
        "envelope",
        EnvelopeForms.ENVELOPE,
        input -> {
          IpcAddress from = input.in("from", EnvelopeForms.IPC_ADDRESS);
          IpcAddress to = input.in("to", EnvelopeForms.IPC_ADDRESS);
          UInt256 value = input.in("value", Forms.UINT256);
          return () -> IpcEnvelope.createTransferMsg(from, to, value);
        });
  }

  private static void createFundMsg(Fields fields) {
    fundOrRelease(fields, IpcEnvelope::createFundMsg);
  }

  private static void createReleaseMsg(Fields fields) {
    fundOrRelease(fields, IpcEnvelope::createReleaseMsg);
  }

  private static void fundOrRelease(Fields fields, Transfer transfer) {
    Functions.single(
        fields,
        FUND,
        "envelope",
        EnvelopeForms.ENVELOPE,
        input -> {
          SubnetId subnet = input.in("subnet", EnvelopeForms.SUBNET_ID);
          EthAddress signer = input.in("signer", Forms.ADDRESS);
          FvmAddress to = input.in("to", EnvelopeForms.FVM_ADDRESS);
          UInt256 value = input.in("value", Forms.UINT256);
          return () -> transfer.create(subnet, signer, to, value);
        });
  }

  private static void applyType(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("envelope", "currentSubnet"),
        "type",
        EnvelopeForms.DIRECTION,
        input -> {
          IpcEnvelope envelope = input.in("envelope", EnvelopeForms.ENVELOPE);
          SubnetId current = input.in("currentSubnet", EnvelopeForms.SUBNET_ID);
          return () -> envelope.applyType(current);
        });
  }

  private interface Transfer {
    IpcEnvelope create(SubnetId subnet, EthAddress signer, FvmAddress to, UInt256 value);
  }
}
