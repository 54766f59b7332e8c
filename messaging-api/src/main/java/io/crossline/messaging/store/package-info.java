// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Durable state: what a store promises, and what is written to it. */
@NullMarked
package io.crossline.messaging.store;

import org.jspecify.annotations.NullMarked;
