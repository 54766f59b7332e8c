// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** IPC's cross-net messaging: values and envelopes, the gateway, both directions, and a network. */
module io.crossline.ipc {
  requires transitive io.crossline.core;
  requires transitive io.crossline.ethereum;
  requires org.bouncycastle.provider;
  requires org.slf4j;

  exports io.crossline.ipc;
  exports io.crossline.ipc.abi;
  exports io.crossline.ipc.address;
  exports io.crossline.ipc.bottomup;
  exports io.crossline.ipc.gateway;
  exports io.crossline.ipc.merkle;
  exports io.crossline.ipc.network;
  exports io.crossline.ipc.quorum;
  exports io.crossline.ipc.topdown;
  exports io.crossline.ipc.trace;

  // Operations are taken apart there, as records whose classes nobody else sees.
  opens io.crossline.ipc.gateway to
      io.crossline.core;
}
