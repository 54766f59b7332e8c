// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The {@code crossline} command. */
@NullMarked
package io.crossline.cli;

import org.jspecify.annotations.NullMarked;
