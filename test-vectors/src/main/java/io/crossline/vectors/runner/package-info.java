// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Runs vector files and says what came of every case. */
@NullMarked
package io.crossline.vectors.runner;

import org.jspecify.annotations.NullMarked;
