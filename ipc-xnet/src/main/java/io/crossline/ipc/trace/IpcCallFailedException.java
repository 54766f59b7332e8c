// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

/**
 * A call was answered by an error.
 *
 * <p>Thread-safe.
 */
public final class IpcCallFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Answer answer;

  /**
   * Creates an exception.
   *
   * @param answer the answer
   */
  public IpcCallFailedException(Answer answer) {
    super(
        answer.call()
            + ": "
            + answer.description()
            + (answer.value().isZero() ? "" : "; value " + answer.value() + " came back"));
    this.answer = answer;
  }

  /**
   * The answer.
   *
   * @return the answer
   */
  public Answer answer() {
    return answer;
  }
}
