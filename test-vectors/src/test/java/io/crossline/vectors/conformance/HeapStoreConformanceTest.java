// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.store.StateStore;
import org.jspecify.annotations.Nullable;

/** The store in the heap keeps the rules of a store. */
class HeapStoreConformanceTest extends StateStoreConformance {
  private @Nullable HeapStore last;

  @Override
  protected StateStore open() {
    last = last == null ? new HeapStore() : last.reopen();
    return last;
  }
}
