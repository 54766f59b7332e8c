// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the innermost call that runs, such as its context. Calls nest, also back into the
 * same contract, so each restores the outer one's.
 *
 * @param <C> what belongs to a call
 */
final class Current<C> {
  private final String absent;
  private @Nullable C current;

  Current(String absent) {
    this.absent = absent;
  }

  <T extends @Nullable Object> T within(C inner, Supplier<T> body) {
    @Nullable C outer = current;
    current = inner;
    try {
      return body.get();
    } finally {
      current = outer;
    }
  }

  C get() {
    if (current == null) {
      throw new IllegalStateException(absent);
    }
    return current;
  }
}
