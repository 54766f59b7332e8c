// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromisesTest {
  @Test
  void whatIsPromisedIsMeasuredOnRightResults() {
    // Each promise checks what it computes when it is made.
    List<Line> skipped = new ArrayList<>();
    List<String> names = new ArrayList<>(Promises.all(skipped).stream().map(Ratio::name).toList());
    skipped.forEach(line -> names.add(line.name()));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "starknet-message-hash",
            "starknet-send-consume-1k",
            "starknet-send-consume-1m",
            "starknet-pedersen",
            "starknet-poseidon",
            "ipc-hop",
            "ipc-hop-1000-subnets",
            "ipc-hop-100k-envelopes",
            "ipc-envelope");
    // Only for want of the library that it is measured against.
    assertThat(skipped).allMatch(line -> line.name().matches("starknet-(pedersen|poseidon)"));
    assertThat(skipped).allMatch(line -> line.reason().contains("starknet-jvm"));
    assertThat(Sponge.permutations(135)).isEqualTo(1);
    assertThat(Sponge.permutations(136)).isEqualTo(2);
    assertThat(Sponge.permutations(256)).isEqualTo(2);
  }
}
