// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.handler.HandlerException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls methods and constructors of handler classes, which need not be public.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Members {
  private Members() {}

  /**
   * Calls a method.
   *
   * @param method the method, made accessible
   * @param receiver its object
   * @param arguments its arguments
   * @return what it returned; what it throws comes out as it was
   */
  public static @Nullable Object call(
      Method method, Object receiver, @Nullable Object... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getTargetException());
    } catch (IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
  }

  /**
   * Makes an object.
   *
   * @param constructor the constructor, made accessible
   * @param arguments its arguments
   * @return the object; what the constructor throws comes out as it was
   */
  public static Object construct(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getTargetException());
    } catch (InstantiationException | IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
  }

  /**
   * The annotated methods of a class and its superclasses; one that is overridden counts as it is
   * overridden.
   *
   * @param type the class
   * @param annotation what marks them
   * @return the methods, in an order that is always the same
   */
  public static List<Method> annotated(Class<?> type, Class<? extends Annotation> annotation) {
    Map<String, Method> methods = new TreeMap<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Method method : c.getDeclaredMethods()) {
        // The compiler copies annotations onto the bridges that it makes for generic methods.
        if (!method.isBridge()) {
          methods.putIfAbsent(
              method.getName() + Arrays.toString(method.getParameterTypes()), method);
        }
      }
    }
    return methods.values().stream()
        .filter(method -> method.isAnnotationPresent(annotation))
        .toList();
  }

  /**
   * What is wrong where a module does not open a package.
   *
   * @param member what could not be made accessible
   * @param opener the module that wanted to
   * @param where what to begin the error with
   * @param closed what Java said
   * @return the exception, to be thrown
   * @param <M> a method or a constructor
   */
  public static <M extends AccessibleObject & Member> HandlerException closed(
      M member, Module opener, String where, InaccessibleObjectException closed) {
    Class<?> owner = member.getDeclaringClass();
    return new HandlerException(
        where
            + ": not accessible. Add \"opens "
            + owner.getPackageName()
            + " to "
            + opener.getName()
            + ";\" to the descriptor of "
            + owner.getModule()
            + ".",
        closed);
  }

  /** As it was thrown; a checked exception within a runtime one that repeats its message. */
  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(thrown.getMessage(), thrown);
  }
}
