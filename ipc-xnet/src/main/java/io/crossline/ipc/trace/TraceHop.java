// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * One hop of a message's way, from a network to its child or parent.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from where it begins
 * @param to where it ends
 * @param direction down or up
 * @param status how far the message is
 * @param committed the log with which the gateway sent it or put it into a batch; nothing while it
 *     has not, or if that block was not given
 * @param nonce its local nonce in the queue of this hop; on the way up only the checkpoint shows it
 * @param checkpoint on the way up: the height of the checkpoint that has it, or will have it
 * @param cut on the way up: the log of that checkpoint
 * @param arrived the log that shows that the gateway at the end took it in: it stored it, answered
 *     it, or sent it on; nothing while there is none
 */
public record TraceHop(
    SubnetId from,
    SubnetId to,
    Direction direction,
    HopStatus status,
    Optional<LogPoint> committed,
    Optional<UInt64> nonce,
    Optional<UInt256> checkpoint,
    Optional<LogPoint> cut,
    Optional<LogPoint> arrived) {}
