// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message did not get where it was awaited within the time that was allowed, or never can. The
 * message says where it stands, what it waits for and what one can do.
 *
 * <p>Thread-safe.
 */
public final class StatusNotReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable MessageStanding standing;

  /**
   * The message was not sent within the time.
   *
   * @param name what was awaited
   * @param wanted which status
   * @param allowed how far the clock moved
   */
  public StatusNotReachedException(String name, String wanted, Duration allowed) {
    super(name + " was not sent within " + clock(allowed) + ", so it cannot be " + wanted);
    standing = null;
  }

  /**
   * The message stands somewhere else.
   *
   * @param standing where it stands
   * @param wanted where it was awaited
   * @param allowed how far the clock moved; nothing if no time would be enough
   */
  public StatusNotReachedException(
      MessageStanding standing, String wanted, Optional<Duration> allowed) {
    super(
        standing.label()
            + allowed
                .map(time -> " did not reach " + wanted + " within " + clock(time))
                .orElseGet(() -> " cannot reach " + wanted)
            + standing.explained());
    this.standing = standing;
  }

  /**
   * Where the message stands.
   *
   * @return what its network knows of it; nothing if it was not sent
   */
  public Optional<MessageStanding> standing() {
    return Optional.ofNullable(standing);
  }

  /**
   * A virtual time as people read it.
   *
   * @param time since the network was started
   * @return hours, minutes and seconds
   */
  public static String clock(Duration time) {
    return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
