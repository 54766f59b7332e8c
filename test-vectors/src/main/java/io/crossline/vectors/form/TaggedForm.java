// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Values that are written as objects of several forms, of which one field says which.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the values
 */
public final class TaggedForm<T> implements Form<T> {
  private final String field;
  private final Map<String, ? extends Form<T>> forms;
  private final Function<T, String> tag;

  /**
   * Puts forms together.
   *
   * @param field the field that says the form; it is a field of each of them
   * @param forms the forms, by what the field says
   * @param tag what the field says of a value
   */
  public TaggedForm(String field, Map<String, ? extends Form<T>> forms, Function<T, String> tag) {
    this.field = field;
    this.forms = Map.copyOf(forms);
    this.tag = tag;
  }

  private Form<T> of(JsonValue json) {
    JsonValue name = json.asObject().required(field);
    Form<T> form = forms.get(name.asText());
    if (form == null) {
      throw name.invalid(
          "unknown "
              + field
              + " \""
              + name.asText()
              + "\". "
              + Suggestion.instead(name.asText(), forms.keySet()));
    }
    return form;
  }

  @Override
  public T read(JsonValue json) {
    return of(json).read(json);
  }

  @Override
  public void compare(JsonValue expected, T actual, Differences differences) {
    Form<T> form = of(expected);
    if (form == forms.get(tag.apply(actual))) {
      form.compare(expected, actual, differences);
    } else {
      form.read(expected);
      differences.add(expected.asObject().required(field), write(actual));
    }
  }

  @Override
  public String write(T value) {
    return Objects.requireNonNull(forms.get(tag.apply(value)), "no form").write(value);
  }
}
