// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.abi.Panic;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

class CheckpointEpochTest {
  @Test
  void blockOfAnEpochBelongsToTheNextOne() {
    assertThat(next("0", "10")).isEqualTo("10");
    assertThat(next("9", "10")).isEqualTo("10");
    assertThat(next("10", "10")).isEqualTo("20");
  }

  @Test
  void trap18BlockNumberIsTruncatedTo64BitsButTheEpochIsNot() {
    assertThat(next("0x10000000000000019", "10")).isEqualTo("30");
    assertThat(next("0xffffffffffffffff", "10")).isEqualTo("18446744073709551620");
    assertThat(next("100", "0x400000000000000000")).isEqualTo("1180591620717411303424");
  }

  @Test
  void trap18PeriodZeroPanics() {
    assertThat(catchThrowableOfType(RevertSignal.class, () -> next("7", "0")).revert())
        .isEqualTo(Panic.DIVISION_BY_ZERO);
  }

  private static String next(String block, String period) {
    return CheckpointEpoch.next(UInt256.parse(block), UInt256.parse(period)).toString();
  }
}
