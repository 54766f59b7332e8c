// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Optional;

/**
 * An event in a block, and whose it is.
 *
 * @param confirms the sending whose confirmations are reached by it
 */
record Sighting(TrackedHash message, Fact fact, Optional<Sighting> confirms) {}
