// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import org.rocksdb.InfoLogLevel;
import org.rocksdb.Logger;
import org.slf4j.LoggerFactory;

/** Passes on RocksDB's warnings, for a store in whose directory nothing may be written. */
final class RocksDbLog extends Logger {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(RocksDbStore.class);

  RocksDbLog() {
    super(InfoLogLevel.WARN_LEVEL);
  }

  @Override
  protected void log(InfoLogLevel level, String message) {
    LOG.warn("RocksDB: {}", message);
  }
}
