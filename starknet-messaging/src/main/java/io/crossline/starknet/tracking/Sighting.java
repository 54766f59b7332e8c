// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * What a block said of a message, as far as it is needed to take the block back.
 *
 * @param confirms the number of the L1 block with the sending whose confirmations it completes
 */
record Sighting(MessageKey message, MessageEvent event, Optional<UInt64> confirms) {}
