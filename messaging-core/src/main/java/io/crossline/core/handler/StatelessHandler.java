// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/**
 * Contract state lives in storage alone: what a handler kept in fields would neither be rolled back
 * with its frame nor survive a restart. So a handler class with a field that can be written is
 * refused.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StatelessHandler {
  private StatelessHandler() {}

  /**
   * Checks a handler's class and its superclasses.
   *
   * @param type the class
   * @throws HandlerException naming the first instance field that is not final
   */
  public static void require(Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (!Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers)) {
          throw new HandlerException(
              c.getName()
                  + ": field \""
                  + field.getName()
                  + "\" is not final. It would not be rolled back when a call reverts, nor survive a"
                  + " restart. Keep state in storage() and make the field final or remove it.");
        }
      }
    }
  }
}
