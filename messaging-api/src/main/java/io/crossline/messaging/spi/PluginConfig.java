// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.spi;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The settings that a host gives to a provider: names and text values, read with a type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param values the settings
 */
public record PluginConfig(Map<String, String> values) {
  /** No settings at all. */
  public static final PluginConfig EMPTY = new PluginConfig(Map.of());

  /** Copies the settings, ordered by name. */
  public PluginConfig {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  /**
   * A setting as text.
   *
   * @param name its name
   * @return its value, or nothing if it is not set
   */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * A setting as a number.
   *
   * @param name its name
   * @return its value, or nothing if it is not set
   * @throws MalformedInputException if it is set and no number, naming the setting
   */
  public Optional<UInt256> number(String name) {
    return text(name)
        .map(
            value -> {
              try {
                return UInt256.parse(value);
              } catch (MalformedInputException malformed) {
                throw new MalformedInputException(name + ": " + malformed.getMessage());
              }
            });
  }

  /**
   * A setting as a yes or no.
   *
   * @param name its name
   * @return its value, or nothing if it is not set
   * @throws MalformedInputException if it is set and neither {@code true} nor {@code false}
   */
  public Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            value -> {
              if (!value.equals("true") && !value.equals("false")) {
                throw new MalformedInputException(
                    name + ": found \"" + value + "\", must be true or false");
              }
              return value.equals("true");
            });
  }
}
