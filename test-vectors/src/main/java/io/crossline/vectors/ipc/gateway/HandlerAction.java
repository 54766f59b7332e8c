// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.messaging.Bytes;

/** What a handler of an exchange does. */
@FunctionalInterface
interface HandlerAction {
  /**
   * Does it.
   *
   * @param exchange the exchange whose handler runs
   * @return what the handler returns, if it is that of calls
   */
  Bytes run(ScriptedExchange exchange);
}
