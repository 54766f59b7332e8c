// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The crossline command. */
module io.crossline.cli {
  requires static org.jspecify;
  requires io.crossline.core;
  requires io.crossline.ipc;
  requires io.crossline.ipc.sdk;
  requires io.crossline.messaging;
  requires io.crossline.scenario;
  requires io.crossline.simulation;
  requires io.crossline.starknet;
  requires io.crossline.store.rocksdb;
  requires io.crossline.vectors;
  requires info.picocli;

  uses io.crossline.messaging.spi.MessageHandlerProvider;

  provides io.crossline.messaging.spi.MessageHandlerProvider with
      io.crossline.cli.demo.DemoHandlers;

  opens io.crossline.cli to
      info.picocli;
  opens io.crossline.cli.ask to
      info.picocli;
  opens io.crossline.cli.demo to
      io.crossline.starknet;
}
