// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A Java method as a function of Solidity: its signature, and how arguments are coded.
 *
 * <p>Immutable and thread-safe.
 */
public final class TypedFunction {
  private final Signature signature;
  private final List<AbiCarrier> parameters;

  private TypedFunction(Signature signature, List<AbiCarrier> parameters) {
    this.signature = signature;
    this.parameters = parameters;
  }

  /**
   * Reads a method.
   *
   * @param method the method
   * @param given its signature; empty to derive it of the Java types
   * @param annotation the annotation that gives it, for errors
   * @param first how many of the first parameters are no arguments
   * @param opener makes records accessible
   * @return the function
   * @throws HandlerException if the method cannot be such a function
   */
  public static TypedFunction of(
      Method method, String given, Class<?> annotation, int first, Opener opener) {
    String where = where(method);
    Type[] all = method.getGenericParameterTypes();
    Type[] types = Arrays.copyOfRange(all, first, all.length);
    Signature signature = signature(method, given, annotation, types, where);
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
      parameters.add(
          AbiCarrier.of(types[i], abiTypes.get(i), where + ": parameter " + (i + 1), opener));
    }
    return new TypedFunction(signature, List.copyOf(parameters));
  }

  /**
   * What errors call a method.
   *
   * @param method the method
   * @return class and name
   */
  public static String where(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  private static Signature signature(
      Method method, String given, Class<?> annotation, Type[] types, String where) {
    if (given.isEmpty()) {
      StringJoiner derived = new StringJoiner(",", method.getName() + "(", ")");
      for (int i = 0; i < types.length; i++) {
        derived.add(SolidityText.of(types[i], where + ": parameter " + (i + 1)));
      }
      return Signature.parse(derived.toString());
    }
    try {
      return Signature.parse(given);
    } catch (MalformedInputException malformed) {
      throw new HandlerException(
          where
              + ": the signature of @"
              + annotation.getSimpleName()
              + " is malformed. "
              + malformed.getMessage(),
          malformed);
    }
  }

  /**
   * The signature.
   *
   * @return name and parameters
   */
  public Signature signature() {
    return signature;
  }

  /**
   * Writes arguments.
   *
   * @param arguments a Java value for each parameter
   * @return their ABI encoding, without a selector
   * @throws IllegalArgumentException if one is null, or more than its type holds
   */
  public Bytes encode(@Nullable Object... arguments) {
    List<AbiValue> values = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.add(parameters.get(i).encode(arguments[i]));
    }
    return AbiCoder.encode(signature.parameters(), AbiValue.tuple(values));
  }

  /**
   * Reads arguments.
   *
   * @param encoded their ABI encoding, without a selector
   * @return a Java value for each parameter
   * @throws IllegalArgumentException if they are not there
   */
  public Object[] decode(Bytes encoded) {
    AbiValue.Tuple values = AbiCoder.decode(signature.parameters(), encoded);
    Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parameters.get(i).decode(values.get(i));
    }
    return arguments;
  }
}
