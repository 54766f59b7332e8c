// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0

/**
 * Starknet's messaging between L1 and L2: values and hashes, the core contract, handlers, the
 * sequencer and a network.
 */
@SuppressWarnings("module") // those that some packages are exported to are built later
module io.crossline.starknet {
  requires static transitive org.jspecify;
  requires transitive io.crossline.messaging;
  requires transitive io.crossline.core;
  requires transitive io.crossline.ethereum;
  requires org.slf4j;

  exports io.crossline.starknet;
  exports io.crossline.starknet.cairo;
  exports io.crossline.starknet.event;
  exports io.crossline.starknet.l1;
  exports io.crossline.starknet.l2;
  exports io.crossline.starknet.network;
  exports io.crossline.starknet.rpc;
  exports io.crossline.starknet.tracking;
  exports io.crossline.starknet.output to
      io.crossline.vectors;
  exports io.crossline.starknet.hash to
      io.crossline.vectors;
  exports io.crossline.starknet.storage to
      io.crossline.cli,
      io.crossline.vectors;

  // Operations are taken apart there, as records whose classes nobody else sees.
  opens io.crossline.starknet.l1 to
      io.crossline.core;
  opens io.crossline.starknet.network to
      io.crossline.core;
}
