// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import java.util.List;
import java.util.function.Function;

/**
 * Members of an enumeration, by name.
 *
 * @param <T> the enumeration
 */
final class MemberForm<T> implements Form<T> {
  private final List<T> members;
  private final Function<T, String> name;

  MemberForm(List<T> members, Function<T, String> name) {
    this.members = members;
    this.name = name;
  }

  @Override
  public T read(JsonValue json) {
    String text = json.asText();
    for (T member : members) {
      if (name.apply(member).equals(text)) {
        return member;
      }
    }
    throw json.invalid(
        "unknown name \""
            + text
            + "\". "
            + Suggestion.instead(text, members.stream().map(name).toList()));
  }

  @Override
  public void compare(JsonValue expected, T actual, Differences differences) {
    if (!expected.asText().equals(name.apply(actual))) {
      differences.add(expected, name.apply(actual));
    }
  }

  @Override
  public String write(T value) {
    return name.apply(value);
  }
}
