// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.typed.Members;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Member;

/** Makes members of handler classes accessible from this module. */
final class HandlerAccess {
  private HandlerAccess() {}

  static <M extends AccessibleObject & Member> M open(M member, String where) {
    try {
      member.setAccessible(true);
      return member;
    } catch (InaccessibleObjectException closed) {
      throw Members.closed(member, HandlerAccess.class.getModule(), where, closed);
    }
  }
}
