// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.function.IntFunction;

/**
 * A promise about memory: what the work allocates beyond the object that it returns.
 *
 * @param limit bytes an operation
 * @param resultAlone allocates an object like the one that the work returns, and nothing else: its
 *     size is measured, because it depends on the JVM
 */
record Garbage(double limit, IntFunction<Object> resultAlone) {}
