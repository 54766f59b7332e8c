// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crossline.starknet.Felt;
import org.junit.jupiter.api.Test;

class HashesTest {
  @Test
  void theLibraryIsThere() {
    assertEquals(66, Hashes.deposit().toString().length());
    assertEquals(1, Hashes.subnet().route().size());
  }

  @Test
  void itIsOnTheModulePath() {
    assertEquals(true, Felt.class.getModule().isNamed());
  }
}
