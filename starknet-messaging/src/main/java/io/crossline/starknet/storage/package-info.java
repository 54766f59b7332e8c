// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Where the core contract keeps its state, for readers of a live contract's storage. */
@NullMarked
package io.crossline.starknet.storage;

import org.jspecify.annotations.NullMarked;
