// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one call that a lambda makes of an interface. The lambda is given a proxy that notes method
 * and arguments and runs nothing.
 */
final class RecordedCall {
  private final TypedInterface target;
  private @Nullable TypedMethod method;
  private @Nullable Object[] arguments = {};
  private @Nullable Object given;

  private RecordedCall(TypedInterface target) {
    this.target = target;
  }

  /**
   * Runs a lambda that returns what the method gives.
   *
   * @throws IllegalArgumentException if it does anything else
   */
  static <I> RecordedCall ofValue(
      TypedInterface target,
      Class<I> type,
      Function<? super I, ? extends @Nullable Object> lambda) {
    RecordedCall call = new RecordedCall(target);
    Object returned = lambda.apply(type.cast(call.proxy(type)));
    if (!Objects.equals(returned, call.given)) {
      throw call.notOneCall();
    }
    return call;
  }

  /**
   * Runs a lambda that calls a method without a value.
   *
   * @throws IllegalArgumentException if it does anything else
   */
  static <I> RecordedCall ofNothing(
      TypedInterface target, Class<I> type, Consumer<? super I> lambda) {
    RecordedCall call = new RecordedCall(target);
    lambda.accept(type.cast(call.proxy(type)));
    if (call.method().returns() != null) {
      throw new IllegalArgumentException(
          target.name() + "." + call.method() + " returns something: use call instead of run.");
    }
    return call;
  }

  private Object proxy(Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        (self, invoked, args) ->
            invoked.getDeclaringClass() == Object.class
                ? ofObject(self, invoked, args, target)
                : note(invoked, args));
  }

  TypedMethod method() {
    if (method == null) {
      throw notOneCall();
    }
    return method;
  }

  @Nullable Object[] arguments() {
    return arguments;
  }

  private @Nullable Object note(Method invoked, @Nullable Object @Nullable [] args) {
    TypedMethod found = target.method(invoked);
    if (found == null) {
      throw new IllegalArgumentException(
          target.name() + "." + invoked.getName() + " is no @IpcMethod, so it cannot be called.");
    }
    if (method != null) {
      throw notOneCall();
    }
    method = found;
    arguments = args == null ? new Object[0] : args;
    given = placeholder(invoked.getReturnType());
    return given;
  }

  /** What a proxy may return for the type; a type of reference has null. */
  private static @Nullable Object placeholder(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? (Object) 0L : null;
  }

  private static Object ofObject(
      Object self, Method invoked, @Nullable Object @Nullable [] args, TypedInterface target) {
    return switch (invoked.getName()) {
      case "equals" -> args != null && self == args[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> "a call of " + target.name();
    };
  }

  private IllegalArgumentException notOneCall() {
    return new IllegalArgumentException(
        "the lambda must call one method of "
            + target.name()
            + " and return what that gives, as in c -> c.increment(by). The value comes with the"
            + " Result, so nothing can be done with it before.");
  }
}
