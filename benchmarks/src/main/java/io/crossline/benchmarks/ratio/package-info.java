// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The ratios program: what we promise about speed, each piece of work measured against another in
 * the same run.
 */
@NullMarked
package io.crossline.benchmarks.ratio;

import org.jspecify.annotations.NullMarked;
