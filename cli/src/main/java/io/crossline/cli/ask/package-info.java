// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The everyday questions: hashes, selectors, slots, calldata and addresses, from words or lines.
 */
@NullMarked
package io.crossline.cli.ask;

import org.jspecify.annotations.NullMarked;
