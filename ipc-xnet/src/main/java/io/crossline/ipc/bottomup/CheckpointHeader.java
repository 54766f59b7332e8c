// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * What the actor takes from a subnet's block header. The app hash of block {@code h} stands in the
 * header of block {@code h + 1}; here it is kept with the height that it is about.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnet the subnet
 * @param height the checkpoint's height, which is the header's less one
 * @param appHash what {@link AppHash} gives for that height
 */
public record CheckpointHeader(SubnetId subnet, UInt64 height, Bytes32 appHash) {}
