// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.Members;
import io.crossline.ipc.CallMsg;
import io.crossline.messaging.Bytes;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a class of {@link TypedExchange} answers to, read once for each class. */
final class TypedContract {
  private static final ClassValue<TypedContract> KNOWN =
      new ClassValue<>() {
        @Override
        protected TypedContract computeValue(Class<?> type) {
          return new TypedContract(type);
        }
      };

  private final Class<?> type;
  private final Map<Bytes, TypedMethod> methods = new HashMap<>();
  private final Map<String, ResultMethod> resultHandlers = new HashMap<>();

  private TypedContract(Class<?> type) {
    this.type = type;
    for (Class<?> declaring : lineage(type)) {
      for (Method method : declaring.getDeclaredMethods()) {
        // What the compiler adds for a narrower return type carries the annotations a second time.
        IpcMethod annotation = method.isBridge() ? null : method.getAnnotation(IpcMethod.class);
        if (annotation != null) {
          add(TypedMethod.of(method, annotation));
        }
        if (!method.isBridge() && method.isAnnotationPresent(ResultHandler.class)) {
          add(ResultMethod.of(method));
        }
      }
    }
  }

  /**
   * Reads a class, once.
   *
   * @throws HandlerException if it cannot serve, saying what to do
   */
  static TypedContract of(Class<?> type) {
    return KNOWN.get(type);
  }

  /** The class, its superclasses, and the interfaces of all. */
  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> c = type; c != TypedExchange.class && c != null; c = c.getSuperclass()) {
      found.add(c);
    }
    for (Class<?> declaring : List.copyOf(found)) {
      addInterfaces(declaring, found);
    }
    return found;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> found) {
    for (Class<?> face : type.getInterfaces()) {
      found.add(face);
      addInterfaces(face, found);
    }
  }

  private void add(TypedMethod method) {
    TypedMethod other = methods.putIfAbsent(method.selector(), method);
    if (other != null && !other.isSameAs(method)) {
      throw new HandlerException(
          type.getName()
              + ": "
              + other
              + " and "
              + method
              + " have the same selector "
              + method.selector()
              + ". Give one of them another name or signature.");
    }
  }

  private void add(ResultMethod handler) {
    ResultMethod other = resultHandlers.putIfAbsent(handler.name(), handler);
    if (other != null) {
      throw new HandlerException(
          type.getName()
              + ": two methods with @ResultHandler are called "
              + handler.name()
              + ". Calls name their handler, so give one of them another name.");
    }
  }

  /** Calls the method that a message means. */
  Bytes answer(TypedExchange exchange, CallMsg call) {
    TypedMethod method = methods.get(call.method());
    if (method == null) {
      throw new RevertSignal(
          new Require("unknown method " + call.method() + "; there is " + signatures()));
    }
    return method.returned(
        Members.call(method.method(), exchange, arguments(method, call.params())));
  }

  private static Object[] arguments(TypedMethod method, Bytes params) {
    try {
      return method.arguments(params);
    } catch (RuntimeException malformed) {
      // A decoder's complaint, or that of a record's constructor about what it is given.
      throw new RevertSignal(
          new Require("bad arguments of " + method + ": " + malformed.getMessage()));
    }
  }

  /** The handler of a name; null if there is none. */
  @Nullable ResultMethod resultHandler(String name) {
    return resultHandlers.get(name);
  }

  String name() {
    return type.getSimpleName();
  }

  List<String> resultHandlers() {
    return resultHandlers.keySet().stream().sorted().toList();
  }

  private String signatures() {
    List<String> names = new ArrayList<>(methods.values().stream().map(Object::toString).toList());
    names.sort(null);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
