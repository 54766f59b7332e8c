// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * How one message was answered: in IPC, the struct that travels back to the sender in a {@code
 * Result} envelope. Starknet answers no message, so nothing there makes one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the tracing id of the message that is answered
 * @param outcome how its delivery ended
 * @param ret what the receiver returned, or the exact bytes of the error
 */
public record ResultMsg(Bytes32 id, OutcomeType outcome, Bytes ret) {}
