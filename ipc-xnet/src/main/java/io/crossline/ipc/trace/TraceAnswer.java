// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import java.util.Optional;

/**
 * How a message was answered.
 *
 * <p>Immutable and thread-safe.
 *
 * @param result what the Result says
 * @param value what goes back with it, in the smallest unit
 * @param by the network whose gateway answered; nothing if the logs that would tell are missing. A
 *     Result always names the destination as its sender, whoever answered (trap 19)
 * @param explanation the Result in words
 * @param way where the Result is on its own way
 */
public record TraceAnswer(
    ResultMsg result,
    UInt256 value,
    Optional<SubnetId> by,
    ResultExplanation explanation,
    MessageTrace way) {}
