// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What outsiders and contracts give to a gateway and get from it, as bytes and as values: calldata
 * and return data of its functions and getters, and its logs.
 */
@NullMarked
package io.crossline.ipc.abi;

import org.jspecify.annotations.NullMarked;
