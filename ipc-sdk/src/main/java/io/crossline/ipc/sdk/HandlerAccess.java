// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.handler.HandlerException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Calls methods and constructors of handler classes, which need not be public. */
final class HandlerAccess {
  private HandlerAccess() {}

  static <M extends AccessibleObject & Member> M open(M member, String where) {
    Class<?> owner = member.getDeclaringClass();
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException closed) {
      throw new HandlerException(
          where
              + ": not accessible. Add \"opens "
              + owner.getPackageName()
              + " to "
              + HandlerAccess.class.getModule().getName()
              + ";\" to the descriptor of "
              + owner.getModule()
              + ".",
          closed);
    }
  }

  static @Nullable Object call(Method method, Object receiver, @Nullable Object... arguments) {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getTargetException());
    } catch (IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
  }

  static Object construct(Constructor<?> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException thrown) {
      throw unchecked(thrown.getTargetException());
    } catch (InstantiationException | IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
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
