// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardMerkleTreeTest {
  @Test
  void trap27LeafIsHashedTwiceFromFlatFieldsAndIsNotTheEnvelopeHash() {
    Bytes32 leaf = EnvelopeLeaf.of(IpcEnvelope.EMPTY);

    assertThat(leaf)
        .hasToString("0x7dd95ef8af6d4e79f5ce701364b47abbd70839a63fc557a9da922685f738480c");
    assertThat(leaf).isNotEqualTo(IpcEnvelope.EMPTY.hash());
    assertThat(leaf).isNotEqualTo(Keccak256.hash(IpcEnvelope.EMPTY.hash().toBytes()));
  }

  @Test
  void oneLeafIsItsOwnRootWithAnEmptyProof() {
    StandardMerkleTree tree = StandardMerkleTree.of(List.of(IpcEnvelope.EMPTY));

    assertThat(tree.root()).isEqualTo(EnvelopeLeaf.of(IpcEnvelope.EMPTY));
    assertThat(tree.proof(0)).isEmpty();
    assertThat(MerkleProof.verify(List.of(), tree.root(), tree.root())).isTrue();
  }

  @Test
  void twoLeavesAreHashedInRisingOrder() {
    Bytes32 small = Bytes32.ofLimbs(0, 0, 0, 1);
    Bytes32 large = Bytes32.ofLimbs(-1, 0, 0, 0);
    Bytes32 root = Keccak256.hash(Bytes.concat(small.toBytes(), large.toBytes()));

    assertThat(StandardMerkleTree.ofLeaves(List.of(large, small)).root()).isEqualTo(root);
    assertThat(StandardMerkleTree.ofLeaves(List.of(small, large)).root()).isEqualTo(root);
  }

  @Test
  void everyProofLeadsToTheRootWhateverTheOrderOfTheLeaves() {
    for (int size = 1; size <= 17; size++) {
      List<Bytes32> leaves = leaves(size);
      StandardMerkleTree tree = StandardMerkleTree.ofLeaves(leaves);
      List<Bytes32> reversed = new ArrayList<>(leaves);
      Collections.reverse(reversed);

      assertThat(StandardMerkleTree.ofLeaves(reversed).root()).isEqualTo(tree.root());
      for (int i = 0; i < size; i++) {
        assertThat(MerkleProof.verify(tree.proof(i), tree.root(), leaves.get(i))).isTrue();
      }
    }
  }

  @Test
  void proofOfAnotherLeafAndShortenedProofFail() {
    List<Bytes32> leaves = leaves(5);
    StandardMerkleTree tree = StandardMerkleTree.ofLeaves(leaves);
    List<Bytes32> proof = tree.proof(2);

    assertThat(MerkleProof.verify(proof, tree.root(), leaves.get(2))).isTrue();
    assertThat(MerkleProof.verify(proof, tree.root(), leaves.get(3))).isFalse();
    assertThat(MerkleProof.verify(proof.subList(1, proof.size()), tree.root(), leaves.get(2)))
        .isFalse();
  }

  @Test
  void treeWithoutLeavesIsRefused() {
    assertThatThrownBy(() -> StandardMerkleTree.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one");
  }

  private static List<Bytes32> leaves(int size) {
    List<Bytes32> leaves = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      leaves.add(EnvelopeLeaf.of(IpcEnvelope.EMPTY.withNonces(UInt64.of(i), UInt64.ZERO)));
    }
    return leaves;
  }
}
