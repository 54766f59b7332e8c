// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Whole networks on a store, whose process is killed again and again. */
@NullMarked
package io.crossline.store.rocksdb.crash;

import org.jspecify.annotations.NullMarked;
