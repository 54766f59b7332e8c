// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The Pedersen hash over the Stark curve, which transaction hashes of L1 handlers use. */
@NullMarked
package io.crossline.starknet.pedersen;

import org.jspecify.annotations.NullMarked;
