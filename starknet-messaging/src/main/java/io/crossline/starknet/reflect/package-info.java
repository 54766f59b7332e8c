// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0

/** How classes of handlers and their records are reached, wherever they are. */
@NullMarked
package io.crossline.starknet.reflect;

import org.jspecify.annotations.NullMarked;
