// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.chain.Nothing;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * Values side by side, as the arguments of a function, what it returns, the data of an event, or
 * the fields of a struct; and the Java value that they make together.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <A> the Java value
 */
public final class AbiArguments<A> {
  private final List<AbiForm<Object>> forms;
  private final int words;
  private final Function<? super A, Object[]> split;
  private final Function<Object[], ? extends A> join;

  private AbiArguments(
      List<AbiForm<Object>> forms,
      Function<? super A, Object[]> split,
      Function<Object[], ? extends A> join) {
    this.forms = forms;
    this.words = forms.stream().mapToInt(AbiForm::slots).sum();
    this.split = split;
    this.join = join;
  }

  public static AbiArguments<Nothing> none() {
    return new AbiArguments<>(List.of(), nothing -> new Object[0], values -> Nothing.NOTHING);
  }

  @SuppressWarnings("unchecked") // reads and writes what the form does
  public static <A> AbiArguments<A> one(AbiForm<A> form) {
    return new AbiArguments<>(
        List.of((AbiForm<Object>) form), value -> new Object[] {value}, values -> (A) values[0]);
  }

  /** The components of a record. */
  public static <A extends Record> AbiArguments<A> of(Class<A> record) {
    RecordShape<A> shape = RecordShape.of(record);
    return new AbiArguments<>(
        shape.types().stream().<AbiForm<Object>>map(AbiForm::of).toList(),
        shape::split,
        shape::join);
  }

  /** As many values as there are forms. */
  public static AbiArguments<Object[]> all(List<AbiForm<Object>> forms) {
    return new AbiArguments<>(forms, Function.identity(), Function.identity());
  }

  /** The same values as the fields of a struct, with these names. */
  AbiForm<A> asStruct(String... names) {
    return AbiForm.struct(types(names), words, this::write, this::read);
  }

  /** The types in parentheses, with names where they are given. */
  public String types(String... names) {
    if (names.length > 0 && names.length != forms.size()) {
      throw new IllegalArgumentException(names.length + " names for " + forms.size() + " values");
    }
    StringJoiner types = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < forms.size(); i++) {
      String type = forms.get(i).type();
      types.add(names.length == 0 ? type : type + " " + names[i]);
    }
    return types.toString();
  }

  public Bytes encode(A value) {
    AbiWriter out = AbiWriter.ofThread();
    write(out, value);
    return out.toBytes();
  }

  public A decode(Bytes data) {
    return read(new AbiReader(data).head(words));
  }

  private A read(AbiReader.Head head) {
    Object[] values = new Object[forms.size()];
    int at = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = forms.get(i).read(head, at);
      at += forms.get(i).slots();
    }
    return join.apply(values);
  }

  private void write(AbiWriter out, A value) {
    Object[] values = split.apply(value);
    int start = out.size();
    int[] offsets = new int[values.length];
    for (int i = 0; i < offsets.length; i++) {
      if (forms.get(i).isDynamic()) {
        offsets[i] = out.reserve();
      } else {
        forms.get(i).write(out, values[i]);
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      if (forms.get(i).isDynamic()) {
        out.patch(offsets[i], out.size() - start);
        forms.get(i).write(out, values[i]);
      }
    }
  }
}
