// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.vectors.conformance.StoreUnderTest.get;
import static io.crossline.vectors.conformance.StoreUnderTest.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** What must hold of a store that several threads use. */
final class StoreThreadChecks {
  private static final int THREADS = 8;
  private static final int COMMITS = 40;
  private static final int KEYS = 20;
  private static final int READERS = 2;
  private static final int SCANS = 40;
  private static final long PAUSE_NANOS = 2_000_000;
  private static final int COMMITS_BEFORE_CLOSE = 60;

  private StoreThreadChecks() {}

  private static Bytes key(int thread, int number) {
    return Bytes.utf8(thread + "/" + number);
  }

  static void givesEachNumberOnce(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    List<Callable<Map<Bytes, Long>>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      tasks.add(() -> commits(store, thread));
    }
    Map<Bytes, Long> committed = new HashMap<>();
    SideBySide.run(tasks).forEach(committed::putAll);
    long total = (long) THREADS * COMMITS;
    assertEquals(
        LongStream.rangeClosed(1, total).boxed().toList(),
        committed.values().stream().sorted().toList(),
        "the sequence numbers that were given");
    assertEquals(total, store.sequence());
    assertEquals(committed.keySet(), scan(store, "t").keySet());
    StateStore reopened = place.reopen();
    assertEquals(total, reopened.sequence(), "after reopening");
    assertEquals(committed.keySet(), scan(reopened, "t").keySet(), "after reopening");
  }

  /** What a thread committed: keys and sequence numbers. */
  private static Map<Bytes, Long> commits(StateStore store, int thread) {
    Map<Bytes, Long> numbers = new HashMap<>();
    long last = 0;
    for (int i = 0; i < COMMITS; i++) {
      Bytes key = key(thread, i);
      long number = store.commit(new WriteBatch().put("t", key, key).put("u", key, Bytes.EMPTY));
      assertTrue(number > last, number + " was given after " + last + " in the same thread");
      assertTrue(store.sequence() >= number, "sequence is behind a commit that returned");
      assertEquals(key, get(store, "t", key), "read back after the commit returned");
      assertEquals(Bytes.EMPTY, get(store, "u", key), "read back after the commit returned");
      last = number;
      numbers.put(key, number);
    }
    return numbers;
  }

  static void showsOneStateWhileOthersCommit(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(generation(1));
    CountDownLatch reading = new CountDownLatch(READERS);
    List<Callable<Long>> tasks = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      tasks.add(
          () -> {
            try {
              return lastOfManyScans(store);
            } finally {
              reading.countDown();
            }
          });
    }
    tasks.add(
        () -> {
          int last = 1;
          while (reading.getCount() > 0) {
            last++;
            assertEquals(last, store.commit(generation(last)));
          }
          return (long) last;
        });
    long last = SideBySide.run(tasks).get(READERS);
    assertTrue(last > READERS, "no commit came through beside the scans");
    assertEquals(last, generationOf(scan(store, "t")));
  }

  private static long lastOfManyScans(StateStore store) {
    long last = 0;
    for (int i = 0; i < SCANS; i++) {
      long before = store.sequence();
      long seen = generationOf(scanWithPause(store));
      assertTrue(seen >= before, "a scan shows " + seen + ", the store was at " + before);
      assertTrue(seen >= last, "a scan shows " + seen + " after one that showed " + last);
      last = seen;
    }
    return last;
  }

  /** Gives commits time to come in between. */
  private static SortedMap<Bytes, Bytes> scanWithPause(StateStore store) {
    SortedMap<Bytes, Bytes> entries = new TreeMap<>();
    store.scan(
        "t",
        Bytes.EMPTY,
        (key, value) -> {
          entries.put(key, value);
          if (entries.size() == KEYS / 2) {
            LockSupport.parkNanos(PAUSE_NANOS);
          }
          return true;
        });
    return entries;
  }

  /** All keys get the same value, and one key goes as another comes. */
  private static WriteBatch generation(int number) {
    Bytes value = Bytes.utf8("" + number);
    WriteBatch batch = new WriteBatch();
    for (int i = 0; i < KEYS; i++) {
      batch.put("t", Bytes.utf8("key " + i), value);
    }
    batch.remove("t", Bytes.utf8("moving " + (number - 1)));
    return batch.put("t", Bytes.utf8("moving " + number), value);
  }

  private static long generationOf(SortedMap<Bytes, Bytes> entries) {
    assertEquals(KEYS + 1, entries.size(), () -> "entries of several states: " + text(entries));
    assertEquals(
        1,
        entries.values().stream().distinct().count(),
        () -> "values of several states: " + text(entries));
    Bytes value = entries.values().iterator().next();
    assertTrue(
        entries.containsKey(Bytes.concat(Bytes.utf8("moving "), value)),
        () -> "entries of several states: " + text(entries));
    return Long.parseLong(text(value));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toByteArray(), StandardCharsets.UTF_8);
  }

  private static String text(SortedMap<Bytes, Bytes> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach((key, value) -> text.append(text(key)).append('=').append(text(value) + " "));
    return text.toString();
  }

  static void closesWhileOthersCommit(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    CountDownLatch underWay = new CountDownLatch(COMMITS_BEFORE_CLOSE);
    AtomicBoolean closed = new AtomicBoolean();
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int thread = i;
      tasks.add(() -> commitsUntilClosed(store, thread, underWay, closed));
    }
    tasks.add(
        () -> {
          assertTrue(underWay.await(30, TimeUnit.SECONDS), "commits do not get on");
          store.close();
          closed.set(true);
          return 0;
        });
    List<Integer> acknowledged = SideBySide.run(tasks);
    StateStore reopened = place.open();
    SortedMap<Bytes, Bytes> t = scan(reopened, "t");
    int found = 0;
    for (int thread = 0; thread < THREADS; thread++) {
      int returned = acknowledged.get(thread);
      for (int i = 0; i <= returned; i++) {
        Bytes key = key(thread, i);
        boolean there = t.containsKey(key);
        assertTrue(
            there || i == returned, () -> text(key) + " is lost, though its commit returned");
        assertEquals(there, get(reopened, "u", key) != null, () -> "half of " + text(key));
        assertEquals(there, t.containsKey(other(key)), () -> "half of " + text(key));
        found += there ? 1 : 0;
      }
    }
    assertEquals(2 * found, t.size(), "entries that nobody committed");
    assertEquals(found, reopened.sequence(), "sequence and commits found");
  }

  private static Bytes other(Bytes key) {
    return Bytes.concat(Bytes.utf8("other "), key);
  }

  /** How many commits returned before one was refused. */
  private static int commitsUntilClosed(
      StateStore store, int thread, CountDownLatch underWay, AtomicBoolean closed) {
    try {
      for (int i = 0; ; i++) {
        boolean late = closed.get();
        Bytes key = key(thread, i);
        WriteBatch batch = new WriteBatch().put("t", key, key);
        try {
          store.commit(batch.put("u", key, Bytes.EMPTY).put("t", other(key), key));
        } catch (StoreException e) {
          assertEquals(StoreException.Reason.CLOSED, e.reason(), e.getMessage());
          return i;
        }
        assertFalse(late, "a commit was taken after the close had returned");
        underWay.countDown();
      }
    } finally {
      // Whoever waits to close must not wait for a thread that has failed.
      while (underWay.getCount() > 0) {
        underWay.countDown();
      }
    }
  }
}
