// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.reflect;

import io.crossline.core.handler.HandlerException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Function;

/**
 * Calls methods and constructors of handler classes and their records, which need not be public.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Reflection {
  private Reflection() {}

  /**
   * Makes a member accessible.
   *
   * @param member a method or a constructor
   * @param owner the class that it is of
   * @param where names it in errors
   * @throws HandlerException if the module of the class does not open its package
   */
  public static void open(AccessibleObject member, Class<?> owner, String where) {
    try {
      member.setAccessible(true);
    } catch (InaccessibleObjectException closed) {
      throw new HandlerException(
          where
              + ": not accessible. Add \"opens "
              + owner.getPackageName()
              + " to io.crossline.starknet;\" to the descriptor of "
              + owner.getModule()
              + ".",
          closed);
    }
  }

  /**
   * Finds a constructor.
   *
   * @param type the class
   * @param parameters its parameters
   * @param where names the class in errors
   * @return makes an object of arguments; what the constructor throws comes out as it was
   * @throws HandlerException if the module of the class does not open its package
   */
  public static Function<Object[], Object> constructor(
      Class<?> type, Class<?>[] parameters, String where) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(parameters);
      open(constructor, type, where);
      return arguments -> unwrap(() -> constructor.newInstance(arguments));
    } catch (NoSuchMethodException absent) {
      throw new IllegalStateException(type + " has no canonical constructor", absent);
    }
  }

  /**
   * Calls a method.
   *
   * @param method the method, made accessible
   * @param receiver its object
   * @param arguments its arguments
   * @return what it returned; what it throws comes out as it was
   */
  public static Object call(Method method, Object receiver, Object... arguments) {
    return unwrap(() -> method.invoke(receiver, arguments));
  }

  private interface Invocation {
    Object run() throws ReflectiveOperationException;
  }

  /** What the called code threw comes out as it was; a checked exception inside a runtime one. */
  private static Object unwrap(Invocation invocation) {
    try {
      return invocation.run();
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
