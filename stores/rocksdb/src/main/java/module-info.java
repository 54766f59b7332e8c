// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** A durable store of state in an embedded RocksDB. */
module io.crossline.store.rocksdb {
  requires transitive io.crossline.messaging;
  requires org.slf4j;
  requires rocksdbjni;

  exports io.crossline.store.rocksdb;
}
