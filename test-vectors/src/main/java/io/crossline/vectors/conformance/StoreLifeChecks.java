// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.vectors.conformance.StoreUnderTest.contents;
import static io.crossline.vectors.conformance.StoreUnderTest.put;
import static io.crossline.vectors.conformance.StoreUnderTest.refuses;
import static io.crossline.vectors.conformance.StoreUnderTest.scan;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.util.Map;

/** What must hold of opening and closing. */
final class StoreLifeChecks {
  private static final Bytes A = Bytes.utf8("a");
  private static final Bytes ONE = Bytes.utf8("1");
  private static final Bytes TWO = Bytes.utf8("2");

  private StoreLifeChecks() {}

  static void keepsEverything(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store = place.reopen();
    assertEquals(0, store.sequence(), "sequence of a store that was opened and closed");
    store.commit(new WriteBatch().put("t", A, ONE).put("u", A, ONE).put("v", A, ONE));
    store.commit(new WriteBatch().put("t", A, TWO).remove("u", A));
    Map<String, Map<Bytes, Bytes>> expected = Map.of("t", Map.of(A, TWO), "v", Map.of(A, ONE));
    for (int i = 0; i < 2; i++) {
      store = place.reopen();
      assertEquals(2, store.sequence(), "sequence after reopening");
      assertEquals(expected, contents(store), "after reopening");
    }
    assertEquals(3, store.commit(new WriteBatch()), "the first commit after reopening, empty");
    store = place.reopen();
    assertEquals(3, store.sequence(), "sequence after an empty commit and reopening");
    assertEquals(4, store.commit(put("t", "b", "1")));
    assertEquals(expected.get("v"), scan(store, "v"));
  }

  static void opensOnce(StoreUnderTest place) throws Exception {
    StateStore first = place.open();
    first.commit(put("t", "a", "1"));
    for (int i = 0; i < 2; i++) {
      refuses(Reason.IN_USE, place::open, "opening a store that is open");
    }
    assertEquals(2, first.commit(put("t", "b", "1")), "a commit to the first one");
    assertEquals(2, scan(first, "t").size());
    StateStore again = place.reopen();
    assertEquals(2, again.sequence());
    assertEquals(2, scan(again, "t").size(), "after reopening");
  }

  static void isOneStoreHoweverOftenOpened(StoreUnderTest place) throws Exception {
    StateStore first = place.open();
    StateStore second = place.open();
    for (long number = 1; number < 10; ) {
      for (StateStore each : new StateStore[] {first, second}) {
        assertEquals(number, each.commit(put("t", "" + number, "1")));
        assertEquals(number, scan(first, "t").size(), "entries seen through the first");
        assertEquals(number, scan(second, "t").size(), "entries seen through the second");
        number++;
      }
    }
    first.close();
    assertEquals(11, second.commit(put("t", "last", "1")), "a commit after the other was closed");
  }

  static void refusesAllOnceClosed(StoreUnderTest place) throws Exception {
    StateStore store = place.open();
    store.commit(put("t", "a", "1"));
    store.close();
    refuses(Reason.CLOSED, () -> store.commit(put("t", "a", "2")), "a commit after close");
    refuses(Reason.CLOSED, () -> store.commit(new WriteBatch()), "an empty commit after close");
    refuses(Reason.CLOSED, () -> scan(store, "t"), "a scan after close");
    refuses(Reason.CLOSED, () -> scan(store, "never"), "a scan of nothing after close");
    StateStore reopened = place.open();
    assertEquals(1, reopened.sequence());
    assertEquals(Map.of("t", Map.of(A, ONE)), contents(reopened), "after reopening");
    refuses(Reason.CLOSED, () -> store.commit(put("t", "a", "2")), "a commit to the old one");
    assertEquals(1, reopened.sequence());
  }

  static void closesTwice(StoreUnderTest place) throws Exception {
    StateStore old = place.open();
    old.commit(put("t", "a", "1"));
    old.close();
    old.close();
    StateStore store = place.open();
    old.close();
    assertEquals(2, store.commit(put("t", "a", "2")), "after the old one was closed once more");
    assertEquals(Map.of(A, TWO), scan(store, "t"));
  }
}
