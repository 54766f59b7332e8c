// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.Members;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoParameters;
import io.crossline.starknet.CairoReadException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.reflect.Reflection;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A method of a contract that can be reached by its selector, and how felts become its arguments.
 */
final class EntryPoint {
  private final Object receiver;
  private final Method method;
  private final String where;
  private final String name;
  private final Selector selector;
  private final int firstDecoded;
  private final CairoParameters parameters;

  /** Whether the last parameter takes all the felts that are left. */
  private final boolean takesRest;

  private final Optional<CairoType<?>> returned;

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
    List<CairoType<?>> types = new ArrayList<>();
    boolean rest = false;
    for (int i = firstDecoded; i < declared.length; i++) {
      String parameter = where + "(" + declared[i].getName() + ")";
      rest = declared[i].getType() == Payload.class;
      if (rest && i < declared.length - 1) {
        throw new HandlerException(
            parameter
                + ": a Payload takes all the felts that are left. Make it the last parameter.");
      }
      if (!rest) {
        types.add(form(declared[i].getAnnotatedType(), parameter));
      }
    }
    takesRest = rest;
    // The context is no parameter of Cairo; from_address is the first one of a handler.
    parameters = new CairoParameters(types, firstDecoded);
    Class<?> result = method.getReturnType();
    returned =
        result == void.class || result == Payload.class
            ? Optional.empty()
            : Optional.of(form(method.getAnnotatedReturnType(), where + ", what it returns"));
    Reflection.open(method, where);
  }

  private static CairoType<?> form(AnnotatedType type, String where) {
    try {
      return CairoTypes.of(type, where);
    } catch (IllegalArgumentException none) {
      throw new HandlerException(none.getMessage() + " Or a Payload for all that is left.", none);
    }
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
   *
   * @param firstLine runs when the felts are decoded, as the first line of the function does
   * @return what it returned, as felts
   * @throws CairoPanic if the felts do not fit, as the executor panics
   */
  List<Felt> call(List<Felt> felts, Runnable firstLine, Object... given) {
    List<Object> arguments = new ArrayList<>(Arrays.asList(given));
    try {
      if (takesRest) {
        int used = parameters.read(felts, arguments);
        arguments.add(Payload.of(felts.subList(used, felts.size())));
      } else {
        arguments.addAll(parameters.read(felts));
      }
    } catch (CairoReadException doesNotFit) {
      throw unreadable(doesNotFit);
    }
    firstLine.run();
    Object result = Members.call(method, receiver, arguments.toArray());
    if (result instanceof Payload payload) {
      return payload.felts();
    }
    if (returned.isEmpty()) {
      return List.of();
    }
    if (result == null) {
      throw new HandlerFailure(where + " returned null");
    }
    return returned.get().encode(result);
  }

  /** The calldata of a call with arguments, by the types of the parameters. */
  List<Felt> calldata(List<?> arguments) {
    try {
      if (takesRest
          && !arguments.isEmpty()
          && arguments.get(arguments.size() - 1) instanceof Payload rest) {
        List<Felt> felts =
            new ArrayList<>(parameters.write(arguments.subList(0, arguments.size() - 1)));
        felts.addAll(rest.felts());
        return felts;
      }
      return parameters.write(arguments);
    } catch (MalformedInputException malformed) {
      throw new MalformedInputException(where + ": " + malformed.getMessage());
    }
  }

  private RuntimeException unreadable(CairoReadException doesNotFit) {
    String reason = where + ": " + doesNotFit.getMessage();
    if (doesNotFit.panic().isEmpty()) {
      return new HandlerFailure(reason, doesNotFit);
    }
    String panic = PanicData.of(doesNotFit.panic()).description();
    return new CairoPanic(new PanicData(doesNotFit.panic(), panic + " (" + reason + ")"));
  }
}
