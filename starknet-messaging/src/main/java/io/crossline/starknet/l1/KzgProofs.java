// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * The proofs of an update with blobs. A list in calldata is read one by one, as the contract does,
 * so that a malformed one is found only when it is its turn.
 *
 * <p>Implementations are immutable and thread-safe.
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

  /** Proofs in calldata. */
  static KzgProofs read(AbiReader.Head head, int index) {
    AbiReader.Items items = head.array(index, 1, true);
    return new KzgProofs() {
      @Override
      public int size() {
        return items.size();
      }

      @Override
      public Bytes get(int index) {
        try {
          return items.bytes(index);
        } catch (AbiDecodeException e) {
          throw new RevertSignal(RawRevert.EMPTY);
        }
      }
    };
  }

  /**
   * Writes length and proofs, as Solidity encodes a {@code bytes[]} behind its offset.
   *
   * @param out where to write
   */
  default void writeTo(AbiWriter out) {
    out.number(size());
    int first = out.size();
    for (int i = 0; i < size(); i++) {
      out.reserve();
    }
    for (int i = 0; i < size(); i++) {
      out.patch(first + 32 * i, out.size() - first);
      out.bytes(get(i));
    }
  }
}
