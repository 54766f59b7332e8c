// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.chain.BlockLog;
import io.crossline.core.chain.ContractStorage;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.state.Durable;
import io.crossline.core.state.Journal;
import io.crossline.core.state.State;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starknet's L2 in this process: contracts, their storage, and blocks of L1_HANDLER transactions.
 * Only what messaging needs is here: no accounts, no fees, no virtual machine; contracts are Java
 * objects.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class L2Chain implements Durable {
  private final StarknetChain network;
  private final L2Rules rules;
  private final State state;
  private final ContractStorage storages;
  private final BlockLog<L2Receipt> blockLog;
  private final Map<Felt, L2Contract> contracts = new HashMap<>();
  private final Map<Felt, L2Contract> classes = new HashMap<>();
  private final List<L2Receipt> receipts = new ArrayList<>();
  private final List<L2Block> restored = new ArrayList<>();
  private BlockInfo block;
  private Bytes32 parentHash = Bytes32.ZERO;
  private L2Block.Link tip = new L2Block.Link();
  private boolean running;
  private HandlerGate gate = (contract, handler) -> Optional.empty();

  /**
   * Creates a chain without contracts.
   *
   * @param network the network whose chain id transaction hashes include
   * @param first the block that is open at first
   */
  public L2Chain(StarknetChain network, BlockInfo first) {
    this(network, first, L2Rules.DEPLOYED);
  }

  /**
   * Creates a chain without contracts.
   *
   * @param network the network whose chain id transaction hashes include
   * @param first the block that is open at first
   * @param rules the rules of its version
   */
  public L2Chain(StarknetChain network, BlockInfo first, L2Rules rules) {
    this(network, first, rules, new State());
  }

  /**
   * Opens a chain that a store holds, or creates one there. Contracts are code: who opens a chain
   * again deploys them again, at the same addresses and before anything else is done.
   *
   * @param network which Starknet network it is
   * @param first the block that is open at first, if the store holds nothing of the chain
   * @param rules the rules
   * @param store where the chain is kept, under the name {@code L2}; whoever runs the chain commits
   *     what {@link #collect} gives
   */
  public L2Chain(StarknetChain network, BlockInfo first, L2Rules rules, StateStore store) {
    this(network, first, rules, new State(store, "L2"));
  }

  private L2Chain(StarknetChain network, BlockInfo first, L2Rules rules, State state) {
    this.network = network;
    this.block = first;
    this.rules = rules;
    this.state = state;
    storages = new ContractStorage(state, Felt.CODEC);
    blockLog = new BlockLog<>(state, L2Codecs.RECEIPT);
    blockLog
        .open()
        .ifPresent(
            open -> {
              block = open.info();
              parentHash = open.parentHash();
              receipts.addAll(open.receipts());
            });
    for (BlockLog.Finished<L2Receipt> finished : blockLog.finished()) {
      L2Block.Link link = new L2Block.Link();
      restored.add(
          new L2Block(
              finished.info(),
              finished.hash(),
              finished.parentHash(),
              finished.receipts(),
              finished.undo(),
              link,
              tip));
      tip = link;
    }
  }

  /**
   * The rules of the version.
   *
   * @return the rules
   */
  public L2Rules rules() {
    return rules;
  }

  /**
   * The network that this chain stands for.
   *
   * @return the network, with its chain id
   */
  public StarknetChain network() {
    return network;
  }

  /**
   * The block that is open: the next transaction runs in it.
   *
   * @return its number and time
   */
  public BlockInfo block() {
    return block;
  }

  /**
   * Deploys a contract at an address that follows from its name.
   *
   * @param name what people call the contract
   * @param handler the object with the {@link L1Handler} methods
   * @param roles binds the roles that they name
   * @return the address: the selector of the name, which keeps it apart from other names'
   * @throws HandlerException if the object cannot serve
   */
  public Felt deploy(String name, Object handler, Consumer<Roles> roles) {
    Felt address = Selector.starknetKeccak(name);
    deploy(address, handler, roles);
    return address;
  }

  /**
   * Deploys a contract. This is an act of the host; a rollback of blocks does not undo it.
   *
   * @param address where
   * @param handler the object with the {@link L1Handler} methods
   * @param roles binds the roles that they name
   * @throws HandlerException if the object cannot serve, or another contract is there
   */
  public void deploy(Felt address, Object handler, Consumer<Roles> roles) {
    L2Contract other = contracts.get(address);
    if (other != null) {
      throw new HandlerException(
          "Two handlers serve starknet:"
              + address
              + ": "
              + other.described()
              + ", "
              + L2Contract.described(handler.getClass())
              + "\n  Deploy one of them at another address.");
    }
    Roles bound = new Roles();
    roles.accept(bound);
    contracts.put(address, L2Contract.of(handler, bound));
  }

  /**
   * Declares a class without deploying it, to be used by {@link L2Context#libraryCall}.
   *
   * @param classHash what identifies the class
   * @param handler the object with the {@link External} methods
   * @throws HandlerException if the object cannot serve, or the hash is taken
   */
  public void declare(Felt classHash, Object handler) {
    if (classes.containsKey(classHash)) {
      throw new HandlerException(
          "Two classes have the hash " + classHash + ". Declare one of them under another one.");
    }
    classes.put(classHash, L2Contract.of(handler, new Roles()));
  }

  /**
   * Asks somebody before each L1 handler whether it may run, to make handlers fail in tests.
   *
   * @param asked who is asked; takes the place of who was asked before
   */
  public void guard(HandlerGate asked) {
    gate = asked;
  }

  HandlerGate gate() {
    return gate;
  }

  Optional<L2Contract> declared(Felt classHash) {
    return Optional.ofNullable(classes.get(classHash));
  }

  /**
   * The code at an address.
   *
   * @param address the address
   * @return the contract, or nothing
   */
  public Optional<L2Contract> contract(Felt address) {
    return Optional.ofNullable(contracts.get(address));
  }

  /**
   * Whether nothing ran in the open block yet.
   *
   * @return true if it has no transaction
   */
  public boolean isBlockEmpty() {
    return receipts.isEmpty();
  }

  /**
   * What ran in the open block so far.
   *
   * @return a receipt for each transaction, in order
   */
  public List<L2Receipt> openReceipts() {
    return List.copyOf(receipts);
  }

  /**
   * The storage of a contract, to be read from outside.
   *
   * @param address the contract
   * @return its storage
   */
  public Storage storageOf(Felt address) {
    return storages.of(address);
  }

  /**
   * Runs a transaction in the open block. What a handler that fails did is undone, and L1 keeps its
   * message; whether the transaction is in the block depends on the rules.
   *
   * @param transaction the transaction
   * @return what became of it
   * @throws IllegalStateException if a transaction is running
   */
  public L2Receipt execute(L1HandlerTransaction transaction) {
    requireIdle();
    L2Execution execution = new L2Execution(this, transaction);
    Optional<String> failure;
    running = true;
    try {
      failure = execution.run().map(PanicData::description);
    } finally {
      running = false;
    }
    L2Receipt receipt =
        new L2Receipt(
            transaction,
            failure,
            execution.messages(),
            execution.events(),
            failure.isEmpty() || rules.includesFailing());
    if (receipt.included()) {
      receipts.add(receipt);
    }
    return receipt;
  }

  /**
   * Ends the open block and opens the next one.
   *
   * @param next number and time of the next block; the number is larger, the time not earlier
   * @return the block that ended
   * @throws IllegalArgumentException if the next block does not follow
   * @throws IllegalStateException if a transaction is running
   */
  public L2Block seal(BlockInfo next) {
    requireIdle();
    if (next.number().compareTo(block.number()) <= 0
        || next.timestamp().compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          "L2: "
              + next
              + " does not follow "
              + block
              + ": its number must be larger and its time not earlier");
    }
    L2Block.Link link = new L2Block.Link();
    Bytes32 hash = hashOf(block);
    BlockLog.Undo undo = blockLog.seal(block, hash, parentHash, receipts);
    L2Block sealed = new L2Block(block, hash, parentHash, receipts, undo, link, tip);
    receipts.clear();
    tip = link;
    parentHash = hash;
    block = next;
    return sealed;
  }

  /**
   * Gives the open block another time, as long as nothing ran in it: that of a sequencer that was
   * away when the block was due.
   *
   * @param time the time in seconds since 1970, not earlier than the block's
   * @throws IllegalArgumentException if it is earlier
   * @throws IllegalStateException if a transaction ran in the block
   */
  public void restamp(UInt64 time) {
    requireIdle();
    if (!receipts.isEmpty()) {
      throw new IllegalStateException(
          "L2: block " + block.number() + " has transactions; its time cannot change");
    }
    if (time.compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          "L2: time " + time + " is before the block's time " + block.timestamp());
    }
    block = new BlockInfo(block.number(), time);
  }

  /**
   * Undoes what ran in the open block: it stays open, and is empty. What a sequencer loses that
   * stops before it has committed a block.
   *
   * @throws IllegalStateException if a transaction is running
   */
  public void undoOpen() {
    requireIdle();
    blockLog.undoOpen(block);
    receipts.clear();
  }

  /**
   * Undoes the block that was sealed last, and what ran in the open one. That block is open again,
   * and empty.
   *
   * @param last the block that {@link #seal} returned last
   * @throws IllegalArgumentException if another block was sealed last, or the block is of another
   *     chain
   * @throws IllegalStateException if a transaction is running
   */
  public void undo(L2Block last) {
    requireIdle();
    if (last.link() != tip) {
      throw new IllegalArgumentException(
          "L2: block "
              + last.info().number()
              + " is not the one that this chain sealed last. Undo blocks from the last one backwards.");
    }
    undoOpen();
    blockLog.undo(last.undo());
    tip = last.parentLink();
    parentHash = last.parentHash();
    block = last.info();
  }

  /**
   * The blocks that a store held when the chain was opened, and that can still be undone.
   *
   * @return oldest first; the last one is the one before the block that was open
   */
  public List<L2Block> restored() {
    return List.copyOf(restored);
  }

  /**
   * Takes note that no block up to a number will be undone: a store forgets them.
   *
   * @param last the number of the last block that will stay
   */
  public void fixed(UInt64 last) {
    blockLog.fixed(last);
    restored.removeIf(old -> old.info().number().compareTo(last) <= 0);
  }

  /**
   * Adds what changed since this was asked last to what is written to the store. Whoever asks has
   * to commit it: it is not given again. Costs what changed, and nothing without a store.
   *
   * @param batch what it is added to
   * @throws IllegalStateException if a transaction is running
   */
  @Override
  public void collect(WriteBatch batch) {
    requireIdle();
    blockLog.collect(block, parentHash, receipts);
    state.collect(batch);
  }

  private Bytes32 hashOf(BlockInfo info) {
    Keccak256 sponge = new Keccak256();
    sponge.absorb(parentHash).absorb(info.number()).absorb(info.timestamp());
    receipts.forEach(receipt -> receipt.transaction().absorbInto(sponge));
    return sponge.digest();
  }

  private void requireIdle() {
    if (running) {
      throw new IllegalStateException(
          "L2: a transaction is running; a contract calls others through its context, not through"
              + " the chain");
    }
  }

  Journal journal() {
    return state.journal();
  }
}
