// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What every network in one process has, whatever protocol it runs: one writer for many threads,
 * events and who is told of them, the clock and what is due, and what a store keeps of it all.
 */
@NullMarked
package io.crossline.core.network;

import org.jspecify.annotations.NullMarked;
