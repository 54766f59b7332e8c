// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/**
 * Arrays, spans, and arrays of a fixed size, which have no length word.
 *
 * @param <T> the type of an element
 */
final class ListType<T> extends CairoType<List<T>> {
  /** How large a fixed array of elements without felts may be. */
  private static final int ANY = -1;

  private final CairoType<T> element;
  private final int size;

  /** An array or a span. */
  ListType(String name, CairoType<T> element) {
    this(name, element, ANY);
  }

  /** A fixed array. */
  ListType(String name, CairoType<T> element, int size) {
    super(name);
    this.element = element;
    this.size = size;
  }

  @Override
  List<T> read(FeltReader in) {
    return in.items(size == ANY ? in.felt() : Felt.of(size), element);
  }

  @Override
  void write(FeltWriter out, Object value) {
    if (!(value instanceof List<?> items)) {
      throw out.refused(value, this, "a list");
    }
    if (size == ANY) {
      out.number(items.size());
    } else if (items.size() != size) {
      throw out.refused("found " + items.size() + " elements, must be " + size);
    }
    for (int i = 0; i < items.size(); i++) {
      out.part("[" + i + "]", element, items.get(i));
    }
  }

  @Override
  public int leastFelts() {
    return size == ANY ? 1 : (int) Math.min(Integer.MAX_VALUE, (long) size * element.leastFelts());
  }

  @Override
  boolean gives(Type wanted) {
    return wanted instanceof ParameterizedType generic
        && generic.getRawType() == List.class
        && element.gives(generic.getActualTypeArguments()[0]);
  }
}
