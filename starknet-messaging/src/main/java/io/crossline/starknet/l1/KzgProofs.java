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
import java.util.function.IntFunction;

/**
 * The proofs of an update with blobs. A list in calldata is read one by one, as the contract does,
 * so that a malformed one is found only when it is its turn.
 *
 * <p>Immutable and thread-safe.
 *
 * @param size how many proofs there are
 * @param proofs gives one of them, counted from 0
 */
public record KzgProofs(int size, IntFunction<Bytes> proofs) {
  /**
   * Proofs in a list.
   *
   * @param proofs the proofs
   * @return the same proofs
   */
  public static KzgProofs of(List<Bytes> proofs) {
    List<Bytes> copy = List.copyOf(proofs);
    return new KzgProofs(copy.size(), copy::get);
  }

  /** Proofs in calldata. */
  static KzgProofs read(AbiReader.Head head, int index) {
    AbiReader.Items items = head.array(index, 1, true);
    return new KzgProofs(
        items.size(),
        proof -> {
          try {
            return items.bytes(proof);
          } catch (AbiDecodeException e) {
            throw new RevertSignal(RawRevert.EMPTY);
          }
        });
  }

  /**
   * One proof.
   *
   * @param index from 0
   * @return its bytes, of any number
   * @throws RevertSignal if it cannot be read from the calldata
   */
  public Bytes get(int index) {
    return proofs.apply(index);
  }

  void writeTo(AbiWriter out) {
    out.number(size);
    int first = out.size();
    for (int i = 0; i < size; i++) {
      out.reserve();
    }
    for (int i = 0; i < size; i++) {
      out.patch(first + 32 * i, out.size() - first);
      out.bytes(get(i));
    }
  }
}
