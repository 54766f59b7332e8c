// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is measured on: the same inputs in every run, many of each kind so that none stays in a
 * cache by itself.
 */
@NullMarked
package io.crossline.benchmarks.input;

import org.jspecify.annotations.NullMarked;
