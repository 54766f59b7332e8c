// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Writes what a network did as vectors, so that others can replay it against their contracts, and
 * {@code crossline verify} against the rules here.
 */
@NullMarked
package io.crossline.simulation.record;

import org.jspecify.annotations.NullMarked;
