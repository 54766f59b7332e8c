// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import io.crossline.ipc.ParentFinality;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * Decides, block by block, up to where a subnet takes its parent for final.
 *
 * <p>Called on the thread that runs the network.
 */
@FunctionalInterface
public interface FinalityVoter {
  /**
   * Asked at the beginning of each block of the subnet.
   *
   * @param committed what the subnet's gateway holds
   * @param parent the parent's chain
   * @return what to commit next, above the height that is committed; nothing to wait
   */
  Optional<ParentFinality> propose(ParentFinality committed, ParentView parent);

  /**
   * Validators that all see the parent at once and agree to stay so many blocks behind its head
   * ({@code chain_head_delay} of fendermint's configuration).
   *
   * @param depth how many finished blocks must lie above the one that is final, 0 for none
   * @return the voter
   */
  static FinalityVoter atDepth(long depth) {
    return (committed, parent) -> {
      long head = parent.head().longValueExact();
      long height = head - depth;
      if (height <= 0 || UInt64.of(height).toUInt256().compareTo(committed.height()) <= 0) {
        return Optional.empty();
      }
      UInt64 number = UInt64.of(height);
      return Optional.of(new ParentFinality(number.toUInt256(), parent.blockHash(number)));
    };
  }
}
