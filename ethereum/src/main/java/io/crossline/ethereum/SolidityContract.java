// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.core.typed.AbiCarrier;
import io.crossline.core.typed.Members;
import io.crossline.core.typed.SolidityText;
import io.crossline.core.typed.TypedFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contract on L1 as an object whose methods are marked {@link SolidityFunction}: calldata finds
 * its method by the selector. The object keeps its state in {@link Frame#storage()}, never in
 * fields. A call that finds no method, or whose arguments do not fit, is refused with a text that
 * says so; a real contract refuses both without data.
 *
 * <p>Immutable and thread-safe, as far as the object is.
 */
public final class SolidityContract implements Contract {
  private static final int SELECTOR_BYTES = 4;

  private final Object object;
  private final Map<Bytes, Function> functions = new LinkedHashMap<>();

  private record Function(
      Method method, TypedFunction typed, boolean payable, @Nullable AbiCarrier returned) {}

  private SolidityContract(Object object) {
    this.object = object;
  }

  /**
   * Makes the contract of an object.
   *
   * @param object the object; its class has at least one marked method and no field that can be
   *     written
   * @return the contract
   * @throws HandlerException if the class cannot serve, saying why and what to do
   */
  public static SolidityContract of(Object object) {
    Class<?> type = object.getClass();
    StatelessHandler.require(type);
    SolidityContract contract = new SolidityContract(object);
    Members.annotated(type, SolidityFunction.class).forEach(contract::add);
    if (contract.functions.isEmpty()) {
      throw new HandlerException(
          type.getName()
              + ": no method is annotated with @SolidityFunction, so nothing could reach it.");
    }
    return contract;
  }

  private void add(Method method) {
    SolidityFunction marked = method.getAnnotation(SolidityFunction.class);
    String where = TypedFunction.where(method);
    if (method.getParameterCount() == 0 || method.getParameterTypes()[0] != Frame.class) {
      throw new HandlerException(
          where + ": a @SolidityFunction method begins with the parameter Frame.");
    }
    TypedFunction typed =
        TypedFunction.of(method, marked.value(), SolidityFunction.class, 1, SolidityContract::open);
    Function function =
        new Function(
            open(method, where),
            typed,
            marked.payable(),
            returned(method.getGenericReturnType(), where));
    Function other = functions.putIfAbsent(typed.signature().selector(), function);
    if (other != null) {
      throw new HandlerException(
          where
              + " and "
              + TypedFunction.where(other.method)
              + " have the same selector "
              + typed.signature().selector()
              + ". Give one of them another name or signature.");
    }
  }

  private static @Nullable AbiCarrier returned(Type type, String where) {
    if (type == void.class) {
      return null;
    }
    String what = where + ": return type";
    return AbiCarrier.of(
        type, AbiType.parse(SolidityText.of(type, what)), what, SolidityContract::open);
  }

  private static <M extends AccessibleObject & Member> M open(M member, String where) {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException closed) {
      throw Members.closed(member, SolidityContract.class.getModule(), where, closed);
    }
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    Function function =
        calldata.size() < SELECTOR_BYTES ? null : functions.get(calldata.slice(0, SELECTOR_BYTES));
    if (function == null) {
      throw frame.revert(
          new Require(name() + " has no function of " + calldata + "; it has " + signatures()));
    }
    if (!function.payable && !frame.value().isZero()) {
      throw frame.revert(RawRevert.EMPTY);
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(frame);
    try {
      arguments.addAll(Arrays.asList(function.typed.decode(calldata.slice(SELECTOR_BYTES))));
    } catch (RuntimeException malformed) {
      throw frame.revert(
          new Require(
              "bad arguments of "
                  + function.typed.signature().canonical()
                  + ": "
                  + malformed.getMessage()));
    }
    Object result = Members.call(function.method, object, arguments.toArray());
    AbiCarrier returned = function.returned;
    if (returned == null) {
      return Bytes.EMPTY;
    }
    return AbiCoder.encode(
        AbiType.parameters("(" + returned.type().canonical() + ")"),
        AbiValue.tuple(returned.encode(result)));
  }

  /**
   * Writes a call.
   *
   * @param function the name of a function, or its whole signature where several have the name
   * @param arguments a Java value for each parameter behind the frame
   * @return the calldata
   * @throws MalformedInputException if there is no such function, or the arguments do not fit; the
   *     message says what there is
   */
  public Bytes calldata(String function, Object... arguments) {
    List<Function> named =
        functions.values().stream()
            .filter(
                one ->
                    one.typed.signature().name().equals(function)
                        || one.typed.signature().canonical().equals(function))
            .toList();
    if (named.size() != 1) {
      throw new MalformedInputException(
          name()
              + (named.isEmpty() ? " has no function " : " has several functions ")
              + function
              + "; it has "
              + signatures());
    }
    Function only = named.get(0);
    int wanted = only.method.getParameterCount() - 1;
    if (arguments.length != wanted) {
      throw new MalformedInputException(
          only.typed.signature().canonical()
              + " has "
              + wanted
              + " arguments, found "
              + arguments.length);
    }
    try {
      return Bytes.concat(only.typed.signature().selector(), only.typed.encode(arguments));
    } catch (ClassCastException other) {
      throw new MalformedInputException(
          only.typed.signature().canonical() + ": " + other.getMessage());
    }
  }

  private String name() {
    return object.getClass().getSimpleName();
  }

  private String signatures() {
    return String.join(
        ", ",
        functions.values().stream()
            .map(one -> one.typed.signature().canonical())
            .sorted()
            .toList());
  }
}
