// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Following a chain that somebody else makes: blocks in order or with gaps, checked by hash, parent
 * and content, taken back by reorganisations, and final in the end.
 */
@NullMarked
package io.crossline.core.follow;

import org.jspecify.annotations.NullMarked;
