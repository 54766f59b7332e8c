// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StateStore;
import io.crossline.vectors.conformance.StateStoreConformance;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RocksDbStoreConformanceTest extends StateStoreConformance {
  @TempDir Path place;

  @Override
  protected StateStore open() {
    return RocksDbStore.open(place.resolve("store"));
  }
}
