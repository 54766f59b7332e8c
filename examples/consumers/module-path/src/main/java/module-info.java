// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** A program of one's own. */
module com.example.consumer {
  requires io.crossline.starknet;
  requires io.crossline.ipc.sdk;
}
