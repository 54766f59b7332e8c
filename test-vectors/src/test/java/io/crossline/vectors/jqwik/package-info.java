// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** How properties are run here. */
@NullMarked
package io.crossline.vectors.jqwik;

import org.jspecify.annotations.NullMarked;
