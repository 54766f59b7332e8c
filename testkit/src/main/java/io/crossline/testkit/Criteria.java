// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which messages are meant, in words and as a predicate.
 *
 * @param words what is asked of a message, such as {@code from alice}, in the order in which it was
 *     asked
 * @param test whether a message is meant
 */
record Criteria<M>(List<String> words, Predicate<M> test) {
  static <M> Criteria<M> none() {
    return new Criteria<>(List.of(), message -> true);
  }

  Criteria<M> and(String word, Predicate<? super M> more) {
    List<String> longer = new ArrayList<>(words);
    longer.add(word);
    return new Criteria<>(List.copyOf(longer), test.and(more));
  }

  /** What one message that is meant is called, or several of them. */
  String describe(String counted) {
    return words.isEmpty() ? counted : counted + " " + String.join(" ", words);
  }
}
