// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Figures of an engine on a store: what depends on the disk, and so is told and not promised. */
@NullMarked
package io.crossline.benchmarks.durable;

import org.jspecify.annotations.NullMarked;
