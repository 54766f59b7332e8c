// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.reflect.RecordShape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How one type of value stands in encoded arguments, structs and arrays: its Solidity type, and how
 * it is written and read.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the values
 */
public final class AbiForm<T> {
  /** Reads a value of the head area of what contains it. */
  @FunctionalInterface
  interface Reader<T> {
    T read(AbiReader.Head head, int index);
  }

  /** Reads a struct of its own head area. */
  @FunctionalInterface
  interface StructReader<T> {
    T read(AbiReader.Head struct);
  }

  private final String type;
  private final AbiType parsed;
  private final int headWords;
  private final BiConsumer<AbiWriter, ? super T> writer;
  private final Reader<? extends T> reader;

  private AbiForm(
      String type,
      int headWords,
      BiConsumer<AbiWriter, ? super T> writer,
      Reader<? extends T> reader) {
    this.type = type;
    this.parsed = AbiType.parse(type);
    this.headWords = headWords;
    this.writer = writer;
    this.reader = reader;
  }

  /** A value in one word, or dynamic bytes. */
  public static <T> AbiForm<T> value(
      String type, BiConsumer<AbiWriter, ? super T> writer, Reader<? extends T> reader) {
    return new AbiForm<>(type, 1, writer, reader);
  }

  /** A struct with so many words of head, behind an offset if it is dynamic, otherwise in place. */
  public static <T> AbiForm<T> struct(
      String type,
      int words,
      BiConsumer<AbiWriter, ? super T> writer,
      StructReader<? extends T> reader) {
    boolean dynamic = AbiType.parse(type).isDynamic();
    return new AbiForm<>(
        type,
        words,
        writer,
        dynamic
            ? (head, index) -> reader.read(head.tuple(index, words))
            : (head, index) -> reader.read(head.inline(index, words)));
  }

  /**
   * The form of each Java type: of those that {@link IpcForms} knows, of a list of such, or of a
   * record of such, which is a struct whose fields have the names of the components.
   */
  @SuppressWarnings("unchecked") // reads and writes values of the Java type
  public static <T> AbiForm<T> of(Class<T> type) {
    return (AbiForm<T>) of((Type) type);
  }

  @SuppressWarnings("unchecked") // as above
  public static AbiForm<Object> of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return (AbiForm<Object>) (AbiForm<?>) listOf(of(list.getActualTypeArguments()[0]));
    }
    AbiForm<?> known = IpcForms.known(type);
    if (known != null) {
      return (AbiForm<Object>) known;
    }
    if (type instanceof Class<?> struct && struct.isRecord()) {
      return (AbiForm<Object>) (AbiForm<?>) struct(struct.asSubclass(Record.class));
    }
    throw new IllegalArgumentException(type + " has no form in IPC's contracts");
  }

  private static <T extends Record> AbiForm<T> struct(Class<T> record) {
    return AbiArguments.of(record).asStruct(RecordShape.of(record).names().toArray(String[]::new));
  }

  /** An array of any length. */
  public static <T> AbiForm<List<T>> listOf(AbiForm<T> element) {
    boolean dynamic = element.isDynamic();
    int stride = dynamic ? 1 : element.headWords;
    return value(
        element.type + "[]",
        (out, list) -> {
          out.number(list.size());
          writeAll(out, element, list);
        },
        (head, index) -> {
          AbiReader.Items items = head.array(index, stride, dynamic);
          List<T> list = new ArrayList<>(items.size());
          for (int i = 0; i < items.size(); i++) {
            list.add(element.read(items, i * stride));
          }
          return List.copyOf(list);
        });
  }

  private static <T> void writeAll(AbiWriter out, AbiForm<T> element, List<T> list) {
    if (!element.isDynamic()) {
      list.forEach(value -> element.write(out, value));
      return;
    }
    int start = out.size();
    list.forEach(value -> out.reserve());
    for (int i = 0; i < list.size(); i++) {
      out.patch(start + 32 * i, out.size() - start);
      element.write(out, list.get(i));
    }
  }

  /** The Solidity type, with the names of the components of structs. */
  public String type() {
    return type;
  }

  /** Whether the value stands behind an offset. */
  public boolean isDynamic() {
    return parsed.isDynamic();
  }

  /** How many words it takes in the head of what contains it. */
  public int slots() {
    return isDynamic() ? 1 : headWords;
  }

  /** Writes the value in place, or what the offset points to. */
  public void write(AbiWriter out, T value) {
    writer.accept(out, value);
  }

  /** Reads the value at a word of the head of what contains it. */
  public T read(AbiReader.Head head, int index) {
    return reader.read(head, index);
  }
}
