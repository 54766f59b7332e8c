// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** What a plugin implements to bring message handlers, found by {@link java.util.ServiceLoader}. */
@NullMarked
package io.crossline.messaging.spi;

import org.jspecify.annotations.NullMarked;
