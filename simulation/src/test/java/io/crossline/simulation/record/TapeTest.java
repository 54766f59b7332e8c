// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapeTest {
  private static final EthAddress CONTRACT =
      EthAddress.parse("0x00000000000000000000000000000000000c0de0");

  private record Op(UInt64 block, int transaction, boolean failed, String name)
      implements ObservedCall {
    @Override
    public List<Log> logs() {
      return failed ? List.of() : List.of(log(name));
    }
  }

  private record Step(UInt64 block, String text) implements WrittenStep {}

  private static final StepWriter<Op, Step> ALL_BUT_ODD_ONES =
      (ran, before, undone) -> {
        if (ran.name().equals("odd")) {
          throw new InexpressibleException("it is odd");
        }
        return Optional.of(new Step(ran.block(), ran.name()));
      };

  private final Tape<Op, Step> tape = new Tape<>(CONTRACT, new Room(3), ALL_BUT_ODD_ONES);

  private static Log log(String name) {
    return new Log(CONTRACT, List.of(), Bytes.utf8(name));
  }

  private static Receipt accepted(int index, String... logs) {
    return receipt(
        index, Outcome.accepted(Bytes.EMPTY, List.of(logs).stream().map(TapeTest::log).toList()));
  }

  private static Receipt reverted(int index) {
    return receipt(index, Outcome.reverted(RawRevert.EMPTY));
  }

  private static Receipt receipt(int index, Outcome<Bytes> outcome) {
    return new Receipt(
        index, EthAddress.ZERO, CONTRACT, UInt256.ZERO, Bytes32.ZERO, Bytes32.ZERO, outcome);
  }

  private void ran(long block, int transaction, String name) {
    tape.add(new Op(UInt64.of(block), transaction, false, name));
  }

  private void refused(long block, int transaction, String name) {
    tape.add(new Op(UInt64.of(block), transaction, true, name));
  }

  private List<String> names() {
    return tape.steps().stream().map(Step::text).toList();
  }

  @Test
  void keepsWhatRanAndWhatWasRefused() {
    ran(1, 0, "a");
    refused(1, 1, "b");
    tape.finished(List.of(accepted(0, "a"), reverted(1)));

    assertThat(names()).containsExactly("a", "b");
    assertThat(tape.omission()).isEmpty();
  }

  @Test
  void leavesOutWhatARevertedTransactionUndid() {
    ran(1, 0, "undone");
    refused(1, 0, "after it");
    ran(1, 1, "a");
    tape.finished(List.of(reverted(0), accepted(1, "a")));

    assertThat(names()).containsExactly("a");
  }

  @Test
  void endsWhereAPartOfATransactionWasUndone() {
    ran(1, 0, "a");
    ran(1, 1, "b");
    ran(1, 1, "undone");
    tape.finished(List.of(accepted(0, "a"), accepted(1, "b")));

    assertThat(names()).containsExactly("a");
    assertThat(tape.omission()).hasValueSatisfying(why -> assertThat(why).contains("undid a part"));
  }

  @Test
  void endsAtWhatCannotBeTold() {
    ran(1, 0, "a");
    ran(1, 1, "odd");
    ran(1, 2, "b");
    tape.finished(List.of(accepted(0, "a"), accepted(1, "odd"), accepted(2, "b")));
    ran(2, 0, "c");
    tape.finished(List.of(accepted(0, "c")));

    assertThat(names()).containsExactly("a");
    assertThat(tape.omission()).contains("the recording ends in block 1, because it is odd");
  }

  @Test
  void keepsWhatRanInABlockBeforeItsEnd() {
    ran(1, 0, "a");
    tape.end(UInt64.of(1), "it is over");
    ran(1, 1, "b");
    tape.finished(List.of(accepted(0, "a"), accepted(1, "b")));

    assertThat(names()).containsExactly("a");
  }

  @Test
  void goesOnWhenTheBlockOfItsEndIsLost() {
    ran(1, 0, "a");
    tape.finished(List.of(accepted(0, "a")));
    ran(2, 0, "odd");
    tape.finished(List.of(accepted(0, "odd")));
    tape.takenBack(UInt64.of(1));
    ran(2, 0, "b");
    tape.finished(List.of(accepted(0, "b")));

    assertThat(names()).containsExactly("a", "b");
    assertThat(tape.omission()).isEmpty();
  }

  @Test
  void lostBlocksTakeTheirStepsAlong() {
    ran(1, 0, "a");
    tape.finished(List.of(accepted(0, "a")));
    ran(2, 0, "b");
    tape.finished(List.of(accepted(0, "b")));
    ran(3, 0, "open");
    tape.takenBack(UInt64.of(1));
    tape.finished(List.of());

    assertThat(names()).containsExactly("a");
  }

  @Test
  void lostStepsGiveTheirRoomBack() {
    for (int block = 1; block <= 4; block++) {
      ran(block, 0, "step " + block);
      tape.finished(List.of(accepted(0, "step " + block)));
    }
    assertThat(names()).hasSize(3);
    assertThat(tape.omission()).isPresent();

    tape.takenBack(UInt64.of(2));
    ran(3, 0, "again");
    tape.finished(List.of(accepted(0, "again")));

    assertThat(names()).containsExactly("step 1", "step 2", "again");
    assertThat(tape.omission()).isEmpty();
  }
}
