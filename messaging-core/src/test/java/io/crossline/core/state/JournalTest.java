// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final UInt256 KEY = UInt256.of(1);

  private static final Codec<Integer> INT =
      Codec.of(number -> Bytes.ofLong(number), bytes -> (int) bytes.getLong(0));

  private final State state = new State();
  private final Journal journal = state.journal();
  private final WordTable words = state.wordTable("words");
  private final WordTable otherWords = state.wordTable("otherWords");
  private final ObjectTable<String, Integer> objects =
      state.objectTable("objects", Codec.TEXT, INT);
  private final JournaledList<String> list = state.list("list", Codec.TEXT);
  private final JournaledSet<String> set = new JournaledSet<>(state, "set", Codec.TEXT);
  private final Cell<String> cell = state.cell("cell", Codec.TEXT, "first");

  /** Everything that can be read, in one value. */
  private String all() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      all.append(words.get(UInt256.of(i))).append(' ').append(otherWords.get(UInt256.of(i)));
      all.append(' ').append(objects.get("k" + i)).append(' ');
    }
    return all.append(objects.size())
        .append(list.snapshot())
        .append(set.snapshot())
        .append(cell.get())
        .append(words.size())
        .append(otherWords.size())
        .toString();
  }

  private void writeSomething(Random random) {
    String name = "k" + random.nextInt(6);
    switch (random.nextInt(9)) {
      case 0 -> words.put(UInt256.of(random.nextInt(6)), UInt256.of(random.nextInt(3)));
      case 1 -> otherWords.put(UInt256.of(random.nextInt(6)), UInt256.of(random.nextInt(3)));
      case 2 -> objects.put(name, random.nextInt(100));
      case 3 -> objects.remove(name);
      case 4 -> list.add(name);
      case 5 -> {
        if (list.size() > 0) {
          list.swapRemove(random.nextInt(list.size()));
        }
      }
      case 6 -> set.add(name);
      case 7 -> set.remove(name);
      default -> cell.set(name);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everythingGoesBackToAnyMark(long seed) {
    Random random = new Random(seed);
    List<Journal.Mark> marks = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (int step = 0; step < 5000; step++) {
      if (random.nextInt(10) == 0) {
        marks.add(journal.mark());
        seen.add(all());
      } else if (random.nextInt(25) == 0 && !marks.isEmpty()) {
        int back = random.nextInt(marks.size());
        journal.revertTo(marks.get(back));
        assertThat(all()).isEqualTo(seen.get(back));
        assertThat(journal.mark()).isEqualTo(marks.get(back));
        marks.subList(back + 1, marks.size()).clear();
        seen.subList(back + 1, seen.size()).clear();
      } else {
        writeSomething(random);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void sealedWritesAreUndoneBlockByBlock(long seed) {
    Random random = new Random(seed);
    List<Journal.Sealed> blocks = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (int block = 0; block < 20; block++) {
      before.add(all());
      for (int i = 0; i < 40; i++) {
        writeSomething(random);
      }
      blocks.add(journal.seal());
    }
    for (int block = 19; block >= 0; block--) {
      assertThat(all()).isNotEqualTo(before.get(block));
      blocks.get(block).undo();
      assertThat(all()).isEqualTo(before.get(block));
    }
    assertThat(journal.mark()).isEqualTo(new Journal.Mark(0, 0));
  }

  @Test
  void aMarkServesMoreThanOnce() {
    words.put(KEY, UInt256.ONE);
    Journal.Mark mark = journal.mark();
    for (int i = 2; i < 5; i++) {
      words.put(KEY, UInt256.of(i));
      cell.set("changed");
      journal.revertTo(mark);
      assertThat(words.get(KEY)).isEqualTo(UInt256.ONE);
      assertThat(cell.get()).isEqualTo("first");
    }
  }

  @Test
  void whatIsSealedIsNotTouchedByLaterReverts() {
    words.put(KEY, UInt256.ONE);
    Journal.Sealed sealed = journal.seal();
    Journal.Mark mark = journal.mark();
    words.put(KEY, UInt256.of(2));
    journal.revertTo(mark);
    assertThat(words.get(KEY)).isEqualTo(UInt256.ONE);
    sealed.undo();
    assertThat(words.get(KEY)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void whatIsClearedCannotBeUndone() {
    words.put(KEY, UInt256.ONE);
    cell.set("second");
    journal.clear();
    journal.seal().undo();
    assertThat(words.get(KEY)).isEqualTo(UInt256.ONE);
    assertThat(cell.get()).isEqualTo("second");
  }

  @Test
  void aMarkOfThePastIsRefusedAndNothingUndone() {
    Journal.Mark start = journal.mark();
    words.put(KEY, UInt256.ONE);
    Journal.Mark afterWord = journal.mark();
    cell.set("second");
    Journal.Mark afterCell = journal.mark();
    journal.revertTo(start);
    words.put(KEY, UInt256.of(5));
    String before = all();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> journal.revertTo(afterCell))
        .withMessageContaining("not valid any more")
        .withMessageContaining("take a new mark");
    assertThat(all()).isEqualTo(before);
    journal.seal();
    assertThatIllegalArgumentException().isThrownBy(() -> journal.revertTo(afterWord));
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void manyWritesOfOneFrameAreUndone() {
    words.put(KEY, UInt256.ONE);
    Journal.Mark mark = journal.mark();
    for (int i = 0; i < 10_000; i++) {
      words.put(UInt256.of(i), UInt256.of(i + 1));
      cell.set("v" + i);
    }
    journal.revertTo(mark);
    assertThat(words.size()).isEqualTo(1);
    assertThat(words.get(KEY)).isEqualTo(UInt256.ONE);
    assertThat(cell.get()).isEqualTo("first");
  }

  @Test
  void anObjectTableIsAMap() {
    Map<String, Integer> model = new HashMap<>();
    Random random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      String key = "k" + random.nextInt(30);
      if (random.nextBoolean()) {
        objects.put(key, i);
        model.put(key, i);
      } else {
        objects.remove(key);
        model.remove(key);
      }
      assertThat(objects.size()).isEqualTo(model.size());
      assertThat(objects.get(key).orElse(null)).isEqualTo(model.get(key));
    }
  }

  @Test
  void aListRemovesAsSolidityDoes() {
    for (String item : List.of("a", "b", "c", "d")) {
      list.add(item);
    }
    list.swapRemove(1);
    assertThat(list.snapshot()).containsExactly("a", "d", "c");
    list.swapRemove(2);
    assertThat(list.snapshot()).containsExactly("a", "d");
    assertThat(list.indexOf("d")).isEqualTo(1);
    assertThat(list.indexOf("c")).isEqualTo(-1);
    assertThat(list.get(0)).isEqualTo("a");
    for (int wrong : new int[] {-1, 2}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> list.swapRemove(wrong));
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.get(wrong));
    }
    assertThat(list.snapshot()).containsExactly("a", "d");
    journal.seal().undo();
    assertThat(list.size()).isZero();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> list.swapRemove(0));
  }

  @Test
  void aSnapshotStaysAsItWas() {
    list.add("a");
    set.add("a");
    List<String> ofList = list.snapshot();
    List<String> ofSet = set.snapshot();
    list.add("b");
    set.add("b");
    assertThat(ofList).containsExactly("a");
    assertThat(ofSet).containsExactly("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> ofList.add("c"));
  }

  @Test
  void aSetKeepsTheOrderOfEnumerableSet() {
    List<String> model = new ArrayList<>();
    Map<String, Boolean> members = new LinkedHashMap<>();
    Random random = new Random(9);
    for (int i = 0; i < 3000; i++) {
      String item = "k" + random.nextInt(12);
      if (random.nextBoolean()) {
        assertThat(set.add(item)).isEqualTo(members.put(item, true) == null);
        if (!model.contains(item)) {
          model.add(item);
        }
      } else {
        assertThat(set.remove(item)).isEqualTo(members.remove(item) != null);
        int place = model.indexOf(item);
        if (place >= 0) {
          String last = model.remove(model.size() - 1);
          if (place < model.size()) {
            model.set(place, last);
          }
        }
      }
      assertThat(set.snapshot()).isEqualTo(model);
      assertThat(set.size()).isEqualTo(model.size());
      assertThat(set.contains(item)).isEqualTo(model.contains(item));
    }
  }
}
