// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * What a step did to an account's coins, which may be nothing.
 *
 * @param account the account
 * @param before what it owned before the step
 * @param after what it owned after it
 */
record Change(EthAddress account, UInt256 before, UInt256 after) {}
