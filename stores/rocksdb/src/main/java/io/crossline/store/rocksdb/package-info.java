// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** State in an embedded RocksDB: every commit is synced, and damage is found before it spreads. */
@NullMarked
package io.crossline.store.rocksdb;

import org.jspecify.annotations.NullMarked;
