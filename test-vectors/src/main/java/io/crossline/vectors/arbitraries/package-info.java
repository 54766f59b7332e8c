// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Arbitrary values of Crossline's types for tests with jqwik, which only this package needs. */
@NullMarked
package io.crossline.vectors.arbitraries;

import org.jspecify.annotations.NullMarked;
