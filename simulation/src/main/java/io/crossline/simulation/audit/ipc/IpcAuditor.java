// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Ledger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the invariants I1, I2, … of {@code docs/invariants.md} against a run of a tree of IPC
 * networks. Show it every finished block of every network in the order in which they were finished,
 * then the state in the end. It keeps what is underway, 8 to 24 bytes for each message that was
 * sent, and the notes of the last {@value HeldBlocks#DEPTH} root blocks.
 *
 * <p>It expects a tree that stays: no network is killed or registered meanwhile, and no subnet
 * actor makes up messages of others (traps 9 and 23). Not thread-safe.
 */
public final class IpcAuditor {
  private final Ledger ledger = new Ledger();
  private final LinkOrder order = new LinkOrder(ledger);
  private final NoteReader reader = new NoteReader(ledger);
  private final HeldBlocks held = new HeldBlocks(new BlockReading(ledger, order)::read);
  private final Map<SubnetId, NetworkBook> books = new LinkedHashMap<>();
  private boolean finished;

  /**
   * Begins an audit.
   *
   * @param networks the networks, the root first and each before its children
   * @throws IllegalArgumentException if one comes twice, or its parent does not come before it
   */
  public IpcAuditor(List<AuditedNetwork> networks) {
    for (AuditedNetwork network : networks) {
      add(network);
    }
    if (books.isEmpty()) {
      throw new IllegalArgumentException("found no network, there must be a root");
    }
  }

  private void add(AuditedNetwork network) {
    SubnetId id = network.id();
    Optional<SubnetId> above = id.parent();
    NetworkBook parent = above.map(books::get).orElse(null);
    if (books.containsKey(id) || parent == null && (above.isPresent() || !books.isEmpty())) {
      throw new IllegalArgumentException(
          "networks: found " + id + ", must be one root, then each once and behind its parent");
    }
    NetworkBook book = new NetworkBook(network, parent);
    books.put(id, book);
    if (parent != null) {
      parent.children.put(id.actor(), book);
    }
  }

  /**
   * Says that a contract emits {@link HandledLog} whenever its {@code handleIpcMessage} takes a
   * message, so that its executions are checked one by one. Register all handlers of a network or
   * none: where some are, a Result for any other address counts as one for an account (trap 4).
   *
   * @param network where the contract is
   * @param contract its address
   * @param everyResult whether it takes every Result; if not, one that it does not take is an
   *     exception (trap 5), and it is not known whether the gateway gave it to the contract
   */
  public void reportsHandling(SubnetId network, EthAddress contract, boolean everyResult) {
    book(network).reports(contract, everyResult);
  }

  /**
   * A block is finished.
   *
   * @param network whose block
   * @param number its number, larger than that of the block shown before
   * @param logs the logs of its accepted transactions, of all emitters, in order
   */
  public void block(SubnetId network, UInt64 number, List<Log> logs) {
    requireRunning();
    NetworkBook book = book(network);
    long block = number.longValueExact();
    if (book.lastBlock != null && block <= book.lastBlock) {
      throw new IllegalArgumentException(
          "found block "
              + number
              + " of "
              + network
              + " after block "
              + book.lastBlock
              + ": what no longer holds must be taken back first");
    }
    book.lastBlock = block;
    held.add(book, block, reader.read(book.network, book.reporters.keySet(), logs));
  }

  /**
   * Blocks are no longer on their chain.
   *
   * @param network whose blocks
   * @param last the last one that still is
   * @throws IllegalArgumentException if a block above it is behind the last {@value
   *     HeldBlocks#DEPTH} blocks of the root
   */
  public void takenBack(SubnetId network, UInt64 last) {
    requireRunning();
    NetworkBook book = book(network);
    held.takeBack(book, last.longValueExact());
    if (book.lastBlock != null) {
      book.lastBlock = Math.min(book.lastBlock, last.longValueExact());
    }
  }

  /**
   * The run has ended.
   *
   * @param state the state behind the last blocks
   * @param drained whether faults had stopped long enough ago for everything to have ended
   * @return what was checked and found
   */
  public AuditReport finish(IpcFinalState state, boolean drained) {
    requireRunning();
    finished = true;
    held.readAll();
    FinalChecks checks = new FinalChecks(ledger, order, state, drained);
    books.values().forEach(checks::check);
    return ledger.report();
  }

  private NetworkBook book(SubnetId network) {
    NetworkBook book = books.get(network);
    if (book == null) {
      throw new IllegalArgumentException("network " + network + " is not audited");
    }
    return book;
  }

  private void requireRunning() {
    if (finished) {
      throw new IllegalStateException("the audit is finished: make a new auditor for a new run");
    }
  }
}
