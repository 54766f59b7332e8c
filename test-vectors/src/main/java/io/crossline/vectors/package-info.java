// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The conformance kit: what the deployed contracts did, as vectors, and a runner that holds
 * Crossline against them.
 */
@NullMarked
package io.crossline.vectors;

import org.jspecify.annotations.NullMarked;
