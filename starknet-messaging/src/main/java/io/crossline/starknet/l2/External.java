// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that accounts and other contracts of L2 call, as {@code #[external]} does in
 * Cairo. Its first parameter is the {@link L2Context}; the others are decoded by type, as those of
 * an {@link L1Handler} are, and what it returns is encoded by type: nothing, a {@code Payload}, or
 * anything that could be a parameter.
 *
 * <p>An external method cannot be reached by a message from L1, and an {@link L1Handler} cannot be
 * called.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface External {
  /**
   * The name whose selector the method answers to; the method's own name if empty.
   *
   * @return the name
   */
  String name() default "";
}
