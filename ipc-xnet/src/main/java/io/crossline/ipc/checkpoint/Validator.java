// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.checkpoint;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * One validator of a subnet: {@code Validator} in upstream's {@code structs/Subnet.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param weight its voting weight
 * @param addr its address
 * @param metadata by custom its public key
 */
public record Validator(UInt256 weight, EthAddress addr, Bytes metadata) {}
