// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Revert;
import io.crossline.messaging.RevertedException;
import java.util.function.Supplier;

/**
 * What an exception of a handler means to who called it; the table stands at {@link IpcHandler}.
 */
final class HandlerFailure {
  private HandlerFailure() {}

  static <T> T toRevert(Supplier<T> body) {
    try {
      return body.get();
    } catch (RevertSignal signal) {
      throw signal;
    } catch (RuntimeException thrown) {
      throw new RevertSignal(revertOf(thrown));
    }
  }

  private static Revert revertOf(RuntimeException thrown) {
    if (thrown instanceof RevertedException reverted) {
      return reverted.revert();
    }
    if (thrown instanceof AbiDecodeException malformed) {
      return EvmRevert.of(malformed);
    }
    String message = thrown.getMessage();
    return new Require(message == null ? thrown.getClass().getSimpleName() : message);
  }
}
