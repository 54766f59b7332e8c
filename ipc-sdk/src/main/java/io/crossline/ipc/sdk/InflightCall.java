// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;

/**
 * A call that waits for its Result.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tracingId its tracing id, which the Result will carry
 * @param original the call, as the gateway had committed it
 * @param since the block in which it was performed
 */
public record InflightCall(Bytes32 tracingId, IpcEnvelope original, BlockInfo since) {}
