// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.handler.HandlerException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Member;

/**
 * Makes members of handler classes accessible. Each module has its own, because that of a user
 * opens its packages to a module by name.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface Opener {
  /**
   * Makes a member accessible.
   *
   * @param member a method or a constructor
   * @param where what to begin an error with
   * @param <M> which of the two
   * @return the member
   * @throws HandlerException if its module does not open its package
   */
  <M extends AccessibleObject & Member> M open(M member, String where);
}
