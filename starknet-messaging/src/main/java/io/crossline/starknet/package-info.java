// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Values of Starknet's messaging between L1 and L2: felts, selectors, payloads, the two kinds of
 * message and their hashes, the rules of each version of the core contract, and the constants of
 * the public networks.
 */
@NullMarked
package io.crossline.starknet;

import org.jspecify.annotations.NullMarked;
