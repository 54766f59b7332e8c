// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Scenarios: a network, named accounts and contracts, and steps that are the vectors' operations
 * plus {@code advance} and {@code await}, read from JSON and run on the embedded networks.
 */
@NullMarked
package io.crossline.scenario;

import org.jspecify.annotations.NullMarked;
