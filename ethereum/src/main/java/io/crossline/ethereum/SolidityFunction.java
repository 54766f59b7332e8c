// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a contract on L1 that is called by its selector, as an external function of
 * Solidity is. Its first parameter is the {@link io.crossline.core.chain.Frame}; the others are
 * decoded by type, and what it returns is encoded by type. {@link SolidityContract} makes a
 * contract of an object with such methods.
 *
 * <p>The Java types and what they stand for are those of IPC's typed calls: {@code boolean}, {@code
 * int} and {@code long} ({@code int32}, {@code int64}), {@code UInt64}, {@code UInt256}, {@code
 * EthAddress}, {@code Bytes}, {@code Bytes32}, {@code String}, lists and arrays of these, and
 * records as tuples. A given signature may say a narrower type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SolidityFunction {
  /**
   * The signature, where it is not to be derived from the Java types.
   *
   * @return such as {@code transfer(address,uint8)}; empty to derive it
   */
  String value() default "";

  /**
   * Whether a call may carry coins. One that does is refused otherwise, as Solidity does.
   *
   * @return true to take them
   */
  boolean payable() default false;
}
