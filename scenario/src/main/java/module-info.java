// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The language of scenario files: what {@code crossline run} and the demo speak. */
module io.crossline.scenario {
  requires transitive io.crossline.ipc.sdk;
  requires transitive io.crossline.starknet;

  exports io.crossline.scenario;
}
