// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;

/** Program outputs of all layouts, written by hand after {@code Output.sol} of each. */
final class OutputFixture {
  static final UInt256 PREVIOUS_ROOT = hash("5f2db08bf7c3f0d7fd74a1800ed2c01de8f86e2f");
  static final UInt256 NEW_ROOT = hash("b431bc099d6150401d820cd1bbef1765870945e9");
  static final UInt256 PREVIOUS_NUMBER = UInt256.of(671_069);
  static final UInt256 NUMBER = UInt256.of(671_070);
  static final UInt256 PREVIOUS_HASH = hash("1e324682835e60c4779a683b32713504aed894fd");
  static final UInt256 HASH = hash("3ce506e8eadfce1d621ab1eec105dfa43a9ae815");
  static final UInt256 OS_PROGRAM = hash("54d3603ed14fb897d0925c48f26330ea9950bd49");
  static final UInt256 CONFIG = hash("5ba2078240f1585f96424c2d1ee48211da3b3f91");

  static final L2ToL1Message TO_L1 =
      L2ToL1Message.of(
          UInt256.of(0xabc),
          EthAddress.parse("0xf6080d9fbeebcd44d89affbfd42f098cbff92816"),
          Payload.of(UInt256.ZERO, UInt256.of(25)));
  static final L1ToL2Message TO_L2 =
      L1ToL2Message.of(
          EthAddress.parse("0xbf67f59d2988a46fbff7ed79a621778a3cd3985b"),
          UInt256.of(0xdef),
          UInt256.of(0x1b64b),
          Payload.of(UInt256.of(7)),
          UInt256.of(0x194fe6));

  private OutputFixture() {}

  private static UInt256 hash(String digits) {
    return UInt256.parse("0x" + digits);
  }

  /** The header words of a layout. */
  static List<UInt256> header(ProgramOutputLayout layout, boolean kzg) {
    UInt256 flag = kzg ? UInt256.ONE : UInt256.ZERO;
    return switch (layout) {
      case FOUR_WORDS -> List.of(PREVIOUS_ROOT, NEW_ROOT, NUMBER, CONFIG);
      case FIVE_WORDS -> List.of(PREVIOUS_ROOT, NEW_ROOT, NUMBER, HASH, CONFIG);
      case SIX_WORDS -> List.of(PREVIOUS_ROOT, NEW_ROOT, NUMBER, HASH, CONFIG, flag);
      case TEN_WORDS ->
          List.of(
              PREVIOUS_ROOT,
              NEW_ROOT,
              PREVIOUS_NUMBER,
              NUMBER,
              PREVIOUS_HASH,
              HASH,
              OS_PROGRAM,
              CONFIG,
              flag,
              UInt256.ZERO);
    };
  }

  /** Header, KZG words of two blobs or one, one message each way. */
  static List<UInt256> words(ProgramOutputLayout layout, boolean kzg) {
    List<UInt256> words = new ArrayList<>(header(layout, kzg));
    if (kzg) {
      words.addAll(
          layout == ProgramOutputLayout.SIX_WORDS
              ? numbers(11, 12, 13, 14, 15)
              : numbers(13, 2, 11, 12, 21, 22, 14, 15, 24, 25));
    }
    words.add(UInt256.of(5));
    words.addAll(List.of(TO_L1.from().value(), TO_L1.to().value(), UInt256.of(2)));
    words.addAll(TO_L1.payloadWords().words());
    words.add(UInt256.of(6));
    words.addAll(
        List.of(
            TO_L2.from().toUInt256(),
            TO_L2.to().value(),
            TO_L2.nonce(),
            TO_L2.selector(),
            UInt256.ONE));
    words.addAll(TO_L2.payloadWords().words());
    return words;
  }

  private static List<UInt256> numbers(long... numbers) {
    List<UInt256> words = new ArrayList<>();
    for (long number : numbers) {
      words.add(UInt256.of(number));
    }
    return words;
  }
}
