// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How one type of value stands in encoded arguments, structs and arrays: its Solidity type, and how
 * it is written and read.
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
  static <T> AbiForm<T> value(
      String type, BiConsumer<AbiWriter, ? super T> writer, Reader<? extends T> reader) {
    return new AbiForm<>(type, 1, writer, reader);
  }

  /** A struct with so many words of head, behind an offset if it is dynamic, otherwise in place. */
  static <T> AbiForm<T> struct(
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

  /** An array of any length. */
  static <T> AbiForm<List<T>> listOf(AbiForm<T> element) {
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
  String type() {
    return type;
  }

  /** Whether the value stands behind an offset. */
  boolean isDynamic() {
    return parsed.isDynamic();
  }

  /** How many words it takes in the head of what contains it. */
  int slots() {
    return isDynamic() ? 1 : headWords;
  }

  /** Writes the value in place, or what the offset points to. */
  void write(AbiWriter out, T value) {
    writer.accept(out, value);
  }

  /** Reads the value at a word of the head of what contains it. */
  T read(AbiReader.Head head, int index) {
    return reader.read(head, index);
  }
}
