// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

/**
 * What can go wrong at a point of a network. Not every kind can happen at every point.
 *
 * <p>Thread-safe.
 */
public enum FaultKind {
  /** What is carried does not arrive; who carries it tries again later. */
  DROP,
  /** What is carried arrives later. */
  DELAY,
  /** What is carried arrives twice. */
  DUPLICATE,
  /** Two things that are carried arrive in the wrong order. */
  REORDER,
  /** A second relayer does the same work at the same time. */
  RIVAL,
  /** A process ends, loses what it had not committed, and is started again later. */
  CRASH,
  /** A process stands still, loses nothing, and goes on later. */
  STALL,
  /** The clock of a process runs faster or slower. */
  DRIFT,
  /** A chain loses its latest blocks. */
  REORG,
  /** A handler fails, whatever it is given. */
  HANDLER
}
