// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the two messaging systems share: checked values, messages and envelopes, outcomes and
 * reverts, logs, and what a handler sees of the chain that runs it. Nothing here depends on
 * anything but the JDK.
 */
@NullMarked
package io.crossline.messaging;

import org.jspecify.annotations.NullMarked;
