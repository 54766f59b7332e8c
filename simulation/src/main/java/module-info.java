// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Whole networks under traffic and faults, audited, drawn and recorded. */
module io.crossline.simulation {
  requires transitive io.crossline.ipc.sdk;
  requires transitive io.crossline.starknet;

  exports io.crossline.simulation;
  exports io.crossline.simulation.audit;
  exports io.crossline.simulation.audit.ipc;
  exports io.crossline.simulation.audit.starknet;
  exports io.crossline.simulation.picture;
  exports io.crossline.simulation.record;
}
