// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Whole networks under traffic and faults that follow from one seed, audited: what {@code crossline
 * simulate} runs, for tests of one's own.
 */
@NullMarked
package io.crossline.simulation;

import org.jspecify.annotations.NullMarked;
