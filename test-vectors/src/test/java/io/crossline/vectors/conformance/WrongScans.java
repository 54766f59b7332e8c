// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.WriteBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Stores that do something wrong with a scan or a name. */
final class WrongScans {
  private WrongScans() {}

  private static List<Map.Entry<Bytes, Bytes>> entries(StateStore store, String table, Bytes from) {
    List<Map.Entry<Bytes, Bytes>> entries = new ArrayList<>();
    store.scan(table, from, (key, value) -> entries.add(Map.entry(key, value)));
    return entries;
  }

  static class OrdersSigned extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          if (!from.isEmpty()) {
            inner.scan(table, from, visitor);
            return;
          }
          List<Map.Entry<Bytes, Bytes>> entries = entries(inner, table, from);
          entries.sort(
              Map.Entry.comparingByKey((a, b) -> Arrays.compare(a.toByteArray(), b.toByteArray())));
          for (Map.Entry<Bytes, Bytes> entry : entries) {
            if (!visitor.visit(entry.getKey(), entry.getValue())) {
              return;
            }
          }
        }
      };
    }
  }

  static class BeginsBehindTheKey extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          inner.scan(
              table,
              from,
              (key, value) -> (!from.isEmpty() && key.equals(from)) || visitor.visit(key, value));
        }
      };
    }
  }

  static class StopsTooLate extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          boolean[] stopped = {false};
          inner.scan(
              table,
              from,
              (key, value) -> {
                boolean before = stopped[0];
                stopped[0] |= !visitor.visit(key, value);
                return !before;
              });
        }
      };
    }
  }

  static class SwallowsWhatIsThrown extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          inner.scan(
              table,
              from,
              (key, value) -> {
                try {
                  return visitor.visit(key, value);
                } catch (IllegalStateException e) {
                  return false;
                }
              });
        }
      };
    }
  }

  static class ScansAtMost4096 extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          int[] left = {4096};
          inner.scan(table, from, (key, value) -> left[0]-- > 0 && visitor.visit(key, value));
        }
      };
    }
  }

  /** Looks up one entry after the other. */
  static class ScansSeveralStates extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          Bytes next = from;
          while (next != null) {
            List<Map.Entry<Bytes, Bytes>> first = new ArrayList<>();
            inner.scan(table, next, (key, value) -> !first.add(Map.entry(key, value)));
            next = null;
            for (Map.Entry<Bytes, Bytes> one : first) {
              if (visitor.visit(one.getKey(), one.getValue())) {
                next = Bytes.concat(one.getKey(), Bytes.of((byte) 0));
              }
            }
          }
        }
      };
    }
  }

  /** Shows what was there before the last commit. */
  static class ScansTheStateBefore extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private HeapStore before = new HeapStore();
        private WriteBatch latest = new WriteBatch();

        @Override
        public synchronized long commit(WriteBatch batch) {
          before.commit(latest);
          latest = new WriteBatch();
          batch.writes().forEach(latest::add);
          return inner.commit(batch);
        }

        @Override
        public synchronized void scan(String table, Bytes from, EntryVisitor visitor) {
          before.scan(table, from, visitor);
        }
      };
    }
  }

  /** Keeps all tables in one, under the table's name and the key. */
  static class StringsNamesAndKeysTogether extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public long commit(WriteBatch batch) {
          WriteBatch one = new WriteBatch();
          batch
              .writes()
              .forEach(
                  write -> {
                    one.add(write);
                    Bytes joined = Bytes.concat(Bytes.utf8(write.table()), write.key());
                    one.add(new WriteBatch.Write("all", joined, write.value()));
                  });
          return inner.commit(one);
        }

        @Override
        public SortedSet<String> tables() {
          SortedSet<String> tables = new TreeSet<>(inner.tables());
          tables.remove("all");
          return tables;
        }

        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          Bytes prefix = Bytes.utf8(table);
          inner.scan(
              "all",
              Bytes.concat(prefix, from),
              (key, value) ->
                  key.truncate(prefix.size()).equals(prefix)
                      && visitor.visit(key.slice(prefix.size()), value));
        }
      };
    }
  }

  static class CutsNamesAtAZeroByte extends WrongStore.Checked {
    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        private String cut(String table) {
          int zero = table.indexOf('\0');
          return zero < 1 ? table : table.substring(0, zero);
        }

        @Override
        public long commit(WriteBatch batch) {
          WriteBatch all = new WriteBatch();
          batch
              .writes()
              .forEach(
                  one -> all.add(new WriteBatch.Write(cut(one.table()), one.key(), one.value())));
          return inner.commit(all);
        }

        @Override
        public void scan(String table, Bytes from, EntryVisitor visitor) {
          inner.scan(cut(table), from, visitor);
        }
      };
    }
  }

  static class ListsTablesOnceWritten extends WrongStore.Checked {
    private final SortedSet<String> written = new TreeSet<>();

    @Override
    StateStore wrong(HeapStore right) {
      return new WrongStore(right) {
        @Override
        public synchronized long commit(WriteBatch batch) {
          batch.writes().forEach(write -> written.add(write.table()));
          return inner.commit(batch);
        }

        @Override
        public synchronized SortedSet<String> tables() {
          return new TreeSet<>(written);
        }
      };
    }
  }
}
