// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The working state of a chain: tables in memory, written through one journal, so that a frame or a
 * block can be undone.
 */
@NullMarked
package io.crossline.core.state;

import org.jspecify.annotations.NullMarked;
