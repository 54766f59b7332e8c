// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** How the outcome of a verification is shown to people and to machines. */
@NullMarked
package io.crossline.vectors.report;

import org.jspecify.annotations.NullMarked;
