// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What both systems run on: hashing, ABI coding, the chain model, state, time, timelines and JSON.
 */
@SuppressWarnings("module") // those that some packages are exported to are built later
module io.crossline.core {
  requires transitive io.crossline.messaging;
  requires org.slf4j;
  requires tools.jackson.core;

  exports io.crossline.core.abi;
  exports io.crossline.core.chain;
  exports io.crossline.core.fault;
  exports io.crossline.core.follow;
  exports io.crossline.core.handler;
  exports io.crossline.core.hash;
  exports io.crossline.core.json;
  exports io.crossline.core.listener;
  exports io.crossline.core.network;
  exports io.crossline.core.plugin;
  exports io.crossline.core.record;
  exports io.crossline.core.reflect;
  exports io.crossline.core.rpc;
  exports io.crossline.core.state;
  exports io.crossline.core.store;
  exports io.crossline.core.time;
  exports io.crossline.core.trace;
  exports io.crossline.core.typed to
      io.crossline.ethereum,
      io.crossline.ipc.sdk,
      io.crossline.starknet;

  uses io.crossline.messaging.spi.MessageHandlerProvider;
}
