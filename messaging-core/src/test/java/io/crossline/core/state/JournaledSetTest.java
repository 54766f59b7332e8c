// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.Codec;
import org.junit.jupiter.api.Test;

class JournaledSetTest {
  private final State state = new State();
  private final JournaledSet<String> set = new JournaledSet<>(state, "set", Codec.TEXT);

  @Test
  void theLastValueTakesTheRemovedOnesPlace() {
    assertThat(set.add("a")).isTrue();
    set.add("b");
    set.add("c");
    set.add("d");
    assertThat(set.add("b")).isFalse();
    assertThat(set.remove("b")).isTrue();
    assertThat(set.remove("b")).isFalse();
    assertThat(set.snapshot()).containsExactly("a", "d", "c");
    assertThat(set.remove("d")).isTrue();
    assertThat(set.snapshot()).containsExactly("a", "c");
    assertThat(set.remove("c")).isTrue();
    assertThat(set.snapshot()).containsExactly("a");
    assertThat(set.contains("c")).isFalse();
    assertThat(set.contains("a")).isTrue();
    assertThat(set.size()).isEqualTo(1);
  }

  @Test
  void revertingRestoresOrderAndPlaces() {
    set.add("a");
    set.add("b");
    set.add("c");
    Journal.Mark mark = state.journal().mark();
    set.remove("a");
    set.add("d");
    set.remove("c");
    state.journal().revertTo(mark);
    assertThat(set.snapshot()).containsExactly("a", "b", "c");
    assertThat(set.remove("a")).isTrue();
    assertThat(set.snapshot()).containsExactly("c", "b");
  }
}
