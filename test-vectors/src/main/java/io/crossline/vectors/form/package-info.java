// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * How values are written in vector files: read as inputs, and compared as expectations leaf by
 * leaf.
 */
@NullMarked
package io.crossline.vectors.form;

import org.jspecify.annotations.NullMarked;
