// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.reflect;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.Members;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.util.function.Function;

/**
 * Makes members of handler classes and their records accessible, which need not be public.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Reflection {
  private Reflection() {}

  /**
   * Makes a member accessible.
   *
   * @param member a method or a constructor
   * @param where names it in errors
   * @param <M> which of the two
   * @return the member
   * @throws HandlerException if the module of its class does not open its package
   */
  public static <M extends AccessibleObject & Member> M open(M member, String where) {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException closed) {
      throw Members.closed(member, Reflection.class.getModule(), where, closed);
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
      Constructor<?> constructor = open(type.getDeclaredConstructor(parameters), where);
      return arguments -> Members.construct(constructor, arguments);
    } catch (NoSuchMethodException absent) {
      throw new IllegalStateException(type + " has no canonical constructor", absent);
    }
  }
}
