// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.messaging.UInt64;
import java.time.Duration;

/**
 * One thing that happened to a message.
 *
 * <p>Immutable and thread-safe.
 *
 * @param time when, since the network was started
 * @param lane on which chain
 * @param block in which block of that chain
 * @param status the message's status from then on
 * @param text what happened, in words; it may come from a contract, so nothing can be said of it
 */
public record Step(Duration time, String lane, UInt64 block, String status, String text) {}
