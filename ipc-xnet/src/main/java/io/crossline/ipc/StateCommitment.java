// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt64;

/**
 * What a checkpoint stands for: {@code StateCommitmentBreakDown} in upstream's {@code
 * CheckpointingFacet.sol}, the {@code AppHashBreakdown} of the parent's light client. The hash of
 * its encoding is the app hash of the next block header.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stateRoot the root of the subnet's state, bytes of any length
 * @param msgBatchCommitment the bottom-up messages
 * @param validatorNextConfigurationNumber the last change of validators that the subnet has applied
 * @param activityCommitment the activity of validators
 */
public record StateCommitment(
    Bytes stateRoot,
    BatchCommitment msgBatchCommitment,
    UInt64 validatorNextConfigurationNumber,
    ActivityCommitment activityCommitment) {}
