// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Records seen as lists of named components. */
@NullMarked
package io.crossline.core.reflect;

import org.jspecify.annotations.NullMarked;
