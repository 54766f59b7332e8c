// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.starknet.Felt;
import java.util.List;
import org.junit.jupiter.api.Test;

class PedersenHashTest {
  @Test
  void hashesTwoFelts() {
    assertThat(PedersenHash.hash(Felt.ZERO, Felt.ZERO))
        .hasToString("0x49ee3eba8c1600700ee1b87eb599f16716b0b1022947733551fde4050ca6804");
    assertThat(PedersenHash.hash(Felt.ZERO, Felt.ONE))
        .hasToString("0x46c9aeb066cc2f41c7124af30514f9e607137fbac950524f5fdace5788f9d43");
    assertThat(
            PedersenHash.hash(
                Felt.parse("0x58f580910a6ca59b28927c08fe6c43e2e303ca384badc365795fc645d479d45"),
                Felt.parse("0x78734f65a067be9bdb39de18434d71e79f7b6466a4b66bbd979ab9e7515fe0b")))
        .hasToString("0x68cc0b76cddd1dd4ed2301ada9b7c872b23875d5ff837b3a87993e0d9996b87");
  }

  @Test
  void hashesListsWithTheirLengthLast() {
    assertThat(PedersenHash.hashOnElements(List.of()))
        .isEqualTo(PedersenHash.hash(Felt.ZERO, Felt.ZERO));
    assertThat(
            PedersenHash.hashOnElements(
                List.of(Felt.of(123782376), Felt.of(213984), Felt.of(128763521321L))))
        .hasToString("0x7b422405da6571242dfc245a43de3b0fe695e7021c148b918cd9cdb462cac59");
  }

  @Test
  void everyBitTakesPart() {
    for (int bit = 0; bit < 252; bit++) {
      long[] limbs = new long[4];
      limbs[3 - bit / 64] = 1L << (bit % 64);
      Felt felt = Felt.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]);
      assertThat(PedersenHash.hash(felt, Felt.ZERO))
          .as("bit %d of the first felt", bit)
          .isEqualTo(SlowPedersen.hash(felt, Felt.ZERO));
      assertThat(PedersenHash.hash(Felt.ZERO, felt))
          .as("bit %d of the second felt", bit)
          .isEqualTo(SlowPedersen.hash(Felt.ZERO, felt));
    }
    assertThat(PedersenHash.hash(Felt.MAX, Felt.MAX))
        .isEqualTo(SlowPedersen.hash(Felt.MAX, Felt.MAX));
  }
}
