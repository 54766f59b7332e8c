// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which Cairo type a Java type stands for, where it is not the one that it stands for by
 * itself: {@code @Cairo("u8") UInt64}, {@code @Cairo("i64") long}, {@code List<@Cairo("u128")
 * UInt256>}. {@link CairoTypes#of} lists what needs none.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Cairo {
  /**
   * The Cairo type.
   *
   * @return its name as {@link CairoTypes#parse} reads it, such as {@code u8}, {@code
   *     ContractAddress} or {@code [u8; 3]}
   */
  String value();
}
