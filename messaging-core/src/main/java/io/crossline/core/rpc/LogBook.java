// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a log that is new from one that came before, among logs that several answers gave.
 *
 * <p>Nodes disagree about what tells logs apart: some count logIndex in each transaction, some
 * always give 0, some give no hash of the block, or zeros. So a log is what it says (address,
 * topics and data), in its transaction, at its index, as far as each is told, and what is not told
 * does not tell two logs apart. Equal logs of one receipt are told apart by their place in it. A
 * transaction that comes in another block was moved there by a reorganisation, and has not happened
 * twice.
 *
 * <p>A log that comes again as removed did not happen; the last word counts. A pending log ({@link
 * EthLog#isPending}) is no fact, and is not remembered.
 *
 * <p>Not thread-safe: one thread uses a book.
 */
public final class LogBook {
  /** 32 bits of the hash of the block that the logs of a row are in; 0 if it is not told. */
  private static final int BLOCK = 0;

  /** How many equal logs of the transaction there are, and the index of the first. */
  private static final int LOGS = 1;

  private static final int FIRST = 2;

  /** How many of them had no index, and have not come with one since. */
  private static final int WITHOUT_INDEX = 3;

  /** How many stood in the block before, which was replaced, and have not come again. */
  private static final int CARRIED = 4;

  /** Bits, and above them how often the block changed. */
  private static final int FLAGS = 5;

  private static final int COLUMNS = 6;
  private static final int REMOVED = 1;
  private static final int HAS_FIRST = 2;
  private static final int GENERATION = 4;

  private final RecentTable table;

  /**
   * Makes an empty book.
   *
   * @param capacity how many of the last logs it remembers, at least 1
   */
  public LogBook(int capacity) {
    this.table = new RecentTable(capacity, COLUMNS);
  }

  /** What a log is, against those that came before. */
  public enum News {
    /** A log that did not come before; one that is removed already is new as well. */
    NEW,
    /** One that came before, and says the same. */
    SAME,
    /** One that came before, and that a reorganisation has taken back since. */
    REMOVED,
    /** One that was removed before, and stands again. */
    RESTORED,
    /** One that came before in another block, which a reorganisation has replaced by this one. */
    MOVED,
    /** A log of a transaction that is in no block yet. */
    PENDING
  }

  /**
   * Takes a log that stands in no receipt.
   *
   * @param log the log
   * @return what it is
   */
  public News add(EthLog log) {
    return log.isPending() ? News.PENDING : add(log, 0);
  }

  /**
   * Takes the logs of a receipt.
   *
   * @param receipt the receipt; if it says that the transaction succeeded, its logs are facts even
   *     if no block is told
   * @param logs its logs, in their order; those of other contracts may be left out
   * @return what each is
   */
  public List<News> addAll(EthReceipt receipt, List<EthLog> logs) {
    boolean happened = receipt.status().orElse(false);
    List<News> news = new ArrayList<>(logs.size());
    Map<List<Object>, Integer> equal = new HashMap<>();
    for (EthLog log : logs) {
      List<Object> content = List.of(log.address(), log.topics(), log.data(), log.logIndex());
      int equalBefore = equal.merge(content, 1, Integer::sum) - 1;
      news.add(log.isPending() && !happened ? News.PENDING : add(log, equalBefore));
    }
    return news;
  }

  private News add(EthLog log, int equalBefore) {
    Bytes32 site = site(log);
    int row = table.find(site.limb(0), site.limb(1));
    if (row < 0) {
      row = table.add(site.limb(0), site.limb(1));
    }
    if (!isInBlock(row, log)) {
      return News.SAME;
    }
    return log.logIndex().isPresent()
        ? withIndex(row, site, log, log.logIndex().get(), equalBefore)
        : withoutIndex(row, log, equalBefore);
  }

  /**
   * What a log says, and its transaction, which is in one block only. The logs that IPC's nodes
   * write at the end of a block are of no transaction.
   */
  private static Bytes32 site(EthLog log) {
    Keccak256 sponge = new Keccak256();
    sponge.absorb(log.address()).absorb(UInt64.of(log.topics().size()));
    log.topics().forEach(sponge::absorb);
    sponge.absorb(UInt64.of(log.data().size())).absorb(log.data());
    Optional<Bytes32> block = log.blockNumber().map(UInt64::toUInt256).map(UInt256::toBytes32);
    return sponge
        .absorb(log.transactionHash().or(() -> block).or(log::blockHash).orElse(Bytes32.ZERO))
        .digest();
  }

  /**
   * Whether the log is in the block of the row, which the row takes over if it knows none. Another
   * block has replaced that one, because a transaction is in one block only; what is removed from
   * another block than the row's was replaced before.
   */
  private boolean isInBlock(int row, EthLog log) {
    int known = table.get(row, BLOCK);
    int block = log.blockHash().map(hash -> (int) hash.limb(3) | 1).orElse(known);
    if (block == known) {
      return true;
    }
    if (known != 0) {
      if (log.removed()) {
        return false;
      }
      int standing = has(row, REMOVED) ? 0 : table.get(row, LOGS);
      table.set(row, CARRIED, table.get(row, CARRIED) + standing);
      table.set(row, LOGS, 0);
      table.set(row, WITHOUT_INDEX, 0);
      table.set(row, FLAGS, (table.get(row, FLAGS) | GENERATION - 1) + 1);
    }
    table.set(row, BLOCK, block);
    return true;
  }

  private boolean has(int row, int flag) {
    return (table.get(row, FLAGS) & flag) != 0;
  }

  private News withIndex(int row, Bytes32 site, EthLog log, UInt64 index, int equalBefore) {
    if (equalBefore == 0 && has(row, HAS_FIRST) && table.get(row, FIRST) == (int) index.bits()) {
      return again(row, log);
    }
    long mixed =
        mix(
            index.bits()
                + mix((long) table.get(row, FLAGS) / GENERATION << Integer.SIZE | equalBefore));
    long high = site.limb(0) ^ mixed;
    long low = site.limb(1) ^ mix(mixed);
    int other = table.find(high, low);
    if (other >= 0) {
      return again(other, log);
    }
    int at = row;
    if (equalBefore == 0 && !has(row, HAS_FIRST)) {
      table.set(row, FIRST, (int) index.bits());
      table.set(row, FLAGS, table.get(row, FLAGS) | HAS_FIRST);
    } else {
      at = table.add(high, low);
    }
    int waiting = table.get(row, WITHOUT_INDEX);
    if (waiting > 0) {
      table.set(row, WITHOUT_INDEX, waiting - 1);
      return again(at, log);
    }
    return first(row, at, log);
  }

  private News withoutIndex(int row, EthLog log, int equalBefore) {
    if (equalBefore < table.get(row, LOGS)) {
      return again(row, log);
    }
    table.set(row, WITHOUT_INDEX, table.get(row, WITHOUT_INDEX) + 1);
    return first(row, row, log);
  }

  private News first(int site, int row, EthLog log) {
    table.set(site, LOGS, table.get(site, LOGS) + 1);
    int carried = table.get(site, CARRIED);
    if (carried > 0) {
      table.set(site, CARRIED, carried - 1);
      return News.MOVED;
    }
    if (log.removed()) {
      table.set(row, FLAGS, table.get(row, FLAGS) | REMOVED);
    }
    return News.NEW;
  }

  private News again(int row, EthLog log) {
    if (has(row, REMOVED) == log.removed()) {
      return News.SAME;
    }
    table.set(row, FLAGS, table.get(row, FLAGS) ^ REMOVED);
    return log.removed() ? News.REMOVED : News.RESTORED;
  }

  /** Spreads the bits of a number over all of a word (SplitMix64). */
  private static long mix(long value) {
    long x = value + 0x9e3779b97f4a7c15L;
    x = (x ^ x >>> 30) * 0xbf58476d1ce4e5b9L;
    x = (x ^ x >>> 27) * 0x94d049bb133111ebL;
    return x ^ x >>> 31;
  }
}
