// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What happened in a network, line by line, as a person would retell it. */
@NullMarked
package io.crossline.core.trace;

import org.jspecify.annotations.NullMarked;
