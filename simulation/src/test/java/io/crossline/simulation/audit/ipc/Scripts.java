// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import static io.crossline.simulation.audit.ipc.History.A;
import static io.crossline.simulation.audit.ipc.History.ALICE;
import static io.crossline.simulation.audit.ipc.History.B;
import static io.crossline.simulation.audit.ipc.History.C;
import static io.crossline.simulation.audit.ipc.History.ROOT;
import static io.crossline.simulation.audit.ipc.History.TELLER;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/** Histories as upstream's gateways would tell them. */
final class Scripts {
  private static final SubnetId NOWHERE = B.child(History.address(0xdd));

  private Scripts() {}

  static IpcEnvelope call(SubnetId from, SubnetId to, String word, long value) {
    return IpcEnvelope.createCallMsg(
        IpcAddress.of(from, TELLER),
        IpcAddress.of(to, TELLER),
        UInt256.of(value),
        new CallMsg(Bytes.utf8(word), Bytes.EMPTY));
  }

  static IpcEnvelope result(IpcEnvelope asked, OutcomeType outcome, Bytes ret) {
    UInt256 value = outcome == OutcomeType.OK ? UInt256.ZERO : asked.value();
    return result(asked.tracingId(), outcome, ret, value, asked.to(), asked.from());
  }

  static IpcEnvelope result(
      Bytes32 id, OutcomeType outcome, Bytes ret, UInt256 value, IpcAddress from, IpcAddress to) {
    return new IpcEnvelope(
        EnvelopeKind.RESULT,
        UInt64.ZERO,
        UInt64.ZERO,
        value,
        to,
        from,
        ResultMsgAbi.encode(new ResultMsg(id, outcome, ret)));
  }

  static IpcEnvelope ok(IpcEnvelope asked) {
    return result(asked, OutcomeType.OK, Bytes.EMPTY);
  }

  static Bytes refusal(InvalidXnetMessageReason reason) {
    return IpcError.invalidXnetMessage(reason).data();
  }

  /** Three levels down and up again, a failure, payments, a refusal and two equal calls. */
  static History everything() {
    History h = new History();
    h.at(ROOT, 1);
    IpcEnvelope deep = h.down(A, call(ROOT, C, "deep", 5));
    h.at(A, 2);
    IpcEnvelope deeper = pass(h, C, deep);
    h.at(C, 3).handled(deeper);
    IpcEnvelope deepResult = h.up(ok(deeper), false);
    IpcEnvelope across = h.at(C, 4).up(call(C, B, "across", 7), true);
    h.at(A, 10).batch();
    h.at(C, 10).batch();
    h.at(A, 12).stored(deepResult);
    h.stored(across);
    IpcEnvelope deepUp = h.up(deepResult, true);
    h.propagated(deepResult);
    IpcEnvelope acrossUp = h.up(across, true);
    h.propagated(across);
    h.at(A, 20).batch();
    h.at(ROOT, 25).handled(deepUp);
    IpcEnvelope acrossDown = pass(h, B, acrossUp);
    payments(h, acrossDown);
    twoEqualCalls(h);
    return h;
  }

  private static IpcEnvelope pass(History h, SubnetId child, IpcEnvelope arrived) {
    h.stored(arrived);
    IpcEnvelope on = h.down(child, arrived);
    h.propagated(arrived);
    return on;
  }

  private static void payments(History h, IpcEnvelope across) {
    h.at(ROOT, 26);
    IpcEnvelope fund =
        h.down(B, IpcEnvelope.createFundMsg(B, ALICE, FvmAddress.of(ALICE), UInt256.of(3)));
    h.at(B, 4);
    IpcEnvelope failed = h.up(result(across, OutcomeType.ACTOR_ERR, Bytes.utf8("no")), false);
    h.at(B, 5).up(ok(fund), false);
    IpcEnvelope release =
        h.at(B, 6)
            .up(IpcEnvelope.createReleaseMsg(B, ALICE, FvmAddress.of(ALICE), UInt256.of(2)), true);
    IpcEnvelope lost = h.at(ROOT, 27).down(B, call(ROOT, NOWHERE, "lost", 4));
    Bytes reason = refusal(InvalidXnetMessageReason.DST_SUBNET);
    h.at(B, 7);
    IpcEnvelope refused = h.up(result(lost, OutcomeType.SYSTEM_ERR, reason), false);
    h.at(B, 10).batch();
    h.at(ROOT, 30).stored(failed);
    h.down(B, ok(release));
    h.handled(refused);
    IpcEnvelope failedDown = h.down(A, failed);
    h.propagated(failed);
    h.at(A, 25);
    IpcEnvelope home = pass(h, C, failedDown);
    h.at(C, 15).handled(home);
  }

  private static void twoEqualCalls(History h) {
    h.at(A, 30).batch();
    h.at(ROOT, 40);
    IpcEnvelope one = h.down(A, call(ROOT, A, "same", 0));
    IpcEnvelope other = h.down(A, call(ROOT, A, "same", 0));
    h.at(A, 33).handled(one);
    IpcEnvelope first = h.up(ok(one), false);
    h.handled(other);
    IpcEnvelope second = h.up(ok(other), false);
    h.at(A, 40).batch();
    h.at(ROOT, 45).handled(first);
    h.handled(second);
  }
}
