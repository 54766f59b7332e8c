// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Starknet core contract on L1: one operation a file, named for the contract's function; checks
 * stand in the contract's order. The rules that differ between versions come from {@link
 * io.crossline.starknet.CoreRules}.
 */
@NullMarked
package io.crossline.starknet.l1;

import org.jspecify.annotations.NullMarked;
