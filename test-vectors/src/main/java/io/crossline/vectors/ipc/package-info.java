// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The suites of IPC's cross-net messaging. */
@NullMarked
package io.crossline.vectors.ipc;

import org.jspecify.annotations.NullMarked;
