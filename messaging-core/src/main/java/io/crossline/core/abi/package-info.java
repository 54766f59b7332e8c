// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Solidity's ABI: types, values, signatures, encoding and decoding exactly as solc 0.8 does it, and
 * the reverts of EVM chains.
 *
 * <p>Two ways lead in and out. {@link io.crossline.core.abi.AbiCoder} takes types and values as
 * data. {@link io.crossline.core.abi.AbiWriter} and {@link io.crossline.core.abi.AbiReader} are for
 * code that knows its layout and wants no object in between. Both decode by the same rules.
 */
@NullMarked
package io.crossline.core.abi;

import org.jspecify.annotations.NullMarked;
