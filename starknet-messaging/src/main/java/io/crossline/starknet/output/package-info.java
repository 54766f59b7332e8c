// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Program outputs of the Starknet OS in every layout that mainnet has seen, and whole calls that
 * brought them to L1. Reads the past; {@link io.crossline.starknet.l1.ProgramOutput} is the layout
 * of today, which can be written too.
 */
@NullMarked
package io.crossline.starknet.output;

import org.jspecify.annotations.NullMarked;
