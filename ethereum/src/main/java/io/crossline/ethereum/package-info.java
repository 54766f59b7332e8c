// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** RLP, transactions of all types that are in use, secp256k1 signatures, and an ERC-20 token. */
@NullMarked
package io.crossline.ethereum;

import org.jspecify.annotations.NullMarked;
