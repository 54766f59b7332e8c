// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.merkle;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * That a leaf is in a tree: OpenZeppelin's {@code MerkleProof} with sorted pairs.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class MerkleProof {
  private MerkleProof() {}

  /**
   * Whether a proof leads from a leaf to a root. For a tree of one leaf the proof is empty and the
   * root is the leaf.
   *
   * @param proof the siblings from the leaf up
   * @param root the root of the tree
   * @param leaf the leaf
   * @return true if it does
   */
  public static boolean verify(List<Bytes32> proof, Bytes32 root, Bytes32 leaf) {
    return process(proof, leaf).equals(root);
  }

  /**
   * Where a proof leads to.
   *
   * @param proof the siblings from the leaf up
   * @param leaf the leaf
   * @return the root of the tree that the proof belongs to
   */
  public static Bytes32 process(List<Bytes32> proof, Bytes32 leaf) {
    Bytes32 node = leaf;
    for (Bytes32 sibling : proof) {
      node = pair(node, sibling);
    }
    return node;
  }

  /** The parent of two nodes, the smaller one first. */
  static Bytes32 pair(Bytes32 a, Bytes32 b) {
    boolean inOrder = a.compareTo(b) < 0;
    return Keccak256.ofThread().absorb(inOrder ? a : b).absorb(inOrder ? b : a).digest();
  }
}
