// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.ipc.Asset;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.UInt256;

/**
 * What a subnet actor is made with.
 *
 * <p>Not thread-safe: the gateway in it belongs to a chain, which one thread uses at a time.
 *
 * @param gateway the gateway of the parent, on the same chain
 * @param subnet the subnet that it governs; the last of its route is the actor
 * @param bottomUpCheckPeriod how many blocks of the subnet make a checkpoint
 * @param supplySource what the subnet counts its supply in
 * @param collateralSource what its validators' collateral is counted in
 * @param verifier decides which headers are the subnet's
 */
public record SubnetActorConfig(
    Gateway gateway,
    SubnetId subnet,
    UInt256 bottomUpCheckPeriod,
    Asset supplySource,
    Asset collateralSource,
    CheckpointVerifier verifier) {}
