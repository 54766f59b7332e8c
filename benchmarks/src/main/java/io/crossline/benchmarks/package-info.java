// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Speed: the promises that are checked, and benchmarks to explore with. */
@NullMarked
package io.crossline.benchmarks;

import org.jspecify.annotations.NullMarked;
