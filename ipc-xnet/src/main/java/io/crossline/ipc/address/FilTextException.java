// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.MalformedInputException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text is no Filecoin address, subnet id or IPC address; carries what the Rust parser would have
 * said.
 *
 * <p>Thread-safe.
 */
public final class FilTextException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  /**
   * Which parser refused the text, and how: the kinds of {@code ipc_api::Error} and {@code
   * fvm_shared}'s own.
   */
  public enum Kind {
    /** A Filecoin address: {@code FVMAddressError}. */
    FVM_ADDRESS_ERROR("FVMAddressError"),
    /** A subnet id: {@code InvalidID}. */
    INVALID_ID("InvalidID"),
    /** An IPC address without exactly one colon: {@code InvalidIPCAddr}. */
    INVALID_IPC_ADDR("InvalidIPCAddr");

    private final String errorName;

    Kind(String errorName) {
      this.errorName = errorName;
    }

    /** Upstream's own name. */
    @Override
    public String toString() {
      return errorName;
    }
  }

  private final Kind kind;
  private final String reason;
  private final @Nullable String child;
  private final @Nullable FilAddressError addressError;

  private FilTextException(
      Kind kind,
      String message,
      String reason,
      @Nullable String child,
      @Nullable FilAddressError addressError) {
    super(message);
    this.kind = kind;
    this.reason = reason;
    this.child = child;
    this.addressError = addressError;
  }

  static FilTextException address(FilAddressError error, String text) {
    String message = "address " + shown(text) + ": " + error.text();
    return new FilTextException(Kind.FVM_ADDRESS_ERROR, message, error.text(), null, error);
  }

  static FilTextException id(String text, String reason) {
    return new FilTextException(
        Kind.INVALID_ID, "subnet id " + shown(text) + ": " + reason, reason, null, null);
  }

  static FilTextException child(String text, String child, FilAddressError error) {
    String reason = "invalid child address";
    String message =
        "subnet id " + shown(text) + ": " + reason + " " + shown(child) + ": " + error.text();
    return new FilTextException(Kind.INVALID_ID, message, reason, child, error);
  }

  static FilTextException ipcAddress(String text) {
    String reason = "must have exactly one colon";
    return new FilTextException(
        Kind.INVALID_IPC_ADDR, "ipc address " + shown(text) + ": " + reason, reason, null, null);
  }

  /**
   * Which parser refused the text, and how.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The reason alone, of a subnet id in upstream's words.
   *
   * @return such as {@code invalid root ID}
   */
  public String reason() {
    return reason;
  }

  /**
   * The segment of a subnet id that is no address.
   *
   * @return the segment, possibly empty text; nothing if the trouble is another
   */
  public Optional<String> child() {
    return Optional.ofNullable(child);
  }

  /**
   * What is wrong with the address within.
   *
   * @return the error of the address parser; nothing if the trouble is another
   */
  public Optional<FilAddressError> addressError() {
    return Optional.ofNullable(addressError);
  }

  private static String shown(String text) {
    return text.length() <= 160
        ? '"' + text + '"'
        : '"' + text.substring(0, 160) + "…\" (" + text.length() + " characters)";
  }
}
