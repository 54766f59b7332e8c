// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.OptionalDouble;

/**
 * What one operation cost, the median of all rounds.
 *
 * @param nanoseconds CPU time
 * @param bytes allocated, where it was counted
 */
record Cost(double nanoseconds, OptionalDouble bytes) {}
