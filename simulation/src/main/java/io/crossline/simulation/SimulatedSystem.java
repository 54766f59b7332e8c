// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

/**
 * A messaging system that can be simulated.
 *
 * <p>Thread-safe.
 */
public enum SimulatedSystem {
  /** Messages between the two layers of Starknet. */
  STARKNET,
  /** Messages in a tree of IPC networks. */
  IPC
}
