// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Nothing;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;

/**
 * A function of a contract: its signature, and its calldata and return data as values. Decoding is
 * as lax as Solidity's; encoding is canonical. Thread-safe.
 *
 * @param <A> its arguments: the argument itself if there is one, otherwise a record of them
 * @param <R> what it returns
 */
public final class IpcFunction<A, R> {
  private static final int SELECTOR_BYTES = 4;

  private final Signature signature;
  private final boolean payable;
  private final AbiType.Tuple outputs;
  private final AbiArguments<A> arguments;
  private final AbiArguments<R> returns;

  private IpcFunction(
      Signature signature,
      boolean payable,
      AbiType.Tuple outputs,
      AbiArguments<A> arguments,
      AbiArguments<R> returns) {
    this.signature = signature;
    this.payable = payable;
    this.outputs = outputs;
    this.arguments = arguments;
    this.returns = returns;
  }

  /** A function that returns nothing. */
  /**
   * A function that returns nothing.
   *
   * @param name its name
   * @param arguments its arguments: a record whose components have the names of the parameters
   * @param <A> its arguments
   * @return the function, which takes no coins
   */
  public static <A extends Record> IpcFunction<A, Nothing> of(String name, Class<A> arguments) {
    return of(
        name,
        AbiArguments.of(arguments),
        AbiArguments.none(),
        RecordShape.of(arguments).names().toArray(String[]::new));
  }

  static <A> IpcFunction<A, Nothing> of(
      String name, AbiArguments<A> arguments, String... parameters) {
    return of(name, arguments, AbiArguments.none(), parameters);
  }

  /** A function, with the names of its parameters. */
  static <A, R> IpcFunction<A, R> of(
      String name, AbiArguments<A> arguments, AbiArguments<R> returns, String... parameters) {
    return new IpcFunction<>(
        Signature.parse(name + arguments.types(parameters)),
        false,
        AbiType.parameters(returns.types()),
        arguments,
        returns);
  }

  /**
   * The same function, as one that returns several values.
   *
   * @param values a record of them, whose components have their names
   * @param <V> the values
   * @return the function
   */
  public <V extends Record> IpcFunction<A, V> returning(Class<V> values) {
    return returning(
        AbiArguments.of(values), RecordShape.of(values).names().toArray(String[]::new));
  }

  /**
   * The same function, as one that returns a value.
   *
   * @param value the value
   * @param name its name
   * @param <V> the value
   * @return the function
   */
  public <V> IpcFunction<A, V> returning(Class<V> value, String name) {
    return returning(AbiArguments.one(AbiForm.of(value)), name);
  }

  private <V> IpcFunction<A, V> returning(AbiArguments<V> values, String... names) {
    return new IpcFunction<>(
        signature, payable, AbiType.parameters(values.types(names)), arguments, values);
  }

  /** The same function, with names for what it returns. */
  IpcFunction<A, R> returning(String... names) {
    return returning(returns, names);
  }

  /**
   * The same function, as one that takes coins.
   *
   * @return the function
   */
  public IpcFunction<A, R> payable() {
    return new IpcFunction<>(signature, true, outputs, arguments, returns);
  }

  /**
   * Whether coins may come along with a call.
   *
   * @return false if the contract refuses a call that brings coins
   */
  public boolean isPayable() {
    return payable;
  }

  /**
   * Name and parameters, with upstream's names.
   *
   * @return the signature
   */
  public Signature signature() {
    return signature;
  }

  /**
   * The name.
   *
   * @return such as {@code fundWithToken}
   */
  public String name() {
    return signature.name();
  }

  /**
   * The types that it returns, with upstream's names where it gives them.
   *
   * @return the types, possibly none
   */
  public AbiType.Tuple outputs() {
    return outputs;
  }

  /**
   * The first four bytes of its calldata.
   *
   * @return the selector
   */
  public Bytes selector() {
    return signature.selector();
  }

  /**
   * Makes calldata.
   *
   * @param values the arguments
   * @return the selector and the encoded arguments
   */
  public Bytes encodeCall(A values) {
    return Bytes.concat(signature.selector(), arguments.encode(values));
  }

  /**
   * Reads calldata.
   *
   * @param calldata the selector and the encoded arguments
   * @return the arguments
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert; offsets count behind
   *     the selector
   * @throws MalformedInputException if the calldata is for another function
   */
  public A decodeCall(Bytes calldata) {
    Bytes found = calldata.truncate(SELECTOR_BYTES);
    if (!found.equals(signature.selector())) {
      throw new MalformedInputException(
          "calldata: found selector " + found + ", must be " + selector() + " for " + name(), 0);
    }
    return arguments.decode(calldata.slice(SELECTOR_BYTES));
  }

  /**
   * Makes return data.
   *
   * @param value what is returned
   * @return the encoding
   */
  public Bytes encodeReturn(R value) {
    return returns.encode(value);
  }

  /**
   * Reads return data.
   *
   * @param data the encoding
   * @return what was returned
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert
   */
  public R decodeReturn(Bytes data) {
    return returns.decode(data);
  }

  /** The signature. */
  @Override
  public String toString() {
    return signature.toString();
  }
}
