// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The suites of Starknet's messaging. */
@NullMarked
package io.crossline.vectors.starknet;

import org.jspecify.annotations.NullMarked;
