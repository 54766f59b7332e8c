// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Virtual time: a clock that moves only when it is told to. */
@NullMarked
package io.crossline.core.time;

import org.jspecify.annotations.NullMarked;
