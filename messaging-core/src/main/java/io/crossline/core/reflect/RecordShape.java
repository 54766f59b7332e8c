// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * The components of a record in their order: what they are called, and how a record is taken apart
 * and put together. For codecs and forms, so that none has to name each component again.
 *
 * <p>Immutable and safe for threads to share.
 *
 * @param <T> the record; unless it is public and in an exported package, its package is opened to
 *     this module
 */
public final class RecordShape<T> {
  private final MethodHandle[] getters;
  private final List<String> names;
  private final List<Type> types;
  private final Constructor<T> constructor;

  private RecordShape(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    names = Stream.of(components).map(RecordComponent::getName).toList();
    types = Stream.of(components).map(RecordComponent::getGenericType).toList();
    Class<?>[] raw = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    constructor = access(() -> type.getDeclaredConstructor(raw));
    constructor.trySetAccessible();
    getters = Stream.of(components).map(RecordShape::getter).toArray(MethodHandle[]::new);
  }

  /**
   * Looks at a record.
   *
   * @param type the record
   * @param <T> the record
   * @return its shape
   * @throws IllegalStateException if its components cannot be read from here
   */
  public static <T extends Record> RecordShape<T> of(Class<T> type) {
    return new RecordShape<>(type);
  }

  /**
   * The names of the components.
   *
   * @return the names in order
   */
  public List<String> names() {
    return names;
  }

  /**
   * The types of the components.
   *
   * @return the types in order, with their type arguments
   */
  public List<Type> types() {
    return types;
  }

  /**
   * Refuses a list that should have an entry for each component.
   *
   * @param size how many entries it has
   * @throws IllegalArgumentException if there are more or fewer than components
   */
  public void requireSize(int size) {
    if (size != getters.length) {
      throw new IllegalArgumentException(
          constructor.getDeclaringClass().getSimpleName()
              + ": found "
              + size
              + " entries for "
              + getters.length
              + " components");
    }
  }

  /**
   * Takes a record apart.
   *
   * @param value the record
   * @return its components in order
   */
  public Object[] split(T value) {
    Object[] parts = new Object[getters.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i] = getters[i].invokeExact((Object) value);
      }
    } catch (Throwable e) {
      throw e instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
    return parts;
  }

  /**
   * Puts a record together.
   *
   * @param parts its components in order
   * @return the record
   * @throws RuntimeException what its constructor throws
   */
  public T join(Object[] parts) {
    return access(() -> constructor.newInstance(parts));
  }

  /**
   * The same record but for one component.
   *
   * @param value the record
   * @param name the component
   * @param part what it is in the new record
   * @return the new record
   * @throws IllegalArgumentException if there is no such component
   * @throws RuntimeException what the record's constructor throws
   */
  public T with(T value, String name, Object part) {
    int component = names.indexOf(name);
    if (component < 0) {
      throw new IllegalArgumentException("found no component " + name + " in " + names);
    }
    Object[] parts = split(value);
    parts[component] = part;
    return join(parts);
  }

  /** Reads a component; a handle, because records are taken apart where messages are sent. */
  private static MethodHandle getter(RecordComponent component) {
    component.getAccessor().trySetAccessible();
    MethodHandle getter = access(() -> MethodHandles.lookup().unreflect(component.getAccessor()));
    return getter.asType(MethodType.methodType(Object.class, Object.class));
  }

  /** Lets pass what a constructor or accessor throws. */
  private static <V> V access(Callable<V> member) {
    try {
      return member.call();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException("a record's constructor or accessor cannot be called", e);
    }
  }
}
