// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No listener can break a network, starve another listener, or keep a network from closing. */
class ListenersBreakNothingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private static void failing(Block<Receipt> block) {
    throw new AssertionError("listener of block " + block.info().number());
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aListenerThatThrowsAlwaysLosesNoMessageAndStarvesNobody(EitherNetwork either) {
    List<UInt64> heard = new ArrayList<>();
    either.listen(ListenersBreakNothingTest::failing);
    either.listen(block -> heard.add(block.info().number()));
    assertThatThrownBy(
            () -> {
              either.send(1);
              either.advance(HOUR);
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("listener of block");
    assertThatThrownBy(() -> either.advance(HOUR)).isInstanceOf(AssertionError.class);
    assertThat(either.allArrived()).isTrue();
    assertThat(heard).hasSizeGreaterThan(31).doesNotHaveDuplicates().isSorted();
    UInt64 open = either.chain().block().number();
    assertThat(heard.get(heard.size() - 1)).isEqualTo(open.minus(UInt64.ONE));
    // Nothing is left that the next call would be blamed for, and closing throws nothing.
    either.close();
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void whatAListenerThrowsComesOutWhenTheCallIsComplete(EitherNetwork either) {
    List<UInt64> heard = new ArrayList<>();
    boolean[] once = {true};
    either.listen(
        block -> {
          if (once[0]) {
            once[0] = false;
            throw new IllegalStateException("first");
          }
          heard.add(block.info().number());
        });
    Duration before = either.net().time();
    assertThatThrownBy(() -> either.advance(Duration.ofMinutes(5)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("first");
    assertThat(either.net().time()).isEqualTo(before.plus(Duration.ofMinutes(5)));
    assertThat(heard).hasSizeGreaterThan(20);
    either.send(1);
    either.advance(HOUR);
    assertThat(either.allArrived()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aReorganisationIsWholeThoughAListenerThrows(EitherNetwork either) {
    either.advance(Duration.ofMinutes(10));
    UInt64 open = either.chain().block().number();
    boolean[] struck = new boolean[1];
    either.listen(
        new EitherNetwork.Blocks() {
          @Override
          public void block(Block<Receipt> block) {}

          @Override
          public void takenBack(UInt64 last) {
            struck[0] = true;
            throw new IllegalStateException("on the way back to " + last);
          }
        });
    assertThatThrownBy(() -> either.reorganise(3)).hasMessageStartingWith("on the way back");
    assertThat(struck[0]).isTrue();
    assertThat(either.chain().block().number()).isEqualTo(open);
    either.send(1);
    either.advance(HOUR);
    assertThat(either.allArrived()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aListenerMayAddListeners(EitherNetwork either) {
    List<UInt64> first = new ArrayList<>();
    List<UInt64> second = new ArrayList<>();
    either.listen(
        block -> {
          if (first.isEmpty()) {
            either.listen(later -> second.add(later.info().number()));
          }
          first.add(block.info().number());
        });
    either.advance(Duration.ofMinutes(5));
    assertThat(first).hasSizeGreaterThan(20);
    // It is told of what happened after it came, of nothing before, and of nothing twice.
    assertThat(second).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(first);
    assertThat(second.get(second.size() - 1)).isEqualTo(first.get(first.size() - 1));
    assertThat(second).doesNotContain(first.get(0));
  }

  @ParameterizedTest
  @MethodSource("io.crossline.testkit.network.EitherNetwork#all")
  void aListenerOfTheTimelineBreaksNothingEither(EitherNetwork either) {
    List<String> lines = new ArrayList<>();
    either
        .net()
        .timeline()
        .listen(
            line -> {
              throw new IllegalStateException(line.what());
            });
    either.net().timeline().listen(line -> lines.add(line.what()));
    assertThatThrownBy(
            () -> {
              either.send(1);
              either.advance(HOUR);
            })
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> either.advance(HOUR)).isInstanceOf(IllegalStateException.class);
    assertThat(either.allArrived()).isTrue();
    assertThat(lines).hasSize(either.net().timeline().size());
    either.close();
  }
}
