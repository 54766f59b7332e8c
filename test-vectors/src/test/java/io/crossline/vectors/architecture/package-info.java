// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The rules of the house, read from the compiled classes of every module below the CLI. */
@NullMarked
package io.crossline.vectors.architecture;

import org.jspecify.annotations.NullMarked;
