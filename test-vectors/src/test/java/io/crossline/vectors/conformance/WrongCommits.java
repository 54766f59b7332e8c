// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.messaging.store.WriteBatch.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Stores that do something wrong with a commit. */
final class WrongCommits {
  private static final long A_MOMENT = 100_000;

  private WrongCommits() {}

  /** Writes something else than what it is given. */
  private static StateStore writing(HeapStore right, UnaryOperator<List<Write>> change) {
    return new WrongStore(right) {
      @Override
      public long commit(WriteBatch batch) {
        return inner.commit(batch(change.apply(new ArrayList<>(batch.writes()))));
      }
    };
  }

  private static WriteBatch batch(List<Write> writes) {
    WriteBatch batch = new WriteBatch();
    writes.forEach(batch::add);
    return batch;
  }

  static class ForgetsRemovals extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return writing(right, all -> all.stream().filter(one -> one.value().isPresent()).toList());
    }
  }

  static class WritesBackwards extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return writing(
          right,
          all -> {
            Collections.reverse(all);
            return all;
          });
    }
  }

  static class LosesTheEndOfABatch extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return writing(right, all -> all.size() < 2 ? all : all.subList(0, all.size() - 1));
    }
  }

  static class TakesEmptyForAbsent extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return writing(
          right,
          all ->
              all.stream()
                  .map(
                      one ->
                          new Write(one.table(), one.key(), one.value().filter(v -> v.size() > 0)))
                  .toList());
    }
  }

  static class CutsLargeValues extends WrongStore.Checked {
    private static final int MOST = 0xffff;

    @Override
    StateStore wrong(HeapStore right) {
      return writing(
          right,
          all ->
              all.stream()
                  .map(one -> new Write(one.table(), one.key(), cut(one.value())))
                  .toList());
    }

    private static Optional<Bytes> cut(Optional<Bytes> value) {
      return value.map(bytes -> bytes.truncate(MOST));
    }
  }

  /** Nothing but chance finds this one. */
  static class LosesALateRemoval extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return writing(
          right,
          all -> {
            if (all.size() > 9 && all.get(9).value().isEmpty()) {
              all.remove(9);
            }
            return all;
          });
    }
  }

  static class WritesHalvesOneAfterTheOther extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private volatile long sequence = right.sequence();

        @Override
        public synchronized long commit(WriteBatch batch) {
          List<Write> writes = batch.writes();
          inner.commit(batch(writes.subList(0, writes.size() / 2)));
          LockSupport.parkNanos(A_MOMENT);
          inner.commit(batch(writes.subList(writes.size() / 2, writes.size())));
          return ++sequence;
        }

        @Override
        public long sequence() {
          return sequence;
        }
      };
    }
  }

  static class SkipsANumber extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public long commit(WriteBatch batch) {
          long number = inner.commit(batch);
          return number % 5 == 0 ? inner.commit(new WriteBatch()) : number;
        }
      };
    }
  }

  static class CountsNoEmptyCommit extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public long commit(WriteBatch batch) {
          return batch.isEmpty() ? inner.sequence() : inner.commit(batch);
        }
      };
    }
  }

  static class GivesANumberTwice extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public long commit(WriteBatch batch) {
          long number = inner.sequence() + 1;
          LockSupport.parkNanos(A_MOMENT);
          inner.commit(batch);
          return number;
        }
      };
    }
  }

  /** Returns before it has written; the next call finds it written. */
  static class AcknowledgesTooEarly extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private final AtomicLong given = new AtomicLong(right.sequence());

        @Override
        public long commit(WriteBatch batch) {
          inner.tables(); // refused once it is closed
          WriteBatch copy = batch(batch.writes());
          Thread writer =
              new Thread(
                  () -> {
                    LockSupport.parkNanos(A_MOMENT);
                    inner.commit(copy);
                  });
          writer.setDaemon(true);
          writer.setUncaughtExceptionHandler((thread, e) -> given.decrementAndGet());
          writer.start();
          return given.incrementAndGet();
        }
      };
    }
  }

  /** Writes each batch only when the next one comes, or at the close. */
  static class KeepsTheBatch extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private final List<WriteBatch> kept = new ArrayList<>();

        private synchronized void write() {
          kept.forEach(inner::commit);
          kept.clear();
        }

        @Override
        public synchronized long commit(WriteBatch batch) {
          write();
          kept.add(batch);
          return inner.sequence() + 1;
        }

        @Override
        public long sequence() {
          write();
          return inner.sequence();
        }

        @Override
        public synchronized void close() {
          write();
          inner.close();
        }
      };
    }
  }
}
