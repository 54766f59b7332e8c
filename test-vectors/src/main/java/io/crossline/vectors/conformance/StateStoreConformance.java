// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.messaging.store.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/**
 * The rules of a {@link StateStore}, one test each. Extend it in a test of the store:
 *
 * <pre>{@code
 * class AcmeStoreTest extends StateStoreConformance {
 *   @TempDir Path place;
 *
 *   protected StateStore open() { return AcmeStore.open(place); }
 * }
 * }</pre>
 *
 * <p>What it cannot see is whether a commit that returned survives a loss of power, and what a
 * store does about a full disk or a damaged file: these need the store's own tests.
 *
 * <p>Not thread-safe: JUnit makes one for each test.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public abstract class StateStoreConformance {
  /** Each repetition has a seed of its own: its number. */
  private static final int SEEDS = 6;

  private final StoreUnderTest place = new StoreUnderTest(this::open);

  /** For subclasses. */
  protected StateStoreConformance() {}

  /**
   * Opens the store of this test. Within one test every call opens the same place, where at first
   * nothing is; no other test sees that place. JUnit makes an instance of the class for each test,
   * so a field can hold it.
   *
   * @return the store, open
   * @throws Exception if that fails; a {@link io.crossline.messaging.store.StoreException} for
   *     {@link io.crossline.messaging.store.StoreException.Reason#IN_USE IN_USE} if it is open and
   *     not {@linkplain #isShared shared}
   */
  protected abstract StateStore open() throws Exception;

  /**
   * Clears the place of this test away, after everything that was opened there has been closed.
   *
   * @throws Exception if that fails
   */
  protected void destroy() throws Exception {}

  /**
   * Whether a place may be open more than once, as with a database that several clients use. Then
   * S16 asks that all who have it open see one store; otherwise that a second opening is refused.
   *
   * @return false, unless overridden
   */
  protected boolean isShared() {
    return false;
  }

  /**
   * Closes and clears away what the test opened.
   *
   * @throws Exception if that fails
   */
  @AfterEach
  protected final void closeAndDestroy() throws Exception {
    place.close();
    destroy();
  }

  /** S1: a new store is at 0, and each commit counts one, an empty one too. */
  @Test
  protected void s01CountsEveryCommit() throws Exception {
    StoreCommitChecks.countsEveryCommit(place);
  }

  /** S2: of a batch everything is written, and the last write to a key wins. */
  @Test
  protected void s02WritesBatchesInOrderAndWhole() throws Exception {
    StoreCommitChecks.writesBatchesInOrderAndWhole(place);
  }

  /** S3: what is removed is gone, and nothing else; removing what is not there is no error. */
  @Test
  protected void s03ForgetsWhatIsRemoved() throws Exception {
    StoreCommitChecks.forgetsWhatIsRemoved(place);
  }

  /** S4: an empty value is a value, and an empty key is a key. */
  @Test
  protected void s04TellsEmptyFromAbsent() throws Exception {
    StoreCommitChecks.tellsEmptyFromAbsent(place);
  }

  /** S5: tables do not mix, whatever characters their names have and however alike they are. */
  @Test
  protected void s05KeepsTablesApart() throws Exception {
    StoreCommitChecks.keepsTablesApart(place);
  }

  /** S6: no table has an empty name, or one longer than 255 bytes. */
  @Test
  protected void s06RefusesIllegalNames() throws Exception {
    StoreCommitChecks.refusesIllegalNames(place);
  }

  /** S7: a value of 1 MB and a key of 4 KB come back as they were. */
  @Test
  protected void s07TakesLargeEntries() throws Exception {
    StoreCommitChecks.takesLargeEntries(place);
  }

  /** S8: 10,000 entries come back as they were. */
  @Test
  protected void s08TakesManyEntries() throws Exception {
    StoreCommitChecks.takesManyEntries(place);
  }

  /** S9: the tables are those that have entries, sorted by name. */
  @Test
  protected void s09ListsTheTablesThatHaveEntries() throws Exception {
    StoreCommitChecks.listsTablesWithEntries(place);
  }

  /** S10: what is done to a batch after its commit changes nothing. */
  @Test
  protected void s10KeepsNoBatch() throws Exception {
    StoreCommitChecks.keepsNoBatch(place);
  }

  /** S11: a scan gives keys in the order of their unsigned bytes, a prefix before the longer. */
  @Test
  protected void s11OrdersKeysAsUnsignedBytes() throws Exception {
    StoreScanChecks.ordersKeysAsUnsignedBytes(place);
  }

  /** S12: a scan begins with the least key that is not less than the one asked for. */
  @Test
  protected void s12BeginsAtTheKeyAskedFor() throws Exception {
    StoreScanChecks.beginsAtTheKeyAskedFor(place);
  }

  /** S13: a scan ends when the visitor says so. */
  @Test
  protected void s13StopsWhenTold() throws Exception {
    StoreScanChecks.stopsWhenTold(place);
  }

  /** S14: what the visitor throws comes out as it is, and the store goes on. */
  @Test
  protected void s14PassesOnWhatTheVisitorThrows() throws Exception {
    StoreScanChecks.passesOnWhatTheVisitorThrows(place);
  }

  /** S15: after closing and opening again everything is there, the sequence included. */
  @Test
  protected void s15KeepsEverythingOverReopening() throws Exception {
    StoreLifeChecks.keepsEverything(place);
  }

  /** S16: a second opening is refused and does no harm; or, if shared, is the same store. */
  @Test
  protected void s16OpensOnceOrIsShared() throws Exception {
    if (isShared()) {
      StoreLifeChecks.isOneStoreHoweverOftenOpened(place);
    } else {
      StoreLifeChecks.opensOnce(place);
    }
  }

  /** S17: a closed store refuses commits and scans. */
  @Test
  protected void s17RefusesAllOnceClosed() throws Exception {
    StoreLifeChecks.refusesAllOnceClosed(place);
  }

  /** S18: closing again does nothing, not even to whoever has opened the place since. */
  @Test
  protected void s18ClosesTwice() throws Exception {
    StoreLifeChecks.closesTwice(place);
  }

  /** S19: a visitor may commit; the scan goes on showing the state that it began with. */
  @Test
  protected void s19ShowsOneStateWhileItsVisitorCommits() throws Exception {
    StoreScanChecks.showsOneStateWhileItsVisitorCommits(place);
  }

  /** S20: a scan shows one state, and no old one, while other threads commit. */
  @Test
  protected void s20ShowsOneStateWhileOthersCommit() throws Exception {
    StoreThreadChecks.showsOneStateWhileOthersCommit(place);
  }

  /**
   * S21: commits of many threads are numbered without gap, rising in each thread, and each is there
   * once it has returned.
   */
  @Test
  protected void s21GivesEachNumberOnce() throws Exception {
    StoreThreadChecks.givesEachNumberOnce(place);
  }

  /**
   * S22: of commits under way at the close, those that returned are there; the rest whole or not.
   */
  @Test
  protected void s22ClosesWhileOthersCommit() throws Exception {
    StoreThreadChecks.closesWhileOthersCommit(place);
  }

  /** S23: after random commits and reopenings it holds what a sorted map holds. */
  @RepeatedTest(value = SEEDS, name = "{displayName} seed {currentRepetition}")
  protected void s23HoldsWhatASortedMapHolds(RepetitionInfo repetition) throws Exception {
    new RandomStoreRun(place, repetition.getCurrentRepetition()).run();
  }
}
