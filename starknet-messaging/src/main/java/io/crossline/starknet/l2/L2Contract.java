// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerSource;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.core.typed.Members;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Selector;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The code of one contract on L2: its entry points by selector. Made of an object whose class has
 * methods annotated with {@link L1Handler} or {@link External}.
 *
 * <p>Immutable and thread-safe, as far as the handler object is.
 */
public final class L2Contract {
  private final String name;
  private final String described;
  private final Map<Selector, L1HandlerEntry> l1Handlers = new HashMap<>();
  private final Map<Selector, EntryPoint> externals = new HashMap<>();

  private L2Contract(Class<?> type) {
    this.name = type.getSimpleName();
    this.described = described(type);
  }

  /** The name of a handler's class, and where it was loaded from. */
  static String described(Class<?> type) {
    return type.getSimpleName()
        + HandlerSource.of(type).map(source -> " (" + source + ")").orElse("");
  }

  String described() {
    return described;
  }

  /**
   * Makes the code of an object.
   *
   * @param handler the object; its class has at least one annotated method and no field that can be
   *     written
   * @param roles the roles that its handlers name
   * @return the code
   * @throws HandlerException if the class cannot serve, saying why and what to do
   */
  public static L2Contract of(Object handler, Roles roles) {
    Class<?> type = handler.getClass();
    StatelessHandler.require(type);
    L2Contract contract = new L2Contract(type);
    for (Method method : Members.annotated(type, L1Handler.class)) {
      L1HandlerEntry entry = L1HandlerEntry.of(handler, method, roles);
      EntryPoint point = entry.entryPoint();
      L1HandlerEntry other = contract.l1Handlers.putIfAbsent(point.selector(), entry);
      requireFirst(other == null ? Optional.empty() : Optional.of(other.entryPoint()), point);
    }
    for (Method method : Members.annotated(type, External.class)) {
      EntryPoint.requireParameters(
          method, "an @External method begins with the parameter L2Context.", L2Context.class);
      EntryPoint point =
          new EntryPoint(handler, method, method.getAnnotation(External.class).name(), 1);
      requireFirst(
          Optional.ofNullable(contract.externals.putIfAbsent(point.selector(), point)), point);
    }
    if (contract.l1Handlers.isEmpty() && contract.externals.isEmpty()) {
      throw new HandlerException(
          type.getName()
              + ": no method is annotated with @L1Handler or @External, so nothing could reach it.");
    }
    return contract;
  }

  private static void requireFirst(Optional<EntryPoint> other, EntryPoint point) {
    if (other.isPresent()) {
      throw new HandlerException(
          other.get().where()
              + " and "
              + point.where()
              + " answer to the same selector "
              + point.selector()
              + ". Give one of them another name.");
    }
  }

  /**
   * What people call the code: the simple name of its class.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The name of the handler that a message with a selector reaches.
   *
   * @param selector the selector
   * @return the name whose selector it answers to, or nothing if no handler answers
   */
  public Optional<String> handlerName(Selector selector) {
    return l1Handler(selector).map(entry -> entry.entryPoint().name());
  }

  /**
   * The names of all its handlers.
   *
   * @return sorted; empty if messages of L1 cannot reach it
   */
  public SortedSet<String> handlerNames() {
    SortedSet<String> names = new TreeSet<>();
    l1Handlers.values().forEach(entry -> names.add(entry.entryPoint().name()));
    return names;
  }

  /** The handler for a selector: its own, or the fallback that a Cairo 0 class may have. */
  Optional<L1HandlerEntry> l1Handler(Selector selector) {
    L1HandlerEntry own = l1Handlers.get(selector);
    return Optional.ofNullable(own != null ? own : l1Handlers.get(Selector.DEFAULT));
  }

  Optional<EntryPoint> external(Selector selector) {
    return Optional.ofNullable(externals.get(selector));
  }

  /** The function that a call reaches; the panic of one that reaches none says which there are. */
  EntryPoint requiredExternal(Selector selector) {
    return external(selector)
        .orElseThrow(
            () -> {
              List<Felt> panic = List.of(Felt.fromShortString("ENTRYPOINT_NOT_FOUND"));
              return new CairoPanic(
                  new PanicData(
                      panic,
                      PanicData.of(panic).description()
                          + " ("
                          + name
                          + " has no external function of selector "
                          + selector
                          + "; it has "
                          + (externals.isEmpty() ? "none" : String.join(", ", externalNames()))
                          + ")"));
            });
  }

  /**
   * The names of the functions that accounts and other contracts call.
   *
   * @return sorted; empty if it has none
   */
  public SortedSet<String> externalNames() {
    SortedSet<String> names = new TreeSet<>();
    externals.values().forEach(point -> names.add(point.name()));
    return names;
  }

  /**
   * Writes the arguments of a call by the types of its parameters.
   *
   * @param function the name of an {@link External} function
   * @param arguments a value for each parameter behind the context
   * @return the calldata; nothing if it has no such function
   * @throws MalformedInputException if there are more or fewer, or one is not of its type
   */
  public Optional<List<Felt>> calldata(String function, List<?> arguments) {
    return external(Selector.ofName(function)).map(point -> point.calldata(arguments));
  }
}
