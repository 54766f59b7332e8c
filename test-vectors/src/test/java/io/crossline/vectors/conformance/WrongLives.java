// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Stores that do something wrong when they are opened or closed. */
final class WrongLives {
  private WrongLives() {}

  static class ForgetsAll extends WrongStore.Checked {
    @Override
    protected StateStore open() {
      if (last != null) {
        last.reopen().close(); // refused if it is open
      }
      last = new HeapStore();
      return last;
    }

    @Override
    StateStore wrong(HeapStore right) {
      return right;
    }
  }

  /** Has everything again but the last commit. */
  static class ForgetsTheLastCommit extends WrongStore.Checked {
    private final List<WriteBatch> log = new ArrayList<>();

    @Override
    protected StateStore open() {
      if (last != null) {
        last.reopen().close(); // refused if it is open
      }
      last = new HeapStore();
      log.stream().limit(Math.max(0, log.size() - 1)).forEach(last::commit);
      return wrong(last);
    }

    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public synchronized long commit(WriteBatch batch) {
          long number = inner.commit(batch);
          WriteBatch copy = new WriteBatch();
          batch.writes().forEach(copy::add);
          log.add(copy);
          return number;
        }
      };
    }
  }

  static class BeginsToCountAgain extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private final long start = right.sequence();

        @Override
        public long commit(WriteBatch batch) {
          return inner.commit(batch) - start;
        }

        @Override
        public long sequence() {
          return inner.sequence() - start;
        }
      };
    }
  }

  static class LetsASecondIn extends WrongStore.Checked {
    @Override
    protected StateStore open() {
      if (last != null) {
        last.close();
      }
      return super.open();
    }

    @Override
    StateStore wrong(HeapStore right) {
      return right;
    }
  }

  static class IsNotOneStoreThoughShared extends LetsASecondIn {
    @Override
    protected boolean isShared() {
      return true;
    }
  }

  static class TakesCommitsOnceClosed extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public long commit(WriteBatch batch) {
          try {
            return inner.commit(batch);
          } catch (StoreException e) {
            return inner.sequence() + 1;
          }
        }
      };
    }
  }

  static class ScansOnceClosed extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          try {
            inner.scan(table, from, visitor);
          } catch (StoreException e) {
            visitor.visit(from, Bytes.EMPTY);
          }
        }
      };
    }
  }

  static class ClosesWhoeverIsIn extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void close() {
          last.close();
        }
      };
    }
  }

  /** Says that a commit was refused though it half happened. */
  static class LeavesHalfABatchAtTheClose extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private volatile boolean closing;
        private volatile boolean half;

        @Override
        public synchronized long commit(WriteBatch batch) {
          if (closing && batch.writes().size() > 1) {
            inner.commit(new WriteBatch().add(batch.writes().get(0)));
            half = true;
            inner.close();
          }
          return inner.commit(batch);
        }

        @Override
        public void close() {
          closing = true;
          // A machine that is busy needs longer to commit once more.
          for (int i = 0; i < 20 && !half; i++) {
            LockSupport.parkNanos(5_000_000);
          }
          synchronized (this) {
            inner.close();
          }
        }
      };
    }
  }
}
