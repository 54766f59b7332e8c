// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;

/**
 * What a program output says about a blob: that the polynomial with this commitment has the value y
 * at z. Immutable.
 *
 * @param z the point, which all blobs of an update share
 * @param commitment the KZG commitment, 48 bytes
 * @param y the value at the point
 */
public record BlobCommitment(UInt256 z, Bytes commitment, UInt256 y) {}
