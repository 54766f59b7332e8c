// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What a suite of vectors is, and how its cases are read, compared and accounted for. */
@NullMarked
package io.crossline.vectors.suite;

import org.jspecify.annotations.NullMarked;
