// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * The block in which something runs.
 *
 * <p>Immutable and thread-safe.
 *
 * @param number its number
 * @param timestamp its time, in seconds since 1970-01-01T00:00:00Z
 */
public record BlockInfo(UInt64 number, UInt64 timestamp) {}
