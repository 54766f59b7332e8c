// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import static io.crossline.ipc.trace.TraceFixture.A;
import static io.crossline.ipc.trace.TraceFixture.B;
import static io.crossline.ipc.trace.TraceFixture.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.Direction;
import io.crossline.ipc.SubnetId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {
  private static final SubnetId C = ROOT.child(TraceFixture.address(0xc));
  private static final SubnetId D = C.child(TraceFixture.address(0xd));

  @Test
  void aWayGoesOverTheLowestCommonNetwork() {
    assertThat(Route.between(ROOT, B)).containsExactly(ROOT, A, B);
    assertThat(Route.between(B, ROOT)).containsExactly(B, A, ROOT);
    assertThat(Route.between(B, D)).containsExactly(B, A, ROOT, C, D);
    assertThat(Route.between(B, A.child(TraceFixture.address(0xe)))).hasSize(3).startsWith(B, A);
    assertThat(Route.between(A, A)).containsExactly(A);
  }

  @Test
  void underAnotherRootAWayEndsAtTheFirst() {
    assertThat(Route.between(B, SubnetId.root(2))).containsExactly(B, A, ROOT);
    assertThat(Route.between(SubnetId.EMPTY, SubnetId.EMPTY)).containsExactly(SubnetId.EMPTY);
  }

  @Test
  void ofAnUnknownMessageTheWayUpIsKnown() {
    assertThat(Route.up(List.of(ROOT, B))).containsExactly(B, A, ROOT);
    assertThat(Route.up(List.of(A))).containsExactly(A);
    assertThat(Route.up(List.of())).isEmpty();
  }

  @Test
  void directions() {
    assertThat(Route.direction(ROOT, A)).isEqualTo(Direction.TOP_DOWN);
    assertThat(Route.direction(A, ROOT)).isEqualTo(Direction.BOTTOM_UP);
  }
}
