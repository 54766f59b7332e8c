// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * The proofs of an update with blobs. A list in calldata is read one by one, as the contract does,
 * so that a malformed one is found only when it is its turn.
 */
public interface KzgProofs {
  /**
   * How many proofs there are.
   *
   * @return the length of the list
   */
  int size();

  /**
   * One proof.
   *
   * @param index from 0
   * @return its bytes, of any number
   * @throws io.crossline.core.chain.RevertSignal if it cannot be read from the calldata
   */
  Bytes get(int index);

  /**
   * Proofs in a list.
   *
   * @param proofs the proofs
   * @return the same proofs
   */
  static KzgProofs of(List<Bytes> proofs) {
    List<Bytes> copy = List.copyOf(proofs);
    return new KzgProofs() {
      @Override
      public int size() {
        return copy.size();
      }

      @Override
      public Bytes get(int index) {
        return copy.get(index);
      }
    };
  }
}
