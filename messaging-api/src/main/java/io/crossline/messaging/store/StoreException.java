// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.store;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A store cannot be opened, read or written. Nothing that was acknowledged is lost by it.
 *
 * <p>Thread-safe.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** The directory holds something, but no store of this kind. */
    NOT_A_STORE,
    /** Another process, or another part of this one, has it open. */
    IN_USE,
    /** It was written by a later version, in a form that this one does not know. */
    FUTURE_FORMAT,
    /** It was written by an earlier version, and has to be upgraded before it is used. */
    OLD_FORMAT,
    /** It cannot be written to. */
    READ_ONLY,
    /** There is no room left. */
    DISK_FULL,
    /** What it holds is not what was written. {@link #file} and {@link #offset} say where. */
    DAMAGED,
    /** It holds less than the caller knows to be committed. */
    BEHIND,
    /** A commit failed; the store has to be opened again. */
    FAILED,
    /** It was closed. */
    CLOSED
  }

  private final Reason reason;
  private final @Nullable String file;
  private final long offset;

  /**
   * Creates an exception that names no place.
   *
   * @param reason why
   * @param message what was found, what was allowed, what to do
   * @param cause what was below, if anything
   */
  public StoreException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.file = null;
    this.offset = -1;
  }

  /**
   * Creates an exception for damage.
   *
   * @param file the damaged file
   * @param offset where in it, in bytes from 0; -1 if nobody can tell
   * @param message what was found and what was expected
   * @param cause what was below, if anything
   */
  public StoreException(String file, long offset, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = Reason.DAMAGED;
    this.file = file;
    this.offset = offset;
  }

  /**
   * Why.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Which file is damaged.
   *
   * @return its name, nothing if there is no damage
   */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }

  /**
   * Where in the file the damage begins.
   *
   * @return bytes from 0; nothing if it is not known
   */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /** What was found and what was expected; never null. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
