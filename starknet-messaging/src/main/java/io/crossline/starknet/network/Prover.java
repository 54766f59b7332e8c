// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.record.RecordReader;
import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.FactRegistry;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.starknet.l2.L2Receipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns blocks of L2 into the program output that settles them, and vouches for it: the fact of
 * every output that it made is registered, and of no other. There is no state tree here; root and
 * block hash are a chain of hashes over what ran.
 */
final class Prover implements FactRegistry {
  private static final String LATEST = "latest";

  private final UInt256 programHash;
  private final UInt256 configHash;
  private final Set<Bytes32> facts = new HashSet<>();

  /** What L1 knows of L2: the only entry, once there is a state update. */
  private final HostTable<String, Settled> settled;

  private final HostDeque<Update> recent;

  /** What L1 knows of L2. */
  record Settled(UInt256 root, UInt64 blockNumber, UInt256 blockHash) {
    private static final Settled NOTHING = new Settled(UInt256.ZERO, UInt64.ZERO, UInt256.ZERO);

    private static final Codec<Settled> CODEC =
        RecordReader.codec(Settled.class, Codec.UINT256, Codec.UINT64, Codec.UINT256);
  }

  /** A state update that is ready to be sent, and what L1 knows once it is accepted. */
  record Proof(UpdateState operation, Settled before, Settled next) {}

  /** A state update that a reorganisation of L1 can still take back. */
  private record Update(UInt64 l1Block, Settled before) {
    private static final Codec<Update> CODEC =
        RecordReader.codec(Update.class, Codec.UINT64, Settled.CODEC);
  }

  Prover(UInt256 programHash, UInt256 configHash, State state) {
    this.programHash = programHash;
    this.configHash = configHash;
    settled = state.hostTable("settled", Codec.TEXT, Settled.CODEC);
    recent = new HostDeque<>(state, "recent updates", Update.CODEC);
  }

  @Override
  public boolean isValid(Bytes32 fact) {
    return facts.contains(fact);
  }

  /** Proves blocks, oldest first, of which there is at least one, on top of what L1 knows. */
  Proof prove(List<Block<L2Receipt>> blocks) {
    return prove(settled(), blocks);
  }

  /** Proves blocks, oldest first, of which there is at least one, on top of others. */
  Proof prove(Settled before, List<Block<L2Receipt>> blocks) {
    List<L2ToL1Message> toL1 = new ArrayList<>();
    List<L1ToL2Message> toL2 = new ArrayList<>();
    Keccak256 trace = new Keccak256().absorb(before.root);
    for (Block<L2Receipt> block : blocks) {
      trace.absorb(block.info().number());
      for (L2Receipt receipt : block.receipts()) {
        receipt.transaction().absorbInto(trace);
        toL1.addAll(receipt.messagesSent());
        if (receipt.succeeded()) {
          receipt.handled().ifPresent(handled -> toL2.add(handled.message()));
        }
      }
    }
    UInt256 root = Selector.starknetKeccak(trace.digest().toBytes()).toUInt256();
    UInt256 hash = Selector.starknetKeccak(root.toBytes32().toBytes()).toUInt256();
    UInt64 number = blocks.get(blocks.size() - 1).info().number();
    Settled next = new Settled(root, number, hash);
    ProgramOutput output = ProgramOutput.of(header(before, next), toL1, toL2);
    Bytes32 fact = output.factWithOnchainData(UInt256.ZERO, UInt256.ZERO);
    facts.add(Keccak256.ofThread().absorb(programHash).absorb(fact).digest());
    return new Proof(new UpdateState(output, UInt256.ZERO, UInt256.ZERO), before, next);
  }

  /** Whether a state update builds on what L1 knows. */
  boolean buildsOnL1(Proof proof) {
    return proof.before.equals(settled());
  }

  /** Takes note that L1 accepted a state update, in a block of the given number. */
  void accepted(Proof proof, UInt64 l1Block) {
    recent.addLast(new Update(l1Block, settled()));
    settled.put(LATEST, proof.next);
  }

  /** Takes note that the L1 blocks up to a number will stay. */
  void fixed(UInt64 l1Block) {
    while (!recent.isEmpty() && recent.getFirst().l1Block().compareTo(l1Block) <= 0) {
      recent.removeFirst();
    }
  }

  /** Takes note that L1 lost the blocks above a number, and the state updates in them. */
  void l1RolledBackTo(UInt64 number) {
    while (!recent.isEmpty() && recent.getLast().l1Block().compareTo(number) > 0) {
      settled.put(LATEST, recent.removeLast().before());
    }
  }

  /** The number of the last L2 block that is settled; 0 if none is. */
  UInt64 settledTo() {
    return settled().blockNumber;
  }

  /** The number of the last L2 block that is settled whatever happens to L1; 0 if none is. */
  UInt64 fixedTo() {
    return recent.isEmpty() ? settledTo() : recent.getFirst().before().blockNumber;
  }

  private Settled settled() {
    return settled.get(LATEST).orElse(Settled.NOTHING);
  }

  /** Whether a reorganisation of L1 can take a state update back. */
  boolean canUnsettle() {
    return !recent.isEmpty();
  }

  private ProgramOutput.Header header(Settled before, Settled next) {
    return new ProgramOutput.Header(
        before.root,
        next.root,
        before.blockNumber.toUInt256(),
        next.blockNumber.toUInt256(),
        before.blockHash,
        next.blockHash,
        UInt256.ZERO,
        configHash,
        UInt256.ZERO,
        UInt256.ZERO);
  }
}
