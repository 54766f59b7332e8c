// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the store: every promise, and what happens to it when files are cut or changed. */
@NullMarked
package io.crossline.store.rocksdb;

import org.jspecify.annotations.NullMarked;
