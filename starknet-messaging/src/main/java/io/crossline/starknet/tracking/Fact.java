// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.starknet.Felt;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One event of one message in one block.
 *
 * @param transactionHash gives the hash of the L1_HANDLER transaction, of what a handler did
 * @param reason why, where there is something to say
 */
record Fact(
    MessageEvent event,
    BlockPoint at,
    Optional<Supplier<Felt>> transactionHash,
    Optional<String> reason) {

  static Fact of(MessageEvent event, BlockPoint at) {
    return new Fact(event, at, Optional.empty(), Optional.empty());
  }

  static Fact because(MessageEvent event, BlockPoint at, String reason) {
    return new Fact(event, at, Optional.empty(), Optional.of(reason));
  }
}
