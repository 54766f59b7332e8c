// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.AbiCarrier;
import io.crossline.core.typed.TypedFunction;
import io.crossline.ipc.CallMsg;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One {@link IpcMethod}: its selector, and how arguments and the return value are coded. */
final class TypedMethod {
  private final Method method;
  private final TypedFunction function;
  private final Bytes selector;
  private final @Nullable AbiCarrier returns;

  private TypedMethod(
      Method method, TypedFunction function, Bytes selector, @Nullable AbiCarrier returns) {
    this.method = method;
    this.function = function;
    this.selector = selector;
    this.returns = returns;
  }

  static TypedMethod of(Method method, IpcMethod annotation) {
    String where = TypedFunction.where(method);
    TypedFunction function =
        TypedFunction.of(method, annotation.value(), IpcMethod.class, 0, HandlerAccess::open);
    Bytes selector =
        annotation.selector().isEmpty()
            ? function.signature().selector()
            : selector(annotation.selector(), where);
    return new TypedMethod(
        HandlerAccess.open(method, where),
        function,
        selector,
        ReturnType.of(method.getGenericReturnType(), where));
  }

  private static Bytes selector(String given, String where) {
    try {
      Bytes selector = Bytes.parse(given);
      if (!selector.isEmpty()) {
        return selector;
      }
    } catch (MalformedInputException malformed) {
      throw new HandlerException(
          where + ": the selector of @IpcMethod is malformed. " + malformed.getMessage(),
          malformed);
    }
    throw new HandlerException(where + ": the selector of @IpcMethod has no bytes.");
  }

  Method method() {
    return method;
  }

  Bytes selector() {
    return selector;
  }

  /** How the return value is coded; null if there is none. */
  @Nullable AbiCarrier returns() {
    return returns;
  }

  CallMsg call(@Nullable Object... arguments) {
    return new CallMsg(selector, function.encode(arguments));
  }

  /** The arguments as Java values; {@link IllegalArgumentException} if they are not there. */
  Object[] arguments(Bytes params) {
    return function.decode(params);
  }

  /** Whether both are one method, declared in an interface and in a class that implements it. */
  boolean isSameAs(TypedMethod other) {
    return method.getName().equals(other.method.getName())
        && Arrays.equals(method.getParameterTypes(), other.method.getParameterTypes());
  }

  Bytes returned(@Nullable Object value) {
    return returns == null ? Bytes.EMPTY : ReturnType.encode(returns, value);
  }

  /** The canonical signature, such as {@code increment(uint64)}. */
  @Override
  public String toString() {
    return function.signature().canonical();
  }
}
