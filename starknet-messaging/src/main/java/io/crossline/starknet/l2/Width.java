// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a number is one of Cairo's narrower integers: {@code @Width(8) UInt64} is a {@code u8},
 * {@code @Width(128) UInt256} a {@code u128} in a single felt. A number that does not fit is
 * refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Width {
  /**
   * The width.
   *
   * @return 8, 16, 32 or 64 bits for a {@code UInt64}; these or 96, 128 or 160 for a {@code
   *     UInt256}
   */
  int value();
}
