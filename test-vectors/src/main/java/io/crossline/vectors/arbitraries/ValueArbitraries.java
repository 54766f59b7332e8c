// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Values that both systems share. Limits and their neighbours come up often; jqwik's own edge cases
 * are off, as their combinations in larger values would crowd out everything else.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class ValueArbitraries {
  private ValueArbitraries() {}

  /**
   * Numbers of 256 bits, of all sizes.
   *
   * @return the arbitrary
   */
  public static Arbitrary<UInt256> uint256() {
    Arbitrary<Long> limb = limb();
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.longs().greaterOrEqual(0).map(UInt256::of)),
            Tuple.of(5, Combinators.combine(limb, limb, limb, limb).as(UInt256::ofLimbs)),
            Tuple.of(1, Arbitraries.of(UInt256.ZERO, UInt256.ONE, UInt256.MAX)))
        .withoutEdgeCases();
  }

  /**
   * Numbers of 64 bits.
   *
   * @return the arbitrary
   */
  public static Arbitrary<UInt64> uint64() {
    return limb().map(UInt64::ofBits);
  }

  /**
   * Byte strings.
   *
   * @param most how many bytes at most
   * @return the arbitrary
   */
  public static Arbitrary<Bytes> bytes(int most) {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(most)
        .map(Bytes::of)
        .withoutEdgeCases();
  }

  /**
   * Byte strings of one length.
   *
   * @param size how many bytes
   * @return the arbitrary
   */
  public static Arbitrary<Bytes> bytesOf(int size) {
    return Arbitraries.bytes().array(byte[].class).ofSize(size).map(Bytes::of).withoutEdgeCases();
  }

  /**
   * Words.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Bytes32> bytes32() {
    return uint256().map(UInt256::toBytes32);
  }

  /**
   * Addresses of EVM chains.
   *
   * @return the arbitrary
   */
  public static Arbitrary<EthAddress> ethAddress() {
    return Arbitraries.frequencyOf(
            Tuple.of(9, bytesOf(20).map(EthAddress::of)),
            Tuple.of(1, Arbitraries.of(EthAddress.ZERO)))
        .withoutEdgeCases();
  }

  /**
   * Answers to messages.
   *
   * @return the arbitrary
   */
  public static Arbitrary<ResultMsg> resultMsg() {
    return Combinators.combine(bytes32(), Arbitraries.of(OutcomeType.values()), bytes(200))
        .as(ResultMsg::new);
  }

  /**
   * Blocks.
   *
   * @return the arbitrary
   */
  public static Arbitrary<BlockInfo> blockInfo() {
    return Combinators.combine(uint64(), uint64()).as(BlockInfo::new);
  }

  /**
   * Logs of EVM chains, with up to four topics that need not mean anything.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Log> log() {
    return Combinators.combine(ethAddress(), bytes32().list().ofMaxSize(4), bytes(100))
        .as(Log::new)
        .withoutEdgeCases();
  }

  /**
   * How calls between contracts end.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CallResult> callResult() {
    return Combinators.combine(Arbitraries.of(true, false), bytes(100)).as(CallResult::new);
  }

  private static Arbitrary<Long> limb() {
    return Arbitraries.oneOf(
            Arbitraries.longs(), Arbitraries.of(0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE))
        .withoutEdgeCases();
  }
}
