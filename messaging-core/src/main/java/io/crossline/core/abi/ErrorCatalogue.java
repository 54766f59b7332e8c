// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The custom errors that {@link EvmRevert#decode} recognises. Immutable. */
public final class ErrorCatalogue {
  /** No custom errors. */
  public static final ErrorCatalogue EMPTY = new ErrorCatalogue(Map.of());

  private final Map<Bytes, Signature> bySelector;

  private ErrorCatalogue(Map<Bytes, Signature> bySelector) {
    this.bySelector = Map.copyOf(bySelector);
  }

  /**
   * Collects errors.
   *
   * @param errors the errors; one given twice counts once
   * @return the catalogue
   * @throws IllegalArgumentException if two different errors have the same selector
   */
  public static ErrorCatalogue of(Signature... errors) {
    Map<Bytes, Signature> bySelector = new HashMap<>();
    for (Signature error : errors) {
      Signature other = bySelector.putIfAbsent(error.selector(), error);
      if (other != null && !other.equals(error)) {
        throw new IllegalArgumentException(
            "errors: " + other + " and " + error + " have the same selector " + error.selector());
      }
    }
    return new ErrorCatalogue(bySelector);
  }

  /**
   * Finds an error.
   *
   * @param selector the first four bytes of the revert data
   * @return the error with this selector, if it is in the catalogue
   */
  public Optional<Signature> bySelector(Bytes selector) {
    return Optional.ofNullable(bySelector.get(selector));
  }
}
