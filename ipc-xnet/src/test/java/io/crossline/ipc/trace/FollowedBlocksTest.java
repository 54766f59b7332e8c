// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import static io.crossline.ipc.trace.TraceFixture.A;
import static io.crossline.ipc.trace.TraceFixture.B;
import static io.crossline.ipc.trace.TraceFixture.GATEWAY;
import static io.crossline.ipc.trace.TraceFixture.ROOT;
import static io.crossline.ipc.trace.TraceFixture.block;
import static io.crossline.ipc.trace.TraceFixture.call;
import static io.crossline.ipc.trace.TraceFixture.child;
import static io.crossline.ipc.trace.TraceFixture.cut;
import static io.crossline.ipc.trace.TraceFixture.down;
import static io.crossline.ipc.trace.TraceFixture.numbered;
import static io.crossline.ipc.trace.TraceFixture.propagated;
import static io.crossline.ipc.trace.TraceFixture.queued;
import static io.crossline.ipc.trace.TraceFixture.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.follow.ConflictingBlockException;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How blocks come in, go back, and are forgotten. */
class FollowedBlocksTest {
  private static final IpcEnvelope DOWN = call(ROOT, B, 5);
  private static final IpcEnvelope UP = call(B, ROOT, 7);
  private static final IpcEnvelope DOWN_OK =
      IpcEnvelope.createResultMsg(DOWN, OutcomeType.OK, Bytes.EMPTY);

  private final TraceFixture logs = new TraceFixture();

  @Test
  void aBlockThatIsGivenAgainCountsOnce() {
    assertThat(logs.traces.append(block(ROOT, 3, down(DOWN, 0, A)))).isTrue();
    assertThat(logs.traces.append(block(ROOT, 3, down(DOWN, 0, A)))).isFalse();
    assertThat(logs.trace(DOWN).copies()).isEqualTo(1);
  }

  @Test
  void anotherBlockInTheSamePlaceIsAReorganisation() {
    logs.see(ROOT, 3, down(DOWN, 0, A)).see(ROOT, 5);
    ObservedBlock other = block(ROOT, 3, "other");
    assertThatThrownBy(() -> logs.traces.append(other))
        .isInstanceOfSatisfying(
            ConflictingBlockException.class, e -> assertThat(e.number()).isEqualTo(UInt64.of(3)))
        .hasMessageStartingWith("root: block 3 is known as 0x")
        .hasMessageContaining("roll back");
    assertThatThrownBy(() -> logs.traces.append(child(block(ROOT, 4), "other")))
        .isInstanceOf(ConflictingBlockException.class)
        .hasMessageContaining("as parent of block 4");
    assertThat(logs.traces.append(child(block(ROOT, 4), ROOT + "#3"))).isTrue();
    assertThatThrownBy(() -> logs.traces.append(child(block(ROOT, 6), "other")))
        .isInstanceOf(ConflictingBlockException.class);
    logs.traces.append(child(block(ROOT, 8), "expected"));
    assertThatThrownBy(() -> logs.traces.append(block(ROOT, 7)))
        .isInstanceOf(ConflictingBlockException.class)
        .hasMessageContaining("below block 8");

    logs.traces.rollbackTo(ROOT, UInt64.of(2));
    assertThat(logs.traces.traces()).isEmpty();
    assertThat(logs.traces.append(other)).isTrue();
  }

  @Test
  void afterAReorganisationAMessageMayHaveAnotherNonceAndCheckpoint() {
    IpcEnvelope other = call(B, ROOT, 8);
    logs.see(B, 9, queued(UP)).see(B, 10, cut(10, numbered(UP, 0)));
    logs.traces.rollbackTo(B, UInt64.of(8));
    assertThat(logs.traces.trace(UP.tracingId())).isEmpty();

    logs.traces.append(block(B, 9, "9b", queued(other)));
    logs.traces.append(block(B, 10, "10b", queued(UP), cut(10, numbered(other, 0))));
    assertThat(logs.trace(UP).waitsFor())
        .contains(new Wait(Wait.Kind.CHECKPOINT, B, B, UInt256.of(20)));
    logs.see(B, 20, cut(20, numbered(UP, 1)));
    assertThat(logs.trace(UP).hops().get(0).nonce()).contains(UInt64.ONE);
    assertThat(logs.trace(other).hops().get(0).checkpoint()).contains(UInt256.of(10));
  }

  @Test
  void manyEqualMessagesAreFollowedInReasonableTime() {
    int many = 2_000;
    for (int i = 0; i < many; i++) {
      logs.see(ROOT, i, down(DOWN, i, A));
    }
    logs.see(A, 7, stored(DOWN), down(DOWN, 0, B), propagated(DOWN));
    List<MessageTrace> copies = logs.traces.traces(DOWN.tracingId());
    assertThat(copies).hasSize(many);
    assertThat(copies.get(0).hop()).contains(1);
    assertThat(copies.get(1).hop()).contains(0);
    assertThat(logs.trace(DOWN).copy()).isEqualTo(many);
  }

  @Test
  void blocksFarBehindAreOutOfReach() {
    TraceFixture few = new TraceFixture(3);
    few.see(ROOT, 7).see(ROOT, 9);
    assertThat(few.traces.append(block(ROOT, 7))).isFalse();
    assertThat(few.traces.append(block(ROOT, 8))).isTrue();
    assertThatThrownBy(() -> few.traces.append(block(ROOT, 6)))
        .isInstanceOfSatisfying(
            BlockOutOfReachException.class, e -> assertThat(e.oldest()).isEqualTo(UInt64.of(7)))
        .hasMessageContaining("up to 3 behind the latest");
    assertThatThrownBy(() -> few.traces.rollbackTo(ROOT, UInt64.of(5)))
        .isInstanceOf(BlockOutOfReachException.class);
    few.traces.rollbackTo(ROOT, UInt64.of(6));
    assertThat(few.traces.head(ROOT)).isEmpty();
    few.traces.rollbackTo(ROOT, UInt64.MAX);
  }

  @Test
  void aBrokenLogChangesNothing() {
    ObservedBlock good = block(ROOT, 3, down(DOWN, 0, A));
    Log whole = good.logs().get(0);
    Log broken = new Log(GATEWAY, whole.topics(), whole.data().truncate(40));
    ObservedBlock bad =
        new ObservedBlock(
            ROOT, good.info(), good.hash(), good.parentHash(), List.of(whole, broken));
    assertThatThrownBy(() -> logs.traces.append(bad)).isInstanceOf(MalformedInputException.class);
    assertThat(logs.traces.traces()).isEmpty();
    assertThat(logs.traces.head(ROOT)).isEmpty();

    Log foreign = new Log(TraceFixture.address(9), whole.topics(), Bytes.EMPTY);
    assertThat(
            logs.traces.append(
                new ObservedBlock(
                    ROOT, good.info(), good.hash(), good.parentHash(), List.of(foreign, whole))))
        .isTrue();
    assertThat(logs.trace(DOWN).since().orElseThrow().index()).isEqualTo(1);
  }

  @Test
  void onlyWhatIsFollowedIsTakenIn() {
    SubnetId other = ROOT.child(TraceFixture.address(0xd));
    assertThatThrownBy(() -> logs.traces.append(block(other, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not followed");
    assertThatThrownBy(() -> logs.traces.rollbackTo(other, UInt64.ONE))
        .hasMessageContaining("is not followed");
    logs.traces.follow(TraceFixture.network(ROOT, "root"));
    assertThatThrownBy(() -> logs.traces.follow(TraceFixture.network(ROOT, "Root")))
        .hasMessageContaining("other settings");
    assertThatThrownBy(() -> TracedNetwork.of(ROOT, GATEWAY, UInt256.ZERO))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(() -> TraceFixture.network(ROOT, "r").withUndoableBlocks(0))
        .hasMessageContaining("at least 1");
  }

  @Test
  void whatIsCompleteAndFixedIsForgotten() {
    TraceFixture few = new TraceFixture(5);
    few.see(ROOT, 3, down(DOWN, 0, A))
        .see(A, 4, stored(DOWN), down(DOWN, 0, B), propagated(DOWN))
        .see(B, 5, queued(DOWN_OK))
        .see(B, 10, cut(10, DOWN_OK))
        .see(A, 12, stored(DOWN_OK), queued(DOWN_OK), propagated(DOWN_OK))
        .see(ROOT, 13, down(call(ROOT, A, 9), 1, A));
    few.see(ROOT, 40).see(B, 40);
    assertThat(few.traces.forgetComplete()).as("the Result is on its way").isZero();
    few.see(A, 20, cut(20, DOWN_OK));
    assertThat(few.trace(DOWN).isComplete()).isTrue();
    assertThat(few.traces.forgetComplete()).as("block 20 may be taken back").isZero();
    few.see(A, 40);
    assertThat(few.traces.forgetComplete()).isEqualTo(2);
    assertThat(few.traces.trace(DOWN.tracingId())).isEmpty();
    assertThat(few.traces.traces()).as("the other one is underway").hasSize(1);
    few.traces.rollbackTo(A, UInt64.of(39));
    few.see(A, 41);
  }

  @Test
  void whatIsStuckCanBeForgottenByName() {
    logs.see(ROOT, 3, down(DOWN, 0, A)).see(A, 10, cut(10, DOWN_OK));
    logs.traces.forget(DOWN.tracingId());
    assertThat(logs.traces.traces()).isEmpty();
    logs.traces.rollbackTo(ROOT, UInt64.ZERO);
    logs.see(ROOT, 3, down(DOWN, 0, A));
    assertThat(logs.trace(DOWN).status()).matches(MessageStatus::isUnderway);
  }
}
