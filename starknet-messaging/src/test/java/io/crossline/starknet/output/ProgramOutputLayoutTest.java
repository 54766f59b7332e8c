// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.ProgramOutput;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgramOutputLayoutTest {
  static Stream<Arguments> layouts() {
    return Stream.of(
        Arguments.of(ProgramOutputLayout.FOUR_WORDS, false),
        Arguments.of(ProgramOutputLayout.FIVE_WORDS, false),
        Arguments.of(ProgramOutputLayout.SIX_WORDS, false),
        Arguments.of(ProgramOutputLayout.SIX_WORDS, true),
        Arguments.of(ProgramOutputLayout.TEN_WORDS, false),
        Arguments.of(ProgramOutputLayout.TEN_WORDS, true));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void readsEveryLayoutWithoutBeingToldWhich(ProgramOutputLayout layout, boolean kzg) {
    Payload words = Payload.of(OutputFixture.words(layout, kzg));
    ParsedOutput output = ProgramOutputLayout.detect(words);
    assertThat(output).isEqualTo(layout.parse(words));
    assertThat(output.layout()).isEqualTo(layout);
    assertThat(output.messagesToL1()).containsExactly(OutputFixture.TO_L1);
    assertThat(output.messagesToL2()).containsExactly(OutputFixture.TO_L2);
    OutputHeader header = output.header();
    boolean ten = layout == ProgramOutputLayout.TEN_WORDS;
    assertThat(header)
        .isEqualTo(
            new OutputHeader(
                layout,
                OutputFixture.PREVIOUS_ROOT,
                OutputFixture.NEW_ROOT,
                ten ? Optional.of(OutputFixture.PREVIOUS_NUMBER) : Optional.empty(),
                OutputFixture.NUMBER,
                ten ? Optional.of(OutputFixture.PREVIOUS_HASH) : Optional.empty(),
                layout == ProgramOutputLayout.FOUR_WORDS
                    ? Optional.empty()
                    : Optional.of(OutputFixture.HASH),
                ten ? Optional.of(OutputFixture.OS_PROGRAM) : Optional.empty(),
                OutputFixture.CONFIG,
                kzg));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void readsOutputsWithoutMessages(ProgramOutputLayout layout, boolean kzg) {
    List<UInt256> words = OutputFixture.words(layout, kzg);
    List<UInt256> empty = new ArrayList<>(words.subList(0, words.size() - 13));
    empty.add(UInt256.ZERO);
    empty.add(UInt256.ZERO);
    ParsedOutput output = ProgramOutputLayout.detect(Payload.of(empty));
    assertThat(output.layout()).isEqualTo(layout);
    assertThat(output.messagesToL1()).isEmpty();
    assertThat(output.messagesToL2()).isEmpty();
  }

  @Test
  void readsOneBlobAfterSixWords() {
    ParsedOutput output = ProgramOutputLayout.SIX_WORDS.parse(output(true));
    assertThat(output.blobs())
        .containsExactly(new BlobCommitment(UInt256.of(13), commitment(12, 11), y(15, 14)));
  }

  @Test
  void readsBlobsAfterTenWords() {
    Payload words = Payload.of(OutputFixture.words(ProgramOutputLayout.TEN_WORDS, true));
    assertThat(ProgramOutputLayout.TEN_WORDS.parse(words).blobs())
        .containsExactly(
            new BlobCommitment(UInt256.of(13), commitment(12, 11), y(15, 14)),
            new BlobCommitment(UInt256.of(13), commitment(22, 21), y(25, 24)));
  }

  private static Payload output(boolean kzg) {
    return Payload.of(OutputFixture.words(ProgramOutputLayout.SIX_WORDS, kzg));
  }

  private static Bytes commitment(int high, int low) {
    return Bytes.parse("0x%048x%048x".formatted(high, low));
  }

  private static UInt256 y(long high, long low) {
    return UInt256.ofLimbs(0, high, 0, low);
  }

  @Test
  void readsWhatIsWrittenToday() {
    ProgramOutput written =
        ProgramOutput.of(
            new ProgramOutput.Header(
                UInt256.ONE,
                UInt256.of(2),
                Felt.MAX.toUInt256(),
                UInt256.ZERO,
                UInt256.of(3),
                UInt256.of(4),
                UInt256.ZERO,
                UInt256.of(5),
                UInt256.ZERO,
                UInt256.ZERO),
            List.of(OutputFixture.TO_L1, OutputFixture.TO_L1),
            List.of(OutputFixture.TO_L2));
    ParsedOutput read = ProgramOutputLayout.detect(written.words());
    assertThat(read.layout()).isEqualTo(ProgramOutputLayout.TEN_WORDS);
    assertThat(read.messagesToL1()).isEqualTo(written.messagesToL1());
    assertThat(read.messagesToL2()).isEqualTo(written.messagesToL2());
    assertThat(read.header().previousBlockNumber()).contains(Felt.MAX.toUInt256());
  }

  @Test
  void keepsAWideReceiverAsItIs() {
    UInt256 wide = UInt256.parse("0x10000000000000000000000000000000000000001");
    List<UInt256> words = OutputFixture.words(ProgramOutputLayout.FOUR_WORDS, false);
    words.set(6, wide);
    L2ToL1Message message = ProgramOutputLayout.detect(Payload.of(words)).messagesToL1().get(0);
    assertThat(message.to().value()).isEqualTo(wide);
    assertThat(message.to().isEthAddress()).isFalse();
  }

  @Test
  void refusesOneChange() {
    refuses(4, words -> words.add(UInt256.ZERO), "1 words too many");
    refuses(4, words -> words.remove(words.size() - 1), "but only 5 words follow");
    refuses(4, words -> words.set(0, Felt.PRIME), "must be a felt");
    refuses(4, words -> words.set(2, twoTo(64)), "must be below 2^64");
    refuses(4, words -> words.set(4, twoTo(30)), "must be below 2^30");
    refuses(4, words -> words.set(4, UInt256.of(4)), "runs past its segment");
    refuses(4, words -> words.set(7, UInt256.of(100)), "but only 9 words follow");
    refuses(4, words -> words.set(10, UInt256.of(5)), "runs past its segment");
    refuses(4, words -> words.set(11, twoTo(160)), "must be below 2^160");
    refuses(6, words -> words.set(5, UInt256.of(2)), "the KZG flag is 0x2, must be below 2^1");
    refuses(10, words -> words.set(9, UInt256.ONE), "full-output flag of 1");
    refuses(10, words -> words.set(2, twoTo(64)), "must be below 2^64, or P - 1 for none");
    refuses(10, List::clear, "ends before the previous root");
  }

  @Test
  void refusesOneChangeOfKzgWords() {
    refusesKzg(6, words -> words.set(6, twoTo(192)), "must be below 2^192");
    refusesKzg(6, words -> words.set(9, twoTo(128)), "must be below 2^128");
    refusesKzg(10, words -> words.set(11, twoTo(30)), "must be below 2^30");
    refusesKzg(10, words -> words.set(11, UInt256.of(10)), "10 blobs take 4 words each");
    refusesKzg(10, words -> words.set(17, twoTo(128)), "must be below 2^128");
  }

  private static void refuses(int header, Consumer<List<UInt256>> change, String problem) {
    refuses(header, false, change, problem);
  }

  private static void refusesKzg(int header, Consumer<List<UInt256>> change, String problem) {
    refuses(header, true, change, problem);
  }

  private static void refuses(
      int header, boolean kzg, Consumer<List<UInt256>> change, String problem) {
    ProgramOutputLayout layout =
        Stream.of(ProgramOutputLayout.values())
            .filter(it -> it.headerWords() == header)
            .findFirst()
            .orElseThrow();
    List<UInt256> words = OutputFixture.words(layout, kzg);
    assertThat(layout.parse(Payload.of(words)).messagesToL2()).hasSize(1);
    change.accept(words);
    assertThatThrownBy(() -> layout.parse(Payload.of(words)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageStartingWith("program output: word ")
        .hasMessageContaining(problem);
    assertThatThrownBy(() -> ProgramOutputLayout.detect(Payload.of(words)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("no layout fits")
        .hasMessageContaining(problem);
  }

  private static UInt256 twoTo(int exponent) {
    return UInt256.of(BigInteger.TWO.pow(exponent));
  }

  @Test
  void saysWhereTheFaultIs() {
    List<UInt256> words = OutputFixture.words(ProgramOutputLayout.FOUR_WORDS, false);
    words.set(11, twoTo(160));
    assertThatThrownBy(() -> ProgramOutputLayout.FOUR_WORDS.parse(Payload.of(words)))
        .isInstanceOfSatisfying(
            MalformedInputException.class, e -> assertThat(e.offset()).isEqualTo(11));
  }

  @Test
  void messagesHaveTheHashesOfTheirWords() {
    L1ToL2Message message =
        L1ToL2Message.of(
            EthAddress.parse("0xbf67f59d2988a46fbff7ed79a621778a3cd3985b"),
            UInt256.of(0xdef),
            UInt256.of(0x1b64b),
            Payload.of(UInt256.of(7)),
            UInt256.of(0x194fe6));
    Payload words = Payload.of(OutputFixture.words(ProgramOutputLayout.FIVE_WORDS, false));
    assertThat(ProgramOutputLayout.detect(words).messagesToL2().get(0).hash())
        .isEqualTo(message.hash());
  }
}
