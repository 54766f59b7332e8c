// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Values of Starknet. L1 takes any words, so messages have words that are no felts, too. */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class StarknetArbitraries {
  private StarknetArbitraries() {}

  /**
   * Felts.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Felt> felt() {
    return Arbitraries.oneOf(
            ValueArbitraries.uint256().filter(Felt::fits).map(Felt::of),
            Arbitraries.of(Felt.ZERO, Felt.ONE, Felt.MAX))
        .withoutEdgeCases();
  }

  /**
   * Payloads of words.
   *
   * @param most how many words at most
   * @return the arbitrary
   */
  public static Arbitrary<Payload> payload(int most) {
    return ValueArbitraries.uint256().list().ofMaxSize(most).map(Payload::of).withoutEdgeCases();
  }

  /**
   * Messages to L2, without a fee.
   *
   * @return the arbitrary
   */
  public static Arbitrary<L1ToL2Message> l1ToL2Message() {
    Arbitrary<UInt256> word = ValueArbitraries.uint256();
    return Combinators.combine(ValueArbitraries.ethAddress(), word, word, payload(8), word)
        .as(L1ToL2Message::of);
  }

  /**
   * Messages to L1.
   *
   * @return the arbitrary
   */
  public static Arbitrary<L2ToL1Message> l2ToL1Message() {
    return Combinators.combine(
            ValueArbitraries.uint256(), ValueArbitraries.ethAddress(), payload(8))
        .as(L2ToL1Message::of);
  }
}
