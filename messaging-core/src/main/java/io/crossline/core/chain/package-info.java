// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One chain in this process, as contracts see it: accounts with balances and code, blocks, and
 * calls in nested frames. Starknet's L1 and every IPC subnet are such chains; the core contract and
 * the gateway are contracts on them.
 */
@NullMarked
package io.crossline.core.chain;

import org.jspecify.annotations.NullMarked;
