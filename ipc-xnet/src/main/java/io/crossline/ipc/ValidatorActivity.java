// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;

/**
 * The share of one validator: {@code Consensus.ValidatorData} in upstream's {@code
 * structs/Activity.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param validator the validator
 * @param blocksCommitted how many blocks it made
 */
public record ValidatorActivity(EthAddress validator, UInt64 blocksCommitted) {}
