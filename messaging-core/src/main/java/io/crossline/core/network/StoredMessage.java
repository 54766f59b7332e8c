// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.messaging.Bytes32;

/**
 * A message as a store tells of it, without its network being opened.
 *
 * <p>Immutable and thread-safe.
 *
 * @param system {@code starknet} or {@code ipc}
 * @param name what people call it: its short name, or its direction
 * @param id its message hash or tracing id
 * @param status where it stands, a constant of its system's statuses
 * @param detail since when and where, in words
 */
public record StoredMessage(
    String system, String name, Bytes32 id, Enum<?> status, String detail) {}
