// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

/**
 * The value of a typed call was asked for, and there is none: the message says where it stands.
 *
 * <p>Thread-safe.
 */
public final class IpcCallNotOkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CallState<?> state;

  IpcCallNotOkException(CallState<?> state) {
    super(state.toString());
    this.state = state;
  }

  /**
   * Where the call stands.
   *
   * @return anything but {@link CallState.Ok}
   */
  public CallState<?> state() {
    return state;
  }
}
