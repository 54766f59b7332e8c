// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Records: how values of several fields are written to a store, and read back. */
@NullMarked
package io.crossline.core.record;

import org.jspecify.annotations.NullMarked;
