// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

/**
 * What a contract does in one call, without the coding of arguments and results: the typed
 * counterpart of {@link Contract#call}.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Operation<T> {
  /**
   * Runs in a frame. To refuse, throw {@link Frame#revert}.
   *
   * @param frame the call
   * @return the result
   */
  T run(Frame frame);
}
