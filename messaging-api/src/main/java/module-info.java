// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0

/** What Starknet's L1↔L2 messaging and IPC's cross-net messaging share. */
module io.crossline.messaging {
  requires static transitive org.jspecify;

  exports io.crossline.messaging;
  exports io.crossline.messaging.spi;
  exports io.crossline.messaging.store;
}
