// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.AbiCarrier;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * One {@link ResultHandler}.
 *
 * @param method the Java method
 * @param value how the value of the {@link IpcCall} that it takes is coded; null for nothing
 */
record ResultMethod(Method method, @Nullable AbiCarrier value) {
  static ResultMethod of(Method method) {
    String where = method.getDeclaringClass().getName() + "." + method.getName();
    Type[] parameters = method.getGenericParameterTypes();
    if (parameters.length != 1
        || !(parameters[0] instanceof ParameterizedType call)
        || call.getRawType() != IpcCall.class
        || call.getActualTypeArguments()[0] instanceof WildcardType
        || method.getReturnType() != void.class
        || Modifier.isStatic(method.getModifiers())) {
      throw new HandlerException(
          where
              + ": a @ResultHandler returns nothing and has one parameter, an IpcCall of what the"
              + " called method returns, as in void "
              + method.getName()
              + "(IpcCall<UInt64> call).");
    }
    return new ResultMethod(
        HandlerAccess.open(method, where),
        ReturnType.of(call.getActualTypeArguments()[0], where + ": IpcCall"));
  }

  /**
   * The handler of a contract for calls of a method.
   *
   * @param name the handler's name
   * @param returns the ABI type that the method returns, empty for nothing
   * @throws IllegalArgumentException if there is none, or it takes something else
   */
  static ResultMethod find(TypedContract contract, String name, String returns) {
    ResultMethod found = contract.resultHandler(name);
    if (found == null) {
      throw new IllegalArgumentException(
          contract.name()
              + " has no @ResultHandler \""
              + name
              + "\"; there is "
              + contract.resultHandlers());
    }
    if (!found.type().equals(returns)) {
      throw new IllegalArgumentException(
          contract.name()
              + "."
              + name
              + " takes "
              + orNothing(found.type())
              + ", but the called method returns "
              + orNothing(returns));
    }
    return found;
  }

  private static String orNothing(String type) {
    return type.isEmpty() ? "nothing" : type;
  }

  String name() {
    return method.getName();
  }

  /** The ABI type of the value, empty for nothing. */
  String type() {
    return ReturnType.text(value);
  }
}
