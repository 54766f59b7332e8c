// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** JSON whose every value knows its place: what vector and scenario files are read with. */
@NullMarked
package io.crossline.vectors.json;

import org.jspecify.annotations.NullMarked;
