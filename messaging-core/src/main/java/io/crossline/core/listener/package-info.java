// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Listeners, and when they are called: never in the middle of what they are told of. */
@NullMarked
package io.crossline.core.listener;

import org.jspecify.annotations.NullMarked;
