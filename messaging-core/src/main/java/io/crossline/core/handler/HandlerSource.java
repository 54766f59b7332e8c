// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/**
 * Where providers and handlers come from, for messages to people.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class HandlerSource {
  private HandlerSource() {}

  /**
   * Where a class was loaded from.
   *
   * @param type the class of a provider or a handler
   * @return the path or address of its jar or folder of classes, where it is known
   */
  public static Optional<String> of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Optional.ofNullable(source).map(CodeSource::getLocation).map(HandlerSource::place);
  }

  private static String place(URL location) {
    try {
      return location.getProtocol().equals("file")
          ? Path.of(location.toURI()).toString()
          : location.toString();
    } catch (URISyntaxException notAPath) {
      return location.toString();
    }
  }
}
