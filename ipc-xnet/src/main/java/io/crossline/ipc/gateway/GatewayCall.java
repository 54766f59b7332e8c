// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;

/**
 * A call of a function of a gateway.
 *
 * @param function the function
 * @param arguments what it is given
 * @param <A> its arguments
 */
public record GatewayCall<A>(IpcFunction<A, ?> function, A arguments) {
  /**
   * The call as calldata.
   *
   * @return selector and arguments
   */
  public Bytes calldata() {
    return function.encodeCall(arguments);
  }
}
