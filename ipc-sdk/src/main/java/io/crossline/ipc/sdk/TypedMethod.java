// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.handler.HandlerException;
import io.crossline.ipc.CallMsg;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** One {@link IpcMethod}: its selector, and how arguments and the return value are coded. */
final class TypedMethod {
  private final Method method;
  private final Signature signature;
  private final Bytes selector;
  private final List<AbiCarrier> parameters;
  private final @Nullable AbiCarrier returns;

  private TypedMethod(
      Method method,
      Signature signature,
      Bytes selector,
      List<AbiCarrier> parameters,
      @Nullable AbiCarrier returns) {
    this.method = method;
    this.signature = signature;
    this.selector = selector;
    this.parameters = parameters;
    this.returns = returns;
  }

  static TypedMethod of(Method method, IpcMethod annotation) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    Type[] types = method.getGenericParameterTypes();
    Signature signature = signature(method, annotation.value(), types, where);
    List<AbiType> abiTypes = signature.parameters().components();
    if (abiTypes.size() != types.length) {
      throw new HandlerException(
          where
              + ": the number of parameters is "
              + types.length
              + ", but "
              + abiTypes.size()
              + " in the signature "
              + signature
              + ".");
    }
    List<AbiCarrier> parameters = new ArrayList<>();
    for (int i = 0; i < types.length; i++) {
      parameters.add(AbiCarrier.of(types[i], abiTypes.get(i), where + ": parameter " + (i + 1)));
    }
    Bytes selector =
        annotation.selector().isEmpty()
            ? signature.selector()
            : selector(annotation.selector(), where);
    return new TypedMethod(
        HandlerAccess.open(method, where),
        signature,
        selector,
        parameters,
        ReturnType.of(method.getGenericReturnType(), where));
  }

  private static Signature signature(Method method, String given, Type[] types, String where) {
    if (given.isEmpty()) {
      StringJoiner derived = new StringJoiner(",", method.getName() + "(", ")");
      for (int i = 0; i < types.length; i++) {
        derived.add(AbiText.of(types[i], where + ": parameter " + (i + 1)));
      }
      return Signature.parse(derived.toString());
    }
    try {
      return Signature.parse(given);
    } catch (MalformedInputException malformed) {
      throw new HandlerException(
          where + ": the signature of @IpcMethod is malformed. " + malformed.getMessage(),
          malformed);
    }
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
    List<AbiValue> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.add(parameters.get(i).encode(arguments[i]));
    }
    return new CallMsg(selector, AbiCoder.encode(signature.parameters(), AbiValue.tuple(values)));
  }

  /** The arguments as Java values; {@link IllegalArgumentException} if they are not there. */
  Object[] arguments(Bytes params) {
    AbiValue.Tuple values = AbiCoder.decode(signature.parameters(), params);
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parameters.get(i).decode(values.get(i));
    }
    return arguments;
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
    return signature.canonical();
  }
}
