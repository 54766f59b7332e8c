// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.state.Durable;
import io.crossline.core.state.Journal;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An EVM-like chain in this process. Outside callers enter with {@link #transact} (calldata) or
 * {@link #execute} (a typed operation); either way is one transaction of the present block. Gas is
 * not modelled.
 *
 * <p>The open block keeps the receipt of each of its transactions and what it takes to undo them:
 * where many run, {@link #seal} a block now and then. A sealed block is kept by nobody but the
 * caller.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class Chain implements Durable {
  /**
   * How deep calls may nest: {@value}. The EVM allows 1024 and is bounded by gas before that; here
   * every call takes its share of the Java stack, and this many fit the smallest default one.
   */
  public static final int MAX_CALL_DEPTH = 256;

  private static final int MAX_TOPICS = 4;

  private final String name;
  private final State state;
  private final WordTable balances;
  private final ContractStorage storages;
  private final BlockLog<Receipt> blockLog;
  private final Map<EthAddress, Contract> contracts = new HashMap<>();

  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Log> logs = new ArrayList<>();
  private List<Bytes32> blobHashes = List.of();
  private BlockInfo block;
  private Bytes32 parentHash = Bytes32.ZERO;
  private Block.Link tip = new Block.Link();
  private final List<Block> undoable = new ArrayList<>();
  private boolean running;
  private boolean viewing;
  private Optional<CallObserver> observer = Optional.empty();

  /**
   * Creates a chain without accounts.
   *
   * @param name what people call it, such as {@code L1}
   * @param first the block that is open at first
   */
  public Chain(String name, BlockInfo first) {
    this(name, first, new State());
  }

  /**
   * Opens a chain that a store holds, or creates one there. Contracts are code: who opens a chain
   * again deploys them again, at the same addresses and before anything else is done.
   *
   * @param name what people call it, such as {@code L1}; no other chain in the store has this name
   * @param first the block that is open at first, if the store holds nothing of the chain
   * @param store where the chain is kept; whoever runs the chain commits what {@link #collect}
   *     gives
   */
  public Chain(String name, BlockInfo first, StateStore store) {
    this(name, first, new State(store, name));
  }

  private Chain(String name, BlockInfo first, State state) {
    this.name = name;
    this.block = first;
    this.state = state;
    balances = state.wordTable("balances");
    storages = new ContractStorage(state, Codec.ADDRESS);
    blockLog = new BlockLog<>(state, ReceiptCodec.RECEIPT);
    blockLog
        .open()
        .ifPresent(
            open -> {
              block = open.info();
              parentHash = open.parentHash();
              receipts.addAll(open.receipts());
            });
    for (BlockLog.Finished<Receipt> finished : blockLog.finished()) {
      Block.Link link = new Block.Link();
      undoable.add(
          new Block(
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
   * What people call the chain.
   *
   * @return its name
   */
  public String name() {
    return name;
  }

  /**
   * The state of all contracts, in which a contract makes its tables when it is created.
   *
   * @return the state
   */
  public State state() {
    return state;
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
   * Puts code at an address. This is an act of the host, not a transaction; a later reorganisation
   * does not undo it.
   *
   * @param address where
   * @param contract the code
   * @throws IllegalArgumentException if there is code already
   */
  public void deploy(EthAddress address, Contract contract) {
    if (contracts.putIfAbsent(address, contract) != null) {
      throw new IllegalArgumentException(name + ": there is a contract at " + address + " already");
    }
  }

  /**
   * The code at an address.
   *
   * @param address the address
   * @return the contract, or nothing for a plain account
   */
  public Optional<Contract> contract(EthAddress address) {
    return Optional.ofNullable(contracts.get(address));
  }

  /**
   * What an account owns.
   *
   * @param account its address
   * @return its coins, in the smallest unit
   */
  public UInt256 balance(EthAddress account) {
    return balances.get(account);
  }

  /**
   * Adds coins to an account out of nothing: what a genesis block, a faucet, or the node of a
   * subnet does.
   *
   * @param account its address
   * @param coins how many, in the smallest unit; taken back if the open block is undone
   * @throws ArithmeticException if it would own 2^256 or more
   */
  public void mint(EthAddress account, UInt256 coins) {
    balances.put(account, balances.get(account).plus(coins));
  }

  /**
   * Runs a transaction given as calldata.
   *
   * @param from who sends it
   * @param to the contract or account to call
   * @param value the coins to send along
   * @param calldata what to give the contract
   * @return return data and logs, or the revert
   * @throws IllegalStateException if a transaction is running
   */
  public Outcome<Bytes> transact(EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return transact(Transaction.of(from, to, value, calldata));
  }

  /**
   * Runs a transaction given as calldata.
   *
   * @param transaction the transaction
   * @return return data and logs, or the revert
   * @throws IllegalStateException if a transaction is running
   */
  public Outcome<Bytes> transact(Transaction transaction) {
    requireIdle();
    blobHashes = transaction.blobHashes();
    try {
      return execute(
          transaction.from(),
          transaction.to(),
          transaction.value(),
          frame -> runCode(frame, transaction.calldata()),
          data -> data);
    } finally {
      blobHashes = List.of();
    }
  }

  /**
   * Runs a transaction given as a typed operation.
   *
   * @param from who sends it
   * @param to the contract in whose frame the operation runs
   * @param value the coins to send along
   * @param operation what runs
   * @param <T> what it returns
   * @return result and logs, or the revert
   * @throws IllegalStateException if a transaction is running
   */
  public <T> Outcome<T> execute(
      EthAddress from, EthAddress to, UInt256 value, Operation<T> operation) {
    return execute(from, to, value, operation, result -> Bytes.EMPTY);
  }

  private <T> Outcome<T> execute(
      EthAddress from,
      EthAddress to,
      UInt256 value,
      Operation<T> operation,
      Function<T, Bytes> returnData) {
    requireIdle();
    running = true;
    Frame frame = new Frame(this, from, from, to, value, 0);
    try {
      Attempt<T> attempt =
          attempt(
              () -> {
                move(from, to, value);
                return operation.run(frame);
              });
      Outcome<T> outcome =
          attempt.fold(result -> Outcome.accepted(result, logs), Outcome::reverted);
      receipts.add(new Receipt(receipts.size(), from, to, outcome.map(returnData)));
      return outcome;
    } finally {
      frame.end();
      logs.clear();
      running = false;
    }
  }

  private void requireIdle() {
    if (running) {
      throw new IllegalStateException(
          name
              + ": a transaction is running; a contract calls others through its frame, not through"
              + " the chain");
    }
  }

  /**
   * Reads through a contract's calldata face without a transaction, as {@code eth_call} does.
   *
   * @param from who asks
   * @param to the contract
   * @param calldata what to give it
   * @return return data and the logs it would have emitted, or the revert; nothing is changed
   * @throws IllegalStateException if a transaction is running
   */
  public Outcome<Bytes> view(EthAddress from, EthAddress to, Bytes calldata) {
    Journal.Mark mark = state.journal().mark();
    int receiptsBefore = receipts.size();
    viewing = true;
    try {
      return transact(from, to, UInt256.ZERO, calldata);
    } finally {
      viewing = false;
      state.journal().revertTo(mark);
      receipts.subList(receiptsBefore, receipts.size()).clear();
    }
  }

  /**
   * Whether a transaction is running: whoever runs the chain has to wait until it is over.
   *
   * @return true within a transaction
   */
  public boolean isRunning() {
    return running;
  }

  /**
   * Whether the open block is empty.
   *
   * @return true if no transaction did
   */
  public boolean isBlockEmpty() {
    return receipts.isEmpty();
  }

  /**
   * Gives the open block another time, as long as nothing ran in it.
   *
   * @param timestamp its time in seconds since 1970, not before the one it has
   * @throws IllegalStateException if a transaction ran in it already, or is running
   * @throws IllegalArgumentException if the time is earlier
   */
  public void restamp(UInt64 timestamp) {
    requireIdle();
    if (!receipts.isEmpty()) {
      throw new IllegalStateException(
          name + ": block " + block.number() + " has transactions; its time cannot change");
    }
    if (timestamp.compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          name + ": time " + timestamp + " is before the block's time " + block.timestamp());
    }
    block = new BlockInfo(block.number(), timestamp);
  }

  /**
   * Ends the open block and opens the next one.
   *
   * @param next number and time of the next block; the number is larger, the time not earlier
   * @return the block that ended
   * @throws IllegalArgumentException if the next block does not follow
   * @throws IllegalStateException if a transaction is running
   */
  public Block seal(BlockInfo next) {
    requireIdle();
    if (next.number().compareTo(block.number()) <= 0
        || next.timestamp().compareTo(block.timestamp()) < 0) {
      throw new IllegalArgumentException(
          name
              + ": "
              + next
              + " does not follow "
              + block
              + ": its number must be larger and its time not earlier");
    }
    Bytes32 hash = hashOf(block);
    Block.Link link = new Block.Link();
    BlockLog.Undo undo = blockLog.seal(block, hash, parentHash, receipts);
    Block sealed = new Block(block, hash, parentHash, receipts, undo, link, tip);
    receipts.clear();
    tip = link;
    parentHash = hash;
    block = next;
    return sealed;
  }

  /**
   * Undoes what ran in the open block: it stays open, and is empty. What a node loses that stops
   * before it has committed a block.
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
  public void undo(Block last) {
    requireIdle();
    // Not the hash: it leaves out what blocks without logs wrote, and two chains can have equal
    // ones.
    if (last.link() != tip) {
      throw new IllegalArgumentException(
          name
              + ": block "
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
  public List<Block> restored() {
    return List.copyOf(undoable);
  }

  /**
   * Takes note that no block up to a number will be undone: a store forgets them.
   *
   * @param last the number of the last block that will stay
   */
  public void fixed(UInt64 last) {
    blockLog.fixed(last);
    undoable.removeIf(old -> old.info().number().compareTo(last) <= 0);
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

  /**
   * What ran in the open block so far.
   *
   * @param first the number of the first transaction wanted, counted from 0
   * @return a receipt for each transaction from there on, in order
   * @throws IndexOutOfBoundsException if the number is negative or more than there are
   */
  public List<Receipt> receiptsSince(int first) {
    Objects.checkFromToIndex(first, receipts.size(), receipts.size());
    return List.copyOf(receipts.subList(first, receipts.size()));
  }

  /**
   * Shows someone all calls that contracts make from now on.
   *
   * @param watching sees them; takes the place of who was shown them before
   */
  public void observe(CallObserver watching) {
    observer = Optional.of(watching);
  }

  Optional<CallObserver> observer() {
    return observer;
  }

  boolean isViewing() {
    return viewing;
  }

  /** The number of the running transaction within its block. */
  int transaction() {
    return receipts.size();
  }

  int logCount() {
    return logs.size();
  }

  List<Log> logsSince(int first) {
    return List.copyOf(logs.subList(first, logs.size()));
  }

  List<Bytes32> blobHashes() {
    return blobHashes;
  }

  Storage storageOf(EthAddress contract) {
    return storages.of(contract);
  }

  void emit(Log log) {
    if (log.topics().size() > MAX_TOPICS) {
      throw new IllegalArgumentException(
          "log: found " + log.topics().size() + " topics, the EVM allows " + MAX_TOPICS);
    }
    logs.add(log);
  }

  Bytes runCode(Frame frame, Bytes calldata) {
    Contract code = contracts.get(frame.self());
    return code == null ? Bytes.EMPTY : code.call(frame, calldata);
  }

  void move(EthAddress from, EthAddress to, UInt256 coins) {
    if (coins.isZero()) {
      return;
    }
    UInt256 owned = balances.get(from);
    if (owned.compareTo(coins) < 0) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    balances.put(from, owned.minus(coins));
    balances.put(to, balances.get(to).plus(coins));
  }

  <T> Attempt<T> attempt(Supplier<T> part) {
    Journal.Mark mark = state.journal().mark();
    int logsBefore = logs.size();
    try {
      return new Attempt.Done<>(part.get());
    } catch (RevertSignal signal) {
      undoTo(mark, logsBefore);
      return new Attempt.Failed<>(signal.revert());
    } catch (RuntimeException | Error failure) {
      undoTo(mark, logsBefore);
      throw failure;
    }
  }

  private void undoTo(Journal.Mark mark, int logsBefore) {
    state.journal().revertTo(mark);
    logs.subList(logsBefore, logs.size()).clear();
  }

  private Bytes32 hashOf(BlockInfo info) {
    Keccak256 sponge = new Keccak256();
    sponge.absorb(parentHash).absorb(info.number()).absorb(info.timestamp());
    for (Receipt receipt : receipts) {
      for (Log log : receipt.outcome().logs()) {
        sponge.absorb(log.emitter().encoded()).absorb(UInt64.of(log.topics().size()));
        log.topics().forEach(sponge::absorb);
        sponge.absorb(UInt64.of(log.data().size())).absorb(log.data());
      }
    }
    return sponge.digest();
  }
}
