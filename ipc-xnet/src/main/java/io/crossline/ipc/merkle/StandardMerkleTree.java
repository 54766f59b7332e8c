// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.merkle;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree that the node builds over a batch, OpenZeppelin's {@code StandardMerkleTree}: a complete
 * binary tree in an array, the root first, with the leaves at the end in falling order. Order and
 * number of the leaves given do not matter for the root, but equal leaves count each. Immutable.
 */
public final class StandardMerkleTree {
  private final List<Bytes32> leaves;
  private final Bytes32[] nodes;
  private final int[] nodeOfLeaf;

  private StandardMerkleTree(List<Bytes32> leaves, Bytes32[] nodes, int[] nodeOfLeaf) {
    this.leaves = leaves;
    this.nodes = nodes;
    this.nodeOfLeaf = nodeOfLeaf;
  }

  /**
   * The tree over leaves. Costs one hash less than there are leaves, and sorting them.
   *
   * @param leaves the leaves, at least one, in any order
   * @return the tree
   * @throws IllegalArgumentException if there are no leaves
   */
  public static StandardMerkleTree ofLeaves(List<Bytes32> leaves) {
    List<Bytes32> copy = List.copyOf(leaves);
    int count = copy.size();
    if (count == 0) {
      throw new IllegalArgumentException("merkle tree: found no leaves, must be at least one");
    }
    List<Integer> sorted = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sorted.add(i);
    }
    sorted.sort((a, b) -> copy.get(a).compareTo(copy.get(b)));
    Bytes32[] nodes = new Bytes32[2 * count - 1];
    int[] nodeOfLeaf = new int[count];
    for (int i = 0; i < count; i++) {
      int node = nodes.length - 1 - i;
      nodes[node] = copy.get(sorted.get(i));
      nodeOfLeaf[sorted.get(i)] = node;
    }
    for (int i = count - 2; i >= 0; i--) {
      nodes[i] = MerkleProof.pair(nodes[2 * i + 1], nodes[2 * i + 2]);
    }
    return new StandardMerkleTree(copy, nodes, nodeOfLeaf);
  }

  /**
   * The tree over the envelopes of a batch.
   *
   * @param envelopes the envelopes, at least one
   * @return the tree over their leaves, in the same order
   * @throws IllegalArgumentException if there are no envelopes
   */
  public static StandardMerkleTree of(List<IpcEnvelope> envelopes) {
    return ofLeaves(envelopes.stream().map(EnvelopeLeaf::of).toList());
  }

  /**
   * The root that the checkpoint commits to.
   *
   * @return the root; the leaf itself if there is only one
   */
  public Bytes32 root() {
    return nodes[0];
  }

  /**
   * The leaves as they were given.
   *
   * @return the leaves, in the order of the caller
   */
  public List<Bytes32> leaves() {
    return leaves;
  }

  /**
   * The proof that a leaf is in the tree.
   *
   * @param index which of {@link #leaves()}, from 0
   * @return the siblings from the leaf up, for {@link MerkleProof#verify}
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public List<Bytes32> proof(int index) {
    List<Bytes32> siblings = new ArrayList<>();
    for (int node = nodeOfLeaf[index]; node > 0; node = (node - 1) / 2) {
      siblings.add(nodes[node % 2 == 0 ? node - 1 : node + 1]);
    }
    return List.copyOf(siblings);
  }
}
