// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The conformance kit: what the deployed contracts did, and the runner that compares. */
module io.crossline.vectors {
  requires transitive io.crossline.simulation;
  requires transitive io.crossline.testkit;
  // For who writes properties with the arbitraries; the runner does without. Not transitive: the
  // command is compiled without it.
  requires static net.jqwik.api;
  // For who extends the conformance classes.
  requires static org.junit.jupiter.api;

  exports io.crossline.vectors;
  exports io.crossline.vectors.arbitraries;
  exports io.crossline.vectors.conformance;
  exports io.crossline.vectors.form;
  exports io.crossline.vectors.report;
  exports io.crossline.vectors.runner;
  exports io.crossline.vectors.suite;

  // Their records are the forms of JSON objects.
  opens io.crossline.vectors.ipc.gateway to
      io.crossline.core;
  opens io.crossline.vectors.starknet to
      io.crossline.core;

  uses io.crossline.messaging.spi.MessageHandlerProvider;
}
