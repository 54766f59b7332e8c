// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.core.reflect.RecordShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values that are written as an object with fixed fields. A {@code note} may stand beside them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the values
 */
public final class ObjectForm<T> implements Form<T> {
  /** The one field that may stand in any object and says nothing to the runner. */
  public static final String NOTE = "note";

  private final Map<String, Field<T, ?>> fields;
  private final Function<Reading, T> constructor;

  private ObjectForm(Map<String, Field<T, ?>> fields, Function<Reading, T> constructor) {
    this.fields = fields;
    this.constructor = constructor;
  }

  /**
   * Begins a form.
   *
   * @param <T> the values
   * @return a form without fields, to be continued
   */
  public static <T> Builder<T> of() {
    return new Builder<>();
  }

  /**
   * The form of a record that is written as an object with a field for each component, under the
   * component's name.
   *
   * @param type the record, as {@link RecordShape} can see it
   * @param forms how the components are written, in their order
   * @param <T> the record
   * @return the form
   * @throws IllegalArgumentException if there are more or fewer forms than components
   */
  public static <T extends Record> ObjectForm<T> record(Class<T> type, Form<?>... forms) {
    RecordShape<T> shape = RecordShape.of(type);
    shape.requireSize(forms.length);
    Builder<T> builder = of();
    for (int i = 0; i < forms.length; i++) {
      int component = i;
      builder.field(
          shape.names().get(i), untyped(forms[i]), value -> shape.split(value)[component]);
    }
    return builder.build(read -> shape.join(read.values.values().toArray()));
  }

  @SuppressWarnings("unchecked") // compares and writes components of the type that it reads
  private static Form<Object> untyped(Form<?> form) {
    return (Form<Object>) form;
  }

  @Override
  public T read(JsonValue json) {
    JsonObject object = checked(json);
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach((name, field) -> values.put(name, field.form.read(object.required(name))));
    return constructor.apply(new Reading(values));
  }

  @Override
  public void compare(JsonValue expected, T actual, Differences differences) {
    JsonObject object = checked(expected);
    fields.forEach((name, field) -> field.compare(object.required(name), actual, differences));
  }

  @Override
  public String write(T value) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + ":" + field.getValue().write(value))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private JsonObject checked(JsonValue json) {
    JsonObject object = json.asObject();
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (name.equals(NOTE) && !fields.containsKey(NOTE)) {
                value.asText();
              } else if (!fields.containsKey(name)) {
                throw value.invalid(
                    "unknown field \"" + name + "\". " + Suggestion.instead(name, fields.keySet()));
              }
            });
    return object;
  }

  /**
   * A form that is not finished.
   *
   * @param <T> the values
   */
  public static final class Builder<T> {
    private final Map<String, Field<T, ?>> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a field.
     *
     * @param name its name
     * @param form how it is written
     * @param part what it shows of a value
     * @param <V> what the field holds
     * @return this
     */
    public <V> Builder<T> field(String name, Form<V> form, Function<T, V> part) {
      fields.put(name, new Field<>(form, part));
      return this;
    }

    /**
     * Ends a form.
     *
     * @param constructor makes a value of its fields
     * @return the form
     */
    public ObjectForm<T> build(Function<Reading, T> constructor) {
      return new ObjectForm<>(new LinkedHashMap<>(fields), constructor);
    }
  }

  /** The fields that were read. */
  public static final class Reading {
    private final Map<String, Object> values;

    private Reading(Map<String, Object> values) {
      this.values = values;
    }

    /**
     * One field.
     *
     * @param name its name
     * @param type its type, as its form gives it
     * @param <V> the type
     * @return what was read
     */
    public <V> V get(String name, Class<V> type) {
      Object value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException("no field " + name);
      }
      return type.cast(value);
    }

    /**
     * One field that is a list.
     *
     * @param name its name
     * @param type the type of the items
     * @param <V> the type
     * @return what was read
     */
    public <V> List<V> list(String name, Class<V> type) {
      List<?> items = get(name, List.class);
      return items.stream().<V>map(type::cast).toList();
    }
  }

  private record Field<T, V>(Form<V> form, Function<T, V> part) {
    void compare(JsonValue expected, T actual, Differences differences) {
      form.compare(expected, part.apply(actual), differences);
    }

    String write(T value) {
      return form.write(part.apply(value));
    }
  }
}
