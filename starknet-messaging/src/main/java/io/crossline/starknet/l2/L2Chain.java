// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.BlockTape;
import io.crossline.core.chain.ContractStorage;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.state.Durable;
import io.crossline.core.state.Journal;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Starknet's L2 in this process: contracts, their storage, and blocks of transactions. Only what
 * messaging needs is here: no fees, no signatures, no virtual machine; contracts are Java objects,
 * and an account is any address that somebody lets call.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class L2Chain implements L2View, Durable {
  private final StarknetChain network;
  private final L2Rules rules;
  private final State state;
  private final ContractStorage storages;
  private final BlockTape<L2Receipt> tape;
  private final WordTable nonces;
  private final Map<Felt, L2Contract> contracts = new HashMap<>();
  private final Map<Felt, L2Contract> classes = new HashMap<>();
  private BiFunction<? super Felt, ? super String, Optional<String>> gate =
      (contract, handler) -> Optional.empty();

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
    this.rules = rules;
    this.state = state;
    storages = new ContractStorage(state, Felt.CODEC);
    nonces = state.wordTable("nonces");
    tape = new BlockTape<>("L2", "context", state, L2Codecs.RECEIPT, first);
  }

  @Override
  public L2Rules rules() {
    return rules;
  }

  @Override
  public StarknetChain network() {
    return network;
  }

  @Override
  public BlockInfo block() {
    return tape.block();
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
  public void guard(BiFunction<? super Felt, ? super String, Optional<String>> asked) {
    gate = asked;
  }

  BiFunction<? super Felt, ? super String, Optional<String>> gate() {
    return gate;
  }

  Optional<L2Contract> declared(Felt classHash) {
    return Optional.ofNullable(classes.get(classHash));
  }

  @Override
  public Optional<L2Contract> contract(Felt address) {
    return Optional.ofNullable(contracts.get(address));
  }

  @Override
  public boolean isBlockEmpty() {
    return tape.isEmpty();
  }

  @Override
  public List<L2Receipt> openReceipts() {
    return tape.receiptsSince(0);
  }

  @Override
  public Storage storageOf(Felt address) {
    return storages.of(address);
  }

  /**
   * Whether a transaction is running.
   *
   * @return true within one
   */
  public boolean isRunning() {
    return tape.isRunning();
  }

  /**
   * Handles a message in the open block. What a handler that fails did is undone, and L1 keeps its
   * message; whether the transaction is in the block depends on the rules.
   *
   * @param transaction the transaction
   * @return what became of it
   * @throws IllegalStateException if a transaction is running
   */
  public L2Receipt execute(L1HandlerTransaction transaction) {
    L2Execution execution = new L2Execution(this, transaction);
    Optional<String> failure =
        tape.run(() -> execution.handle(transaction)).map(PanicData::description);
    return add(execution, failure, failure.isEmpty() || rules.includesFailing());
  }

  /**
   * Lets an account call contracts in the open block, one transaction for all calls. If one fails,
   * what all did is undone, and the transaction is in the block as REVERTED; the nonce of the
   * account counts it all the same. Nobody pays a fee here, and no signature is checked.
   *
   * @param account the account; any address
   * @param calls what it calls, in order
   * @return what became of it
   * @throws IllegalStateException if a transaction is running
   */
  public L2Receipt invoke(Felt account, List<InvokeTransaction.Call> calls) {
    UInt256 nonce = nonces.get(account);
    InvokeTransaction transaction =
        new InvokeTransaction(
            account, InvokeTransaction.calls(calls), Felt.of(nonce), network.id());
    L2Execution execution = new L2Execution(this, transaction);
    Optional<String> failure =
        tape.run(
                () -> {
                  nonces.put(account, nonce.plus(UInt256.ONE));
                  return execution.invoke(account, calls);
                })
            .map(PanicData::description);
    return add(execution, failure, true);
  }

  private L2Receipt add(L2Execution execution, Optional<String> failure, boolean included) {
    L2Receipt receipt =
        new L2Receipt(
            execution.transaction(), failure, execution.messages(), execution.events(), included);
    if (included) {
      tape.add(receipt);
    }
    return receipt;
  }

  @Override
  public UInt256 nonceOf(Felt account) {
    return nonces.get(account);
  }

  /**
   * Ends the open block and opens the next one, as {@link BlockTape#seal} says.
   *
   * @param next number and time of the next block
   * @return the block that ended
   */
  public Block<L2Receipt> seal(BlockInfo next) {
    return tape.seal(next);
  }

  /**
   * Gives the open block another time, that of a sequencer that was away when the block was due, as
   * {@link BlockTape#restamp} says.
   *
   * @param time the time in seconds since 1970, not earlier than the block's
   */
  public void restamp(UInt64 time) {
    tape.restamp(time);
  }

  /** Undoes what ran in the open block, as {@link BlockTape#undoOpen} says. */
  public void undoOpen() {
    tape.undoOpen();
  }

  /**
   * Undoes the latest block, and what ran in the open one, as {@link BlockTape#undo} says.
   *
   * @param last the block that {@link #seal} returned last
   */
  public void undo(Block<L2Receipt> last) {
    tape.undo(last);
  }

  /**
   * The blocks that a store held when the chain was opened, and that can still be undone.
   *
   * @return oldest first; the last one is the one before the block that was open
   */
  public List<Block<L2Receipt>> restored() {
    return tape.restored();
  }

  /**
   * Takes note that no block up to a number will be undone: a store forgets them.
   *
   * @param last the number of the last block that will stay
   */
  public void fixed(UInt64 last) {
    tape.fixed(last);
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
    tape.collect(batch);
  }

  Journal journal() {
    return state.journal();
  }
}
