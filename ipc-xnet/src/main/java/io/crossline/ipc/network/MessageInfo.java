// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.time.Duration;
import java.util.Optional;

/**
 * Where one message of the network stands, at the moment it was asked.
 *
 * @param name its short name: {@code c1} for calls, {@code t1} for transfers, {@code r1} for
 *     Results
 * @param tracingId its tracing id, which equal messages may share (trap 1)
 * @param envelope the message as it was committed at the hop where it is, or was last
 * @param status where it stands
 * @param network in which network, by its path
 * @param since since when
 * @param waitsFor what happens next, in words
 * @param answer how it was answered, as soon as the Result exists
 */
public record MessageInfo(
    String name,
    Bytes32 tracingId,
    IpcEnvelope envelope,
    MessageStatus status,
    String network,
    Duration since,
    String waitsFor,
    Optional<Answer> answer) {}
