// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Revert;
import java.util.Arrays;

/**
 * Understands revert data of IPC's contracts: from a transaction, or from the {@code ret} of a
 * result.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class IpcReverts {
  private static final ErrorCatalogue CATALOGUE =
      ErrorCatalogue.of(
          Arrays.stream(IpcError.values()).map(IpcError::signature).toArray(Signature[]::new));

  private IpcReverts() {}

  /**
   * The errors that are recognised, all of {@link IpcError}.
   *
   * @return the catalogue
   */
  public static ErrorCatalogue catalogue() {
    return CATALOGUE;
  }

  /**
   * Understands revert data.
   *
   * @param data the bytes, any
   * @return the revert; its {@code data()} equals the argument
   */
  public static EvmRevert decode(Bytes data) {
    return EvmRevert.decode(data, CATALOGUE);
  }

  /**
   * Says what a revert means. What a gateway cut to 128 bytes is said as far as it goes; {@link
   * ResultExplanation} tells more, and of whom it speaks.
   *
   * @param revert the revert
   * @return one line, such as {@code InvalidXnetMessage(NoRoute)}, {@code Insufficient funds} or
   *     {@code Panic(0x11): arithmetic overflow}
   */
  public static String describe(Revert revert) {
    return decode(revert.data())
        .fold(
            require -> require.description(),
            IpcReverts::describe,
            panic -> panic.description(),
            raw ->
                CutRevert.read(raw.data()) instanceof RevertReading.Cut cut
                    ? cut.description()
                    : raw.description());
  }

  private static String describe(CustomError error) {
    if (error.signature().equals(IpcError.INVALID_XNET_MESSAGE.signature())) {
      Bytes data = error.data();
      int code = data.get(data.size() - 1) & 0xff;
      if (code < InvalidXnetMessageReason.values().length) {
        return error.signature().name() + "(" + InvalidXnetMessageReason.ofCode(code) + ")";
      }
    }
    return error.description();
  }
}
