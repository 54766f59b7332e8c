// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that contracts of other networks may call: on an interface, which a {@link
 * TypedExchange} implements on one side and a {@link Remote} calls on the other, or on a method of
 * a {@code TypedExchange} itself.
 *
 * <p>On the wire stands what a Solidity author would write: {@code CallMsg.method} is the function
 * selector, {@code CallMsg.params} the ABI-encoded arguments, and the handler returns the
 * ABI-encoded value. The signature is the method's name and the types that its parameters stand
 * for, unless it is given.
 *
 * <table>
 * <caption>Java types, what they stand for, and what else a given signature may say</caption>
 * <tr><th>Java<th>stands for<th>may carry
 * <tr><td>{@code boolean}<td>{@code bool}<td>
 * <tr><td>{@code int}<td>{@code int32}<td>{@code int8} to {@code int32}, {@code uint8} to {@code
 *     uint24}
 * <tr><td>{@code long}<td>{@code int64}<td>{@code int8} to {@code int64}, {@code uint8} to {@code
 *     uint56}
 * <tr><td>{@code UInt64}<td>{@code uint64}<td>{@code uint8} to {@code uint64}
 * <tr><td>{@code UInt256}<td>{@code uint256}<td>every {@code uintN}
 * <tr><td>{@code EthAddress}<td>{@code address}<td>
 * <tr><td>{@code Bytes32}<td>{@code bytes32}<td>
 * <tr><td>{@code Bytes}<td>{@code bytes}<td>{@code bytes1} to {@code bytes32}, of exactly that size
 * <tr><td>{@code String}<td>{@code string}, UTF-8<td>
 * <tr><td>{@code List<T>}, {@code T[]}<td>{@code T[]}<td>{@code T[k]}, of exactly that length
 * <tr><td>a record<td>a tuple of its components<td>
 * </table>
 *
 * <p>What a method returns must fit the 64 bytes that a gateway keeps of a handler's answer (trap
 * 3): nothing, or types of one or two words in all and of no variable length. An interface or a
 * contract with any other return type is refused.
 *
 * @see TypedExchange
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface IpcMethod {
  /**
   * The signature, where it is not to be derived from the Java types.
   *
   * @return such as {@code transfer(address,uint8)}; empty to derive it
   */
  String value() default "";

  /**
   * The selector, where it is not to be the hash of the signature.
   *
   * @return {@code 0x} and the digits of at least one byte; empty to derive it
   */
  String selector() default "";
}
