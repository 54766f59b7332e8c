// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowedChainTest {
  private final FollowedChain<String> ordered = new FollowedChain<>("L1", 3, "limit", false);
  private final FollowedChain<String> gappy = new FollowedChain<>("games", 3, "limit", true);

  private static Bytes32 hash(String text) {
    return Keccak256.hash(Bytes.utf8(text));
  }

  private static FollowedBlock block(long number) {
    return block(number, "", "");
  }

  /** With a fork, in which its parent is too, and a content. */
  private static FollowedBlock block(long number, String fork, String content) {
    return FollowedBlock.of(
        new BlockInfo(UInt64.of(number), UInt64.of(number * 10)),
        hash(number + fork),
        Optional.of(hash(number - 1 + fork)),
        () -> content.isEmpty() ? Bytes32.ZERO : hash(content));
  }

  private static FollowedBlock quiet(long first, long last) {
    FollowedBlock one = block(last);
    return new FollowedBlock(
        UInt64.of(first), one.info(), one.hash(), Optional.empty(), one.content());
  }

  private static void take(FollowedChain<String> chain, FollowedBlock block) {
    assertThat(chain.isNew(block)).isTrue();
    chain.append(block).add("said by " + block.info().number());
  }

  @Test
  void inOrderNoBlockMayBeMissing() {
    take(ordered, block(5));
    MissingBlockException e =
        catchThrowableOfType(MissingBlockException.class, () -> ordered.isNew(block(7)));
    assertThat(e.expected()).isEqualTo(UInt64.of(6));
    assertThat(e.chain()).isEqualTo("L1");
    take(ordered, block(6));
    take(ordered, block(7));
    assertThat(ordered.isNew(block(6))).isFalse();
    assertThat(ordered.head().orElseThrow().number()).isEqualTo(UInt64.of(7));
  }

  @Test
  void theSameHashWithOtherContentIsRefusedAndNotIgnored() {
    for (FollowedChain<String> chain : java.util.List.of(ordered, gappy)) {
      take(chain, block(5, "", "a log"));
      assertThat(chain.isNew(block(5, "", "a log"))).isFalse();
      DifferentContentException e =
          catchThrowableOfType(
              DifferentContentException.class, () -> chain.isNew(block(5, "", "another log")));
      assertThat(e.number()).isEqualTo(UInt64.of(5));
      assertThat(e.known()).isEqualTo(hash("a log"));
      assertThat(e.found()).isEqualTo(hash("another log"));
      assertThat(e).hasMessageContaining("not whole");
      assertThatThrownBy(() -> chain.isNew(block(5))).isInstanceOf(DifferentContentException.class);
    }
  }

  @Test
  void anotherHashOrParentIsAReorganisation() {
    take(ordered, block(5));
    ConflictingBlockException e =
        catchThrowableOfType(
            ConflictingBlockException.class, () -> ordered.isNew(block(5, "b", "")));
    assertThat(e.known()).isEqualTo(hash("5"));
    assertThat(e.found()).isEqualTo(hash("5b"));
    assertThatThrownBy(() -> ordered.isNew(block(6, "b", "")))
        .isInstanceOf(ConflictingBlockException.class)
        .hasMessageContaining("as parent of block 6");
    take(gappy, block(7));
    assertThatThrownBy(() -> gappy.isNew(block(6, "b", "")))
        .isInstanceOf(ConflictingBlockException.class)
        .hasMessageContaining("below block 7");
  }

  @Test
  void whatIsTakenBackIsGivenBackNewestFirst() {
    for (long number = 5; number <= 8; number++) {
      take(ordered, block(number));
    }
    assertThat(ordered.takeBackAbove(UInt64.of(6)))
        .extracting(entry -> entry.said().get(0))
        .containsExactly("said by 8", "said by 7");
    take(ordered, block(7));
    assertThat(ordered.takeBackAbove(UInt64.of(7))).isEmpty();
    assertThatThrownBy(() -> ordered.takeBackAbove(UInt64.of(4)))
        .isInstanceOf(BlockOutOfReachException.class)
        .hasMessageContaining("up to 3 behind the latest one (limit)");
    assertThat(ordered.isFixed(UInt64.of(5))).isTrue();
    assertThat(ordered.isFixed(UInt64.of(6))).isFalse();
  }

  @Test
  void nothingInManyBlocksNeedsOneHeaderOnly() {
    take(ordered, block(5));
    take(ordered, quiet(6, 900));
    assertThat(ordered.head().orElseThrow().number()).isEqualTo(UInt64.of(900));
    take(ordered, block(901));
    // A block of which it was said that nothing is in it is known, and may not say anything.
    assertThat(ordered.isNew(block(899))).isFalse();
    assertThatThrownBy(() -> ordered.isNew(block(899, "", "a log")))
        .isInstanceOf(DifferentContentException.class);
    assertThatThrownBy(
            () ->
                new FollowedBlock(
                    UInt64.of(9), block(8).info(), hash("8"), Optional.empty(), () -> Bytes32.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReorganisationMayEndInTheMiddleOfBlocksWithoutHeaders() {
    take(ordered, block(5));
    take(ordered, quiet(6, 8));
    assertThat(ordered.takeBackAbove(UInt64.of(7))).hasSize(1);
    assertThat(ordered.head().orElseThrow().number()).isEqualTo(UInt64.of(7));
    // Nobody knows the hash of 7, so any 8 may follow.
    take(ordered, block(8, "b", ""));
  }

  @Test
  void finalityIsAsFarAsIsToldAndNoFurther() {
    take(ordered, block(5));
    take(ordered, block(6));
    ordered.finalized(UInt64.of(5));
    assertThat(ordered.isFixed(UInt64.of(5))).isTrue();
    assertThatThrownBy(() -> ordered.takeBackAbove(UInt64.of(4)))
        .isInstanceOf(BlockOutOfReachException.class);
    ordered.finalized(UInt64.of(100));
    assertThat(ordered.isFixed(UInt64.of(6))).isTrue();
    assertThat(ordered.isFixed(UInt64.of(7))).isFalse();
    take(ordered, block(7));
    assertThat(ordered.takeBackAbove(UInt64.of(6))).hasSize(1);
  }
}
