// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import org.junit.jupiter.api.Test;

/** Data that are larger than what may be decoded of small ones, such as a host's own logs. */
class LargeLogTest {
  private static final int WORDS = 70 << 15;

  @Test
  void isReadOnceButNotOverAndOver() {
    Bytes head = Bytes.concat(Words.of(0x20, 32L * WORDS).data());
    AbiReader.Head reader =
        new AbiReader(Bytes.concat(head, Bytes.of(new byte[32 * WORDS]))).head(1);
    assertThat(reader.bytes(0).size())
        .isEqualTo(32 * WORDS)
        .isGreaterThan(AbiReader.MAX_DECODED_BYTES);
    assertThatThrownBy(() -> reader.bytes(0))
        .isInstanceOf(AbiDecodeException.class)
        .hasMessageContaining("decoding takes more than");
  }
}
