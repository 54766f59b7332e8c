// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import static io.crossline.ipc.trace.TraceFixture.A;
import static io.crossline.ipc.trace.TraceFixture.B;
import static io.crossline.ipc.trace.TraceFixture.ROOT;
import static io.crossline.ipc.trace.TraceFixture.call;
import static io.crossline.ipc.trace.TraceFixture.cut;
import static io.crossline.ipc.trace.TraceFixture.down;
import static io.crossline.ipc.trace.TraceFixture.numbered;
import static io.crossline.ipc.trace.TraceFixture.propagated;
import static io.crossline.ipc.trace.TraceFixture.queued;
import static io.crossline.ipc.trace.TraceFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTracesTest {
  private static final IpcEnvelope DOWN = call(ROOT, B, 5);
  private static final IpcEnvelope UP = call(B, ROOT, 7);
  private static final IpcEnvelope DOWN_OK =
      IpcEnvelope.createResultMsg(DOWN, OutcomeType.OK, Bytes.EMPTY);

  private final TraceFixture logs = new TraceFixture();

  @Test
  void aMessageInThePostboxWaitsForSomebodyToPropagateIt() {
    logs.see(ROOT, 3, down(DOWN, 0, A)).see(A, 4, stored(DOWN));
    MessageTrace trace = logs.trace(DOWN);
    assertThat(trace.status()).matches(MessageStatus::isUnderway);
    assertThat(trace.hop()).contains(1);
    assertThat(trace.currentHop().orElseThrow().status()).isEqualTo(HopStatus.IN_POSTBOX);
    assertThat(trace.waitsFor()).contains(new Wait(Wait.Kind.PROPAGATION, A, A, UInt256.of(4)));
    assertThat(trace.lines())
        .endsWith(
            "  root → a: sent in block 3, nonce 0, arrived by block 4 of a",
            "  a → b: still in the postbox",
            "  waits since 1970-01-01T00:06:40Z for propagation: somebody has to call propagateAll"
                + " of the gateway of a, which stored it in block 4");

    logs.see(A, 9, down(DOWN, 2, B), propagated(DOWN));
    assertThat(logs.trace(DOWN).currentHop().orElseThrow().status()).isEqualTo(HopStatus.SENT);
    assertThat(logs.trace(DOWN).currentHop().orElseThrow().nonce()).contains(UInt64.of(2));
  }

  @Test
  void aMessageOfUnknownContentInThePostboxMayGoAnyWay() {
    logs.see(B, 1, queued(UP)).see(A, 12, stored(UP));
    MessageTrace trace = logs.trace(UP);
    assertThat(trace.hops()).extracting(TraceHop::status).containsExactly(HopStatus.ARRIVED);
    assertThat(trace.hop()).isEmpty();
    assertThat(trace.waitsFor().orElseThrow().kind()).isEqualTo(Wait.Kind.PROPAGATION);
    assertThat(trace.envelope()).isEmpty();
    assertThat(trace.lines().get(0)).endsWith("logs show the tracing id alone");
  }

  @Test
  void aMessageThatWasIntroducedIsKnownBeforeLogsShowIt() {
    logs.traces.introduce(UP);
    assertThat(logs.trace(UP).status()).isEqualTo(MessageStatus.NOT_SEEN);
    assertThat(logs.trace(UP).lines()).contains("  no log speaks of it");
    logs.see(B, 1, queued(UP));
    assertThat(logs.trace(UP).envelope()).contains(UP);
    assertThat(logs.trace(UP).hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.QUEUED, HopStatus.AHEAD);
    logs.traces.rollbackTo(B, UInt64.ZERO);
    assertThat(logs.trace(UP).status()).isEqualTo(MessageStatus.NOT_SEEN);
  }

  @Test
  void trap34ACheckpointOfAnotherHeightCountsToo() {
    logs.see(B, 1, queued(UP)).see(B, 7, cut(7, numbered(UP, 4)));
    TraceHop hop = logs.trace(UP).hops().get(0);
    assertThat(hop.status()).isEqualTo(HopStatus.IN_CHECKPOINT);
    assertThat(hop.committed().orElseThrow().block().number()).isEqualTo(UInt64.ONE);
    assertThat(hop.checkpoint()).contains(UInt256.of(7));
    assertThat(hop.nonce()).contains(UInt64.of(4));
  }

  @Test
  void eachQueuedMessageIsInTheCheckpointOfItsEpoch() {
    logs.see(B, 1, queued(UP)).see(B, 11, queued(UP)).see(B, 20, cut(20, numbered(UP, 1)));
    assertThat(logs.traces.traces(UP.tracingId()))
        .as("block 10 with the checkpoint of the first is not there")
        .extracting(trace -> trace.hops().get(0).status())
        .containsExactly(HopStatus.QUEUED, HopStatus.IN_CHECKPOINT);
  }

  @Test
  void whatComesOutOfAPostboxDidNotBeginThere() {
    IpcEnvelope refusal =
        IpcEnvelope.createResultMsg(
            DOWN,
            OutcomeType.SYSTEM_ERR,
            IpcError.invalidXnetMessage(InvalidXnetMessageReason.NONCE).data());
    logs.see(ROOT, 3, down(DOWN, 0, A), down(call(ROOT, A, 1), 1, A));
    logs.see(A, 6, queued(refusal), propagated(refusal));
    assertThat(logs.trace(call(ROOT, A, 1)).notes())
        .as("what passes is no Result of this network")
        .isEmpty();
    logs.see(A, 10, cut(10, refusal));
    assertThat(logs.trace(DOWN).answer().orElseThrow().by())
        .as("b refused it, but no log of b says so")
        .isEmpty();
    logs.traces.rollbackTo(A, UInt64.ZERO);
    logs.see(A, 6, queued(refusal)).see(A, 10, cut(10, refusal));
    assertThat(logs.trace(DOWN).answer().orElseThrow().by()).contains(A);
  }

  @Test
  void anOverdueCheckpointIsTold() {
    logs.see(B, 1, queued(UP)).see(B, 10);
    assertThat(logs.trace(UP).waitsFor())
        .contains(new Wait(Wait.Kind.CHECKPOINT, B, B, UInt256.of(10)));
    assertThat(logs.trace(UP).notes()).isEmpty();
    logs.see(B, 11);
    assertThat(logs.trace(UP).notes())
        .containsExactly("block 11 of b was seen, but no checkpoint of height 10 with the message");
  }

  @Test
  void trap5AResultThatIsRefusedLeavesNoTraceOfItsEnd() {
    logs.see(A, 4, stored(DOWN_OK), queued(DOWN_OK), propagated(DOWN_OK));
    logs.see(A, 10, cut(10, DOWN_OK));
    MessageTrace call = logs.trace(DOWN);
    assertThat(call.status()).isEqualTo(MessageStatus.EXECUTED);
    assertThat(call.envelope()).as("only its Result was seen").isEmpty();
    assertThat(call.lines().get(0)).contains("message from root:").contains(" to b:");
    // The Result begins at b, whose logs were not given.
    assertThat(logs.trace(DOWN_OK).hops().get(0).status()).isEqualTo(HopStatus.ARRIVED);
    assertThat(logs.trace(DOWN_OK).notes())
        .containsExactly("no log tells whether root has taken it in: nothing answers it");
  }

  @Test
  void trap15AnEmptyMessageIsNotAnswered() {
    IpcEnvelope empty =
        new IpcEnvelope(
            EnvelopeKind.TRANSFER,
            UInt64.ZERO,
            UInt64.ZERO,
            UInt256.ZERO,
            DOWN.to(),
            DOWN.from(),
            Bytes.EMPTY);
    logs.see(A, 4, down(empty, 0, B));
    assertThat(logs.trace(empty).isComplete()).isTrue();
    assertThat(logs.trace(empty).notes())
        .containsExactly("no log tells whether b has taken it in: nothing answers it");
  }

  @Test
  void trap9AForgedMessageIsSeenOffItsWay() {
    SubnetId elsewhere = ROOT.child(TraceFixture.address(0xc));
    IpcEnvelope forged = call(elsewhere, ROOT, 1);
    logs.see(B, 10, cut(10, forged));
    MessageTrace trace = logs.trace(forged);
    assertThat(trace.status()).isEqualTo(MessageStatus.NOT_SEEN);
    assertThat(trace.notes())
        .contains("it was also seen in b, off its way: somebody forged it (trap 9)");
  }

  @Test
  void aForgedMessageMayChangeItsTracingIdOnTheWay() {
    IpcEnvelope renumbered = DOWN.withNonces(UInt64.ZERO, UInt64.ONE);
    assertThat(renumbered.tracingId()).isNotEqualTo(DOWN.tracingId());
    logs.see(ROOT, 1, down(DOWN, 0, A));
    logs.see(A, 2, stored(DOWN), down(renumbered, 0, B), propagated(DOWN));
    MessageTrace trace = logs.trace(DOWN);
    assertThat(trace.currentHop().orElseThrow().status()).isEqualTo(HopStatus.UNSEEN);
    assertThat(trace.waitsFor()).isEmpty();
    assertThat(trace.notes().get(0)).startsWith("a sent it on with another original nonce");
  }

  @Test
  void aForgedResultWithoutSenseAnswersNothing() {
    IpcEnvelope broken =
        new IpcEnvelope(
            EnvelopeKind.RESULT,
            UInt64.ZERO,
            UInt64.ZERO,
            UInt256.ZERO,
            DOWN.from(),
            DOWN.to(),
            Bytes.utf8("?"));
    logs.see(B, 10, cut(10, broken));
    assertThat(logs.trace(broken).answers()).isEmpty();
    assertThat(logs.trace(broken).status()).matches(MessageStatus::isUnderway);
  }

  @Test
  void laterMessagesOfTheQueueShowThatAMessageWasTakenIn() {
    IpcEnvelope later = call(ROOT, B, 6);
    logs.see(ROOT, 3, down(call(ROOT, A, 1), 0, A), down(later, 1, A));
    assertThat(logs.trace(call(ROOT, A, 1)).status()).matches(MessageStatus::isUnderway);
    logs.see(A, 8, stored(later), down(later, 0, B), propagated(later));
    MessageTrace trace = logs.trace(call(ROOT, A, 1));
    assertThat(trace.status()).isEqualTo(MessageStatus.TAKEN_IN);
    assertThat(trace.hops().get(0).status()).isEqualTo(HopStatus.ARRIVED);
    assertThat(trace.isComplete()).as("its Result is to come").isFalse();
    logs.traces.rollbackTo(A, UInt64.ZERO);
    assertThat(logs.trace(call(ROOT, A, 1)).status()).matches(MessageStatus::isUnderway);
  }

  @Test
  void whatIsForgottenBeforeItIsFixedShowsNothingWhenItsLogsAreGone() {
    IpcEnvelope early = call(ROOT, A, 1);
    IpcEnvelope later = call(ROOT, B, 6);
    logs.see(ROOT, 3, down(early, 0, A), down(later, 1, A));
    logs.see(A, 8, stored(later), down(later, 0, B), propagated(later));
    assertThat(logs.trace(early).status()).isEqualTo(MessageStatus.TAKEN_IN);
    logs.traces.forget(later.tracingId());
    logs.traces.rollbackTo(A, UInt64.ZERO);
    assertThat(logs.trace(early).status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void aResultThatIsForgottenByItselfLeavesItsCall() {
    IpcEnvelope call = call(ROOT, A, 1);
    IpcEnvelope result = IpcEnvelope.createResultMsg(call, OutcomeType.OK, Bytes.EMPTY);
    logs.see(ROOT, 3, down(call, 0, A));
    logs.see(A, 8, queued(result)).see(A, 10, cut(10, result));
    assertThat(logs.trace(call).status()).isEqualTo(MessageStatus.EXECUTED);
    logs.traces.forget(result.tracingId());
    assertThat(logs.traces.traces()).hasSize(1);
    assertThat(logs.trace(call).status()).isEqualTo(MessageStatus.SENT);
    logs.see(ROOT, 4, down(call(ROOT, A, 2), 1, A));
    assertThat(logs.traces.traces()).hasSize(2);
  }

  @Test
  void trap7AWrongNonceShowsNothingOfEarlierMessages() {
    IpcEnvelope early = call(ROOT, A, 1);
    IpcEnvelope later = call(ROOT, A, 2);
    IpcEnvelope refusal =
        IpcEnvelope.createResultMsg(
            later,
            OutcomeType.SYSTEM_ERR,
            IpcError.invalidXnetMessage(InvalidXnetMessageReason.NONCE).data());
    logs.see(ROOT, 3, down(early, 0, A), down(later, 1, A));
    logs.see(A, 8, queued(refusal)).see(A, 10, cut(10, refusal));
    assertThat(logs.trace(later).status()).isEqualTo(MessageStatus.REFUSED);
    assertThat(logs.trace(later).answer().orElseThrow().explanation())
        .hasToString(
            "SystemErr: InvalidXnetMessage(Nonce): nonce 1 is not the one that a expects next");
    assertThat(logs.trace(early).status()).matches(MessageStatus::isUnderway);

    IpcEnvelope executed = IpcEnvelope.createResultMsg(later, OutcomeType.OK, Bytes.EMPTY);
    TraceFixture other = new TraceFixture();
    other.see(ROOT, 3, down(early, 0, A), down(later, 1, A)).see(A, 10, cut(10, executed));
    assertThat(other.trace(early).status()).isEqualTo(MessageStatus.TAKEN_IN);
  }

  @Test
  void answersOfEqualMessagesGoToTheFurthestFirst() {
    IpcEnvelope refusal =
        IpcEnvelope.createResultMsg(
            DOWN,
            OutcomeType.SYSTEM_ERR,
            IpcError.invalidXnetMessage(InvalidXnetMessageReason.DST_SUBNET).data());
    logs.see(ROOT, 3, down(DOWN, 0, A), down(DOWN, 1, A));
    logs.see(A, 4, stored(DOWN), down(DOWN, 0, B), propagated(DOWN), queued(refusal));
    logs.see(A, 10, cut(10, refusal)).see(B, 10, cut(10, DOWN_OK));
    List<MessageTrace> copies = logs.traces.traces(DOWN.tracingId());
    assertThat(copies)
        .extracting(MessageTrace::status)
        .containsExactly(MessageStatus.EXECUTED, MessageStatus.REFUSED);
    assertThat(copies.get(1).hops())
        .extracting(TraceHop::status)
        .containsExactly(HopStatus.ARRIVED, HopStatus.NEVER);
    assertThat(logs.traces.trace(DOWN.tracingId())).contains(copies.get(1));
  }
}
