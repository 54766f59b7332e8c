// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What the author of a cross-net contract extends: {@link io.crossline.ipc.sdk.IpcExchange}. */
@NullMarked
package io.crossline.ipc.sdk;

import org.jspecify.annotations.NullMarked;
