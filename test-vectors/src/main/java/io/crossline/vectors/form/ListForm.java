// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Values that are written as an array.
 *
 * @param <T> the items
 */
final class ListForm<T> implements Form<List<T>> {
  private final Form<T> item;

  ListForm(Form<T> item) {
    this.item = item;
  }

  @Override
  public List<T> read(JsonValue json) {
    List<T> values = new ArrayList<>();
    for (JsonValue value : json.asArray().items()) {
      values.add(item.read(value));
    }
    return values;
  }

  @Override
  public void compare(JsonValue expected, List<T> actual, Differences differences) {
    JsonArray array = expected.asArray();
    for (int i = 0; i < array.items().size(); i++) {
      if (i < actual.size()) {
        item.compare(array.items().get(i), actual.get(i), differences);
      } else {
        item.read(array.items().get(i));
        differences.add(array.items().get(i), "nothing: there are only " + actual.size());
      }
    }
    if (actual.size() > array.items().size()) {
      differences.add(
          expected, array.items().size() + " items", actual.size() + ": " + write(actual));
    }
  }

  @Override
  public String write(List<T> value) {
    return value.stream().map(item::write).collect(Collectors.joining(",", "[", "]"));
  }
}
