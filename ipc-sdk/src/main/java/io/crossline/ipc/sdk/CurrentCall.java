// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.gateway.IpcContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context of the innermost call that runs. Calls nest, also back into the same contract, so
 * each restores the outer.
 */
final class CurrentCall {
  private @Nullable IpcContext context;

  <T> T within(IpcContext inner, Supplier<T> body) {
    IpcContext outer = context;
    context = inner;
    try {
      return body.get();
    } finally {
      context = outer;
    }
  }

  IpcContext get() {
    if (context == null) {
      throw new IllegalStateException(
          "no call is running: reach a deployed contract through Deployed.transact, which makes a"
              + " transaction");
    }
    return context;
  }
}
