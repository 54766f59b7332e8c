// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The hashes over the field of Starknet: Pedersen, which transaction hashes of L1 handlers use, and
 * Poseidon, which all newer transactions use.
 */
@NullMarked
package io.crossline.starknet.hash;

import org.jspecify.annotations.NullMarked;
