// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.starknet.Felt;
import java.util.List;

/**
 * What a contract on L2 throws to fail, as {@code panic} and {@code assert} do in Cairo: everything
 * that its call did is undone.
 *
 * <p>Thread-safe.
 */
public final class CairoPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PanicData data;

  /**
   * Fails with a reason in words.
   *
   * @param reason up to 31 ASCII characters, a short string of Cairo
   * @throws io.crossline.messaging.MalformedInputException if it is no short string
   */
  public CairoPanic(String reason) {
    this(List.of(Felt.fromShortString(reason)));
  }

  /**
   * Fails with panic data.
   *
   * @param data the felts
   */
  public CairoPanic(List<Felt> data) {
    this(PanicData.of(data));
  }

  CairoPanic(PanicData data) {
    super(data.description(), null, false, false);
    this.data = data;
  }

  /**
   * The felts that the caller gets.
   *
   * @return the panic data
   */
  public PanicData data() {
    return data;
  }
}
