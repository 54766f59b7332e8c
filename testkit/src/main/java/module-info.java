// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What a test of cross-chain messaging starts from. */
module io.crossline.testkit {
  requires transitive io.crossline.ipc.sdk;
  requires transitive io.crossline.starknet;
  // Every user of an extension of JUnit has JUnit; who only needs what runs on top does not.
  requires static org.junit.jupiter.api;

  exports io.crossline.testkit;
}
