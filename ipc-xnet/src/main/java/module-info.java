// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** IPC's cross-net messaging: values and envelopes, the gateway, both directions, and a network. */
@SuppressWarnings("module") // those that some packages are exported to are built later
module io.crossline.ipc {
  requires transitive io.crossline.core;
  requires transitive io.crossline.ethereum;
  requires org.bouncycastle.provider;
  requires org.slf4j;

  exports io.crossline.ipc;
  exports io.crossline.ipc.address;
  exports io.crossline.ipc.event;
  exports io.crossline.ipc.gateway;
  exports io.crossline.ipc.network;
  exports io.crossline.ipc.rpc;
  exports io.crossline.ipc.trace;

  // Core takes the records of both apart; functions and checkpoints are for our own modules.
  exports io.crossline.ipc.abi to
      io.crossline.cli,
      io.crossline.core,
      io.crossline.simulation,
      io.crossline.vectors;
  exports io.crossline.ipc.checkpoint to
      io.crossline.core,
      io.crossline.simulation,
      io.crossline.vectors;
  exports io.crossline.ipc.bottomup to
      io.crossline.vectors;
  exports io.crossline.ipc.merkle to
      io.crossline.vectors;

  // Operations are taken apart there, as records whose classes nobody else sees.
  opens io.crossline.ipc.gateway to
      io.crossline.core;
}
