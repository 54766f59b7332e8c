// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Both layers of Starknet in one process under one virtual clock: L1 with the core contract, the
 * sequencer, L2, and the prover that settles.
 */
@NullMarked
package io.crossline.starknet.network;

import org.jspecify.annotations.NullMarked;
