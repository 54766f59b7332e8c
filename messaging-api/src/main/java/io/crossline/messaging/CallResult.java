// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * How a call from one contract to another ended.
 *
 * <p>Immutable and thread-safe.
 *
 * @param success false if the called contract reverted; what it did is undone then
 * @param data what it returned, or its revert data
 */
public record CallResult(boolean success, Bytes data) {}
