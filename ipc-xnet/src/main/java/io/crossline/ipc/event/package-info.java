// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What gateways emit. */
@NullMarked
package io.crossline.ipc.event;

import org.jspecify.annotations.NullMarked;
