// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Values side by side, as the arguments of a function, what it returns, or the fields of a struct;
 * and the Java value that they make together.
 *
 * @param <A> the Java value
 */
public final class AbiArguments<A> {
  /**
   * Makes a value of three.
   *
   * @param <X> the first
   * @param <Y> the second
   * @param <Z> the third
   * @param <A> the value
   */
  @FunctionalInterface
  public interface Function3<X, Y, Z, A> {
    A apply(X x, Y y, Z z);
  }

  /** Makes a value of four. */
  @FunctionalInterface
  interface Function4<W, X, Y, Z, A> {
    A apply(W w, X x, Y y, Z z);
  }

  /** Makes the value of a head area. */
  @FunctionalInterface
  private interface Maker<A> {
    A read(AbiReader.Head head);
  }

  private record Part<A, T>(AbiForm<T> form, Function<? super A, ? extends T> get) {
    void write(AbiWriter out, A all) {
      form.write(out, get.apply(all));
    }
  }

  private final List<Part<A, ?>> parts;
  private final int words;
  private final Maker<? extends A> maker;

  private AbiArguments(List<Part<A, ?>> parts, Maker<? extends A> maker) {
    this.parts = parts;
    this.words = parts.stream().mapToInt(part -> part.form().slots()).sum();
    this.maker = maker;
  }

  static AbiArguments<Nothing> none() {
    return none(() -> Nothing.NOTHING);
  }

  /**
   * Nothing at all.
   *
   * @param make makes the Java value
   * @param <A> the Java value
   * @return the arguments
   */
  public static <A> AbiArguments<A> none(Supplier<? extends A> make) {
    return new AbiArguments<>(List.of(), head -> make.get());
  }

  /**
   * A single value.
   *
   * @param form how it is encoded
   * @param <A> the value
   * @return the arguments
   */
  public static <A> AbiArguments<A> one(AbiForm<A> form) {
    return of(form, Function.identity(), Function.identity());
  }

  /**
   * One value that another is made of.
   *
   * @param x how it is encoded
   * @param make makes the Java value
   * @param getX takes the encoded value out of it
   * @param <A> the Java value
   * @param <X> the encoded value
   * @return the arguments
   */
  public static <A, X> AbiArguments<A> of(
      AbiForm<X> x, Function<? super X, ? extends A> make, Function<? super A, ? extends X> getX) {
    return new AbiArguments<>(List.of(new Part<>(x, getX)), head -> make.apply(x.read(head, 0)));
  }

  /**
   * Two values.
   *
   * @param x how the first is encoded
   * @param y how the second is encoded
   * @param make makes the Java value
   * @param getX takes the first out of it
   * @param getY takes the second out of it
   * @param <A> the Java value
   * @param <X> the first
   * @param <Y> the second
   * @return the arguments
   */
  public static <A, X, Y> AbiArguments<A> of(
      AbiForm<X> x,
      AbiForm<Y> y,
      BiFunction<? super X, ? super Y, ? extends A> make,
      Function<? super A, ? extends X> getX,
      Function<? super A, ? extends Y> getY) {
    return new AbiArguments<>(
        List.of(new Part<>(x, getX), new Part<>(y, getY)),
        head -> {
          X first = x.read(head, 0);
          return make.apply(first, y.read(head, x.slots()));
        });
  }

  /**
   * Three values.
   *
   * @param x how the first is encoded
   * @param y how the second is encoded
   * @param z how the third is encoded
   * @param make makes the Java value
   * @param getX takes the first out of it
   * @param getY takes the second out of it
   * @param getZ takes the third out of it
   * @param <A> the Java value
   * @param <X> the first
   * @param <Y> the second
   * @param <Z> the third
   * @return the arguments
   */
  public static <A, X, Y, Z> AbiArguments<A> of(
      AbiForm<X> x,
      AbiForm<Y> y,
      AbiForm<Z> z,
      Function3<? super X, ? super Y, ? super Z, ? extends A> make,
      Function<? super A, ? extends X> getX,
      Function<? super A, ? extends Y> getY,
      Function<? super A, ? extends Z> getZ) {
    return new AbiArguments<>(
        List.of(new Part<>(x, getX), new Part<>(y, getY), new Part<>(z, getZ)),
        head -> {
          X first = x.read(head, 0);
          Y second = y.read(head, x.slots());
          return make.apply(first, second, z.read(head, x.slots() + y.slots()));
        });
  }

  static <A, W, X, Y, Z> AbiArguments<A> of(
      AbiForm<W> w,
      AbiForm<X> x,
      AbiForm<Y> y,
      AbiForm<Z> z,
      Function4<? super W, ? super X, ? super Y, ? super Z, ? extends A> make,
      Function<? super A, ? extends W> getW,
      Function<? super A, ? extends X> getX,
      Function<? super A, ? extends Y> getY,
      Function<? super A, ? extends Z> getZ) {
    int second = w.slots();
    int third = second + x.slots();
    int fourth = third + y.slots();
    return new AbiArguments<>(
        List.of(new Part<>(w, getW), new Part<>(x, getX), new Part<>(y, getY), new Part<>(z, getZ)),
        head -> {
          W one = w.read(head, 0);
          X two = x.read(head, second);
          Y three = y.read(head, third);
          return make.apply(one, two, three, z.read(head, fourth));
        });
  }

  /** The same values as the fields of a struct, with these names. */
  AbiForm<A> asStruct(String... names) {
    return AbiForm.struct(types(names), words, this::write, maker::read);
  }

  /** The types in parentheses, with names where they are given. */
  String types(String... names) {
    if (names.length > 0 && names.length != parts.size()) {
      throw new IllegalArgumentException(names.length + " names for " + parts.size() + " values");
    }
    StringJoiner types = new StringJoiner(", ", "(", ")");
    for (int i = 0; i < parts.size(); i++) {
      String type = parts.get(i).form().type();
      types.add(names.length == 0 ? type : type + " " + names[i]);
    }
    return types.toString();
  }

  Bytes encode(A value) {
    AbiWriter out = AbiWriter.ofThread();
    write(out, value);
    return out.toBytes();
  }

  A decode(Bytes data) {
    return maker.read(new AbiReader(data).head(words));
  }

  private void write(AbiWriter out, A value) {
    int start = out.size();
    int[] offsets = new int[parts.size()];
    for (int i = 0; i < offsets.length; i++) {
      if (parts.get(i).form().isDynamic()) {
        offsets[i] = out.reserve();
      } else {
        parts.get(i).write(out, value);
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      if (parts.get(i).form().isDynamic()) {
        out.patch(offsets[i], out.size() - start);
        parts.get(i).write(out, value);
      }
    }
  }
}
