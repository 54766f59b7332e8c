// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which subnets the {@code IpcNetwork} of a test has below its root.
 *
 * <pre>{@code
 * @Test
 * void isAnswered(@Subnets({"games", "games/chess"}) IpcNetwork net) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Subnets {
  /**
   * The subnets.
   *
   * @return their paths, parents before children
   */
  String[] value();
}
