// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method of a contract that can be reached by its selector, and how felts become its arguments.
 */
final class EntryPoint {
  private static final Set<Class<?>> RETURNED =
      Set.of(
          void.class,
          Felt.class,
          boolean.class,
          Boolean.class,
          UInt64.class,
          UInt256.class,
          EthAddress.class,
          Payload.class);

  private final Object receiver;
  private final Method method;
  private final String where;
  private final String name;
  private final Selector selector;
  private final int firstDecoded;
  private final List<CairoType<?>> parameters = new ArrayList<>();

  /**
   * Prepares a method.
   *
   * @param name the name it answers to; empty for the method's own
   * @param firstDecoded how many parameters are given and not decoded
   */
  EntryPoint(Object receiver, Method method, String name, int firstDecoded) {
    this.receiver = receiver;
    this.method = method;
    this.where = where(method);
    this.name = name.isEmpty() ? method.getName() : name;
    this.selector = Selector.ofName(this.name);
    this.firstDecoded = firstDecoded;
    Parameter[] declared = method.getParameters();
    for (int i = firstDecoded; i < declared.length; i++) {
      String parameter = where + "(" + declared[i].getName() + ")";
      if (declared[i].getType() == Payload.class && i < declared.length - 1) {
        throw new HandlerException(
            parameter
                + ": a Payload takes all the felts that are left. Make it the last parameter.");
      }
      parameters.add(CairoType.of(declared[i].getParameterizedType(), declared[i], parameter));
    }
    Reflection.open(method, method.getDeclaringClass(), where);
  }

  static String where(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** Refuses a method whose first parameters are not as they must be. */
  static void requireParameters(Method method, String form, Class<?>... first) {
    Class<?>[] declared = method.getParameterTypes();
    boolean fits = declared.length >= first.length;
    for (int i = 0; fits && i < first.length; i++) {
      fits = declared[i] == first[i];
    }
    if (!fits) {
      throw new HandlerException(where(method) + ": " + form);
    }
  }

  /** Refuses a method whose result could not be given back. */
  static void requireReturned(Method method) {
    if (!RETURNED.contains(method.getReturnType())) {
      throw new HandlerException(
          where(method)
              + ": "
              + method.getGenericReturnType().getTypeName()
              + " cannot be returned. Return nothing, a Felt, a boolean, a UInt64, a UInt256, an"
              + " EthAddress or a Payload.");
    }
  }

  Selector selector() {
    return selector;
  }

  String where() {
    return where;
  }

  /** The name whose selector it answers to. */
  String name() {
    return name;
  }

  /**
   * Calls the method with the arguments given and those decoded of the felts, which must be used
   * up.
   */
  @Nullable Object call(List<Felt> felts, Object... given) {
    Object[] arguments = new Object[firstDecoded + parameters.size()];
    System.arraycopy(given, 0, arguments, 0, firstDecoded);
    FeltReader input = new FeltReader(felts);
    try {
      for (int i = 0; i < parameters.size(); i++) {
        arguments[firstDecoded + i] = parameters.get(i).read(input);
      }
      input.end();
    } catch (MalformedInputException doesNotFit) {
      throw new HandlerFailure(where + ": " + doesNotFit.getMessage(), doesNotFit);
    }
    return Reflection.call(method, receiver, arguments);
  }
}
