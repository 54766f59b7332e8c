// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The auditor of Starknet's messaging: holds the invariants S1 to S23 of {@code docs/invariants.md}
 * against logs, receipts and final state of a run. Written from the specification; it uses nothing
 * of the core contract, the sequencer, the network or the tracker.
 */
@NullMarked
package io.crossline.simulation.audit.starknet;

import org.jspecify.annotations.NullMarked;
