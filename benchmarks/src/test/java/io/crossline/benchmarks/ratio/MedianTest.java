// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MedianTest {
  @Test
  void oneOutlierDoesNotMoveIt() {
    assertThat(Median.of(new double[] {3, 1, 2})).isEqualTo(2);
    assertThat(Median.of(new double[] {3, 1, 2000})).isEqualTo(3);
  }

  @Test
  void anEvenCountHasTwoInTheMiddle() {
    assertThat(Median.of(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
  }

  @Test
  void theValuesStayAsTheyWere() {
    double[] values = {2, 1};
    Median.of(values);
    assertThat(values).containsExactly(2, 1);
  }
}
