// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * What the auditor keeps of an execution until it is final.
 *
 * @param hash the message that ran
 * @param nonce the nonce of its transaction
 * @param succeeded whether the handler went through
 * @param sent what it sent to L1
 */
record Run(Bytes32 hash, UInt256 nonce, boolean succeeded, List<SentToL1> sent) {}
