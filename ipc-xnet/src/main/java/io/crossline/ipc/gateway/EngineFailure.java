// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

/**
 * Trouble of the engine itself, met while a handler ran. An {@link Error}, so that neither a
 * handler's {@code catch (RuntimeException …)} nor the rule that a handler's exceptions are reverts
 * can hide it.
 *
 * <p>Thread-safe.
 */
final class EngineFailure extends Error {
  private static final long serialVersionUID = 1L;

  /**
   * Wraps what the engine threw.
   *
   * @param cause what it threw
   */
  EngineFailure(RuntimeException cause) {
    super("the engine failed while a handler ran: " + cause, cause);
  }
}
