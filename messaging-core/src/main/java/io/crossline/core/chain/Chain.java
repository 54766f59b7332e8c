// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.state.Durable;
import io.crossline.core.state.Journal;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
public final class Chain implements ChainView, Durable {
  /**
   * How deep calls may nest: {@value}. The EVM allows 1024 and is bounded by gas before that; here
   * every call takes its share of the Java stack, and this many fit the smallest default one.
   */
  public static final int MAX_CALL_DEPTH = 256;

  private final String name;
  private final State state;
  private final WordTable balances;
  private final ContractStorage storages;
  private final BlockTape<Receipt> tape;
  private final Map<EthAddress, Contract> contracts = new HashMap<>();

  private final TransactionLogs logs = new TransactionLogs();
  private List<Bytes32> blobHashes = List.of();
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
    this.state = state;
    balances = state.wordTable("balances");
    storages = new ContractStorage(state, Codec.ADDRESS);
    tape = new BlockTape<>(name, "frame", state, ReceiptCodec.RECEIPT, first);
  }

  @Override
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

  @Override
  public BlockInfo block() {
    return tape.block();
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

  @Override
  public Optional<Contract> contract(EthAddress address) {
    return Optional.ofNullable(contracts.get(address));
  }

  @Override
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
    tape.requireIdle();
    blobHashes = transaction.blobHashes();
    try {
      return execute(
          transaction.from(),
          transaction.to(),
          transaction.value(),
          Operation.calling(transaction::calldata, frame -> runCode(frame, transaction.calldata())),
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
    return tape.run(() -> running(from, to, value, operation, returnData));
  }

  private <T> Outcome<T> running(
      EthAddress from,
      EthAddress to,
      UInt256 value,
      Operation<T> operation,
      Function<T, Bytes> returnData) {
    Frame frame = new Frame(this, from, from, to, value, 0);
    try {
      Attempt<T> attempt =
          attempt(
              () -> {
                move(from, to, value);
                return operation.run(frame);
              });
      Outcome<T> outcome =
          attempt.fold(result -> Outcome.accepted(result, logs.all()), Outcome::reverted);
      tape.add(
          new Receipt(
              tape.size(), from, to, value, operation, tape.parentHash(), outcome.map(returnData)));
      UInt256 owned = balances.get(from);
      return owned.compareTo(value) < 0 && !outcome.isAccepted()
          ? Outcome.reverted(new CoinsMissing(from, owned, value))
          : outcome;
    } finally {
      frame.end();
      logs.truncate(0);
    }
  }

  @Override
  public Outcome<Bytes> view(EthAddress from, EthAddress to, Bytes calldata) {
    Journal.Mark mark = state.journal().mark();
    int receiptsBefore = tape.size();
    viewing = true;
    try {
      return transact(from, to, UInt256.ZERO, calldata);
    } finally {
      viewing = false;
      state.journal().revertTo(mark);
      tape.truncate(receiptsBefore);
    }
  }

  @Override
  public boolean isRunning() {
    return tape.isRunning();
  }

  @Override
  public boolean isBlockEmpty() {
    return tape.isEmpty();
  }

  /**
   * Gives the open block another time, as {@link BlockTape#restamp} says.
   *
   * @param timestamp its time in seconds since 1970, not before the one it has
   */
  public void restamp(UInt64 timestamp) {
    tape.restamp(timestamp);
  }

  /**
   * Ends the open block and opens the next one, as {@link BlockTape#seal} says.
   *
   * @param next number and time of the next block
   * @return the block that ended
   */
  public Block<Receipt> seal(BlockInfo next) {
    Block<Receipt> sealed = tape.seal(next);
    observer.ifPresent(watching -> watching.sealed(sealed));
    return sealed;
  }

  /** Undoes what ran in the open block, as {@link BlockTape#undoOpen} says. */
  public void undoOpen() {
    tape.undoOpen();
    undone();
  }

  /**
   * Undoes the latest block, and what ran in the open one, as {@link BlockTape#undo} says.
   *
   * @param last the block that {@link #seal} returned last
   */
  public void undo(Block<Receipt> last) {
    tape.undo(last);
    undone();
  }

  private void undone() {
    UInt64 open = tape.block().number();
    UInt64 last = open.equals(UInt64.ZERO) ? open : open.minus(UInt64.ONE);
    observer.ifPresent(watching -> watching.undone(last));
  }

  /**
   * The blocks that a store held when the chain was opened, and that can still be undone.
   *
   * @return oldest first; the last one is the one before the block that was open
   */
  public List<Block<Receipt>> restored() {
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

  /** Adds what changed to what is written to the store, as {@link BlockTape#collect} says. */
  @Override
  public void collect(WriteBatch batch) {
    tape.collect(batch);
  }

  @Override
  public List<Receipt> receiptsSince(int first) {
    return tape.receiptsSince(first);
  }

  @Override
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
    return tape.size();
  }

  TransactionLogs logs() {
    return logs;
  }

  List<Bytes32> blobHashes() {
    return blobHashes;
  }

  Storage storageOf(EthAddress contract) {
    return storages.of(contract);
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
    int logsBefore = logs.count();
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
    logs.truncate(logsBefore);
  }
}
