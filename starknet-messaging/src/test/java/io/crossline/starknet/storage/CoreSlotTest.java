// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes32;
import org.junit.jupiter.api.Test;

class CoreSlotTest {
  private static final Bytes32 KEY =
      Bytes32.parse("0x6c7d6262d020bd689ea4d0c9383320a6f7d115831dc0c4487fd7c9b23e0051d3");

  @Test
  void aSingleValueLivesAtTheHashOfItsTag() {
    assertThat(CoreSlot.MESSAGE_CANCELLATION_DELAY.slot())
        .hasToString("0x943200e308a50d48a78316593ee5176590a1d8b463004b9d64fef202dfe284f8");
    assertThatThrownBy(() -> CoreSlot.MESSAGE_CANCELLATION_DELAY.slot(KEY))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMapEntryLivesAtTheHashOfKeyAndBase() {
    assertThat(CoreSlot.L1_TO_L2_MESSAGES.slot(KEY))
        .hasToString("0xcbf013260fa73bde57ba3ea1e0766fdff3a5629b87b354320317f05f545f0e5b")
        .isEqualTo(CoreSlot.ofTag(CoreSlot.L1_TO_L2_MESSAGES.tag(), KEY));
    assertThat(CoreSlot.L1_TO_L2_MESSAGE_CANCELLATIONS.slot(KEY))
        .hasToString("0xa175328690af5e1b1bc4ea97e94c35a005ec736e0fa74ea20424a29641fbcd37");
    assertThatThrownBy(CoreSlot.L1_TO_L2_MESSAGES::slot).isInstanceOf(IllegalStateException.class);
  }
}
