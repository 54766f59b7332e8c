// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Keccak-256 with the original padding: the hash of messages, selectors, topics and storage keys of
 * EVM chains.
 */
@NullMarked
package io.crossline.core.hash;

import org.jspecify.annotations.NullMarked;
