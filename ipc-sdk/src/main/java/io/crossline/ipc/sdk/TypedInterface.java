// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.handler.HandlerException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@link IpcMethod}s of an interface, by the Java method that a caller invokes. */
final class TypedInterface {
  private static final ClassValue<TypedInterface> KNOWN =
      new ClassValue<>() {
        @Override
        protected TypedInterface computeValue(Class<?> type) {
          return read(type);
        }
      };

  private final Class<?> type;
  private final Map<Method, TypedMethod> methods;

  private TypedInterface(Class<?> type, Map<Method, TypedMethod> methods) {
    this.type = type;
    this.methods = methods;
  }

  /**
   * Reads an interface, once.
   *
   * @throws HandlerException if it cannot be called, saying what to do
   */
  static TypedInterface of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static TypedInterface read(Class<?> type) {
    if (!type.isInterface()) {
      throw new HandlerException(
          type.getName()
              + ": is not an interface. Put the @IpcMethods of the contract into one, and give that.");
    }
    Map<Method, TypedMethod> methods = new HashMap<>();
    for (Method method : type.getMethods()) {
      IpcMethod annotation = method.getAnnotation(IpcMethod.class);
      if (annotation != null) {
        methods.put(method, TypedMethod.of(method, annotation));
      }
    }
    if (methods.isEmpty()) {
      throw new HandlerException(
          type.getName() + ": has no method with @IpcMethod, so there is nothing to call.");
    }
    return new TypedInterface(type, Map.copyOf(methods));
  }

  Class<?> type() {
    return type;
  }

  /** The method as it is called; null if it is none of those. */
  @Nullable TypedMethod method(Method invoked) {
    return methods.get(invoked);
  }

  String name() {
    return type.getSimpleName();
  }
}
