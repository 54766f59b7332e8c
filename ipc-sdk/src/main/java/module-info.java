// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What the author of an IPC contract extends. */
module io.crossline.ipc.sdk {
  requires transitive io.crossline.ipc;

  exports io.crossline.ipc.sdk;
}
