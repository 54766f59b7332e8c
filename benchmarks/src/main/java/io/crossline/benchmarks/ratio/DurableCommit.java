// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.store.rocksdb.RocksDbStore;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.rocksdb.RocksDBException;

/**
 * A commit of so many writes, keys of 32 bytes and values of 40, against RocksDB alone that puts
 * the same bytes, synced as well. Time on the wall: most of it is spent waiting for the disk.
 * Filling the batch counts on both sides.
 */
final class DurableCommit implements AutoCloseable {
  private static final double LIMIT = 1.15;
  private static final String TABLE = "messages";
  private static final int INPUTS = 64;
  private static final int KEY_BYTES = 32;
  private static final int VALUE_BYTES = 40;
  private static final int SAMPLE_WRITES = 2_000;
  private static final int MOST_COMMITS = 32;

  private final int writes;
  private final int commits;
  private final Bytes[] keys;
  private final Bytes[] values;
  private final byte[][] rawKeys;
  private final byte[][] rawValues;
  private final RocksDbStore store;
  private final BareRocksDb bare;
  private final double[] ratios;
  private final double[] work;
  private final double[] baseline;
  private int nextWork;
  private int nextBaseline;

  DurableCommit(Path folder, int writes, int rounds) throws RocksDBException {
    this.writes = writes;
    commits = Math.max(2, Math.min(MOST_COMMITS, SAMPLE_WRITES / writes));
    keys = new Bytes[INPUTS * writes];
    values = new Bytes[INPUTS * writes];
    rawKeys = new byte[INPUTS * writes][];
    rawValues = new byte[INPUTS * writes][];
    byte[] prefix = Bytes.concat(Bytes.of((byte) TABLE.length()), Bytes.utf8(TABLE)).toByteArray();
    Random random = new Random(writes);
    for (int i = 0; i < keys.length; i++) {
      byte[] key = new byte[KEY_BYTES];
      rawValues[i] = new byte[VALUE_BYTES];
      random.nextBytes(key);
      random.nextBytes(rawValues[i]);
      keys[i] = Bytes.of(key);
      values[i] = Bytes.of(rawValues[i]);
      rawKeys[i] = Bytes.concat(Bytes.of(prefix), keys[i]).toByteArray();
    }
    store = RocksDbStore.open(folder.resolve("store-" + writes));
    bare = new BareRocksDb(folder.resolve("bare-" + writes));
    ratios = new double[rounds];
    work = new double[rounds];
    baseline = new double[rounds];
  }

  /** Samples both sides next to each other, now the one first and now the other. */
  void round(int round, int pairs) throws RocksDBException {
    double workNanos = 0;
    double baselineNanos = 0;
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        workNanos += sampleWork();
        baselineNanos += sampleBaseline();
      } else {
        baselineNanos += sampleBaseline();
        workNanos += sampleWork();
      }
    }
    ratios[round] = workNanos / baselineNanos;
    work[round] = workNanos / pairs / commits;
    baseline[round] = baselineNanos / pairs / commits;
  }

  private long sampleWork() {
    long start = System.nanoTime();
    for (int i = 0; i < commits; i++) {
      WriteBatch batch = new WriteBatch();
      int from = nextWork++ % INPUTS * writes;
      for (int at = from; at < from + writes; at++) {
        batch.put(TABLE, keys[at], values[at]);
      }
      store.commit(batch);
    }
    return System.nanoTime() - start;
  }

  private long sampleBaseline() throws RocksDBException {
    long start = System.nanoTime();
    for (int i = 0; i < commits; i++) {
      int from = nextBaseline++ % INPUTS * writes;
      bare.write(rawKeys, rawValues, from, from + writes);
    }
    return System.nanoTime() - start;
  }

  Line line() {
    return Line.of(
        name(writes),
        Line.RATIO,
        Median.of(ratios),
        LIMIT,
        ratios.length,
        new Cost(Median.of(work), OptionalDouble.empty()),
        new Cost(Median.of(baseline), OptionalDouble.empty()));
  }

  static Line skipped(int writes, String reason) {
    return Line.skipped(name(writes), Line.RATIO, LIMIT, reason);
  }

  private static String name(int writes) {
    return "store-commit-" + writes;
  }

  @Override
  public void close() {
    for (AutoCloseable each : List.of(store, bare)) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(name(writes) + " cannot be closed", e);
      }
    }
  }
}
