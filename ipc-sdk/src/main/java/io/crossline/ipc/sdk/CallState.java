// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ReturnedData;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * Where a typed call stands: in flight, or at one of its ends. Immutable.
 *
 * @param <T> what the called method returns
 */
public sealed interface CallState<T extends @Nullable Object> {
  /**
   * The Result has not come.
   *
   * @param since the block in which the call was performed
   * @param <T> what the called method returns
   */
  record InFlight<T extends @Nullable Object>(BlockInfo since) implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.inFlight(this);
    }

    @Override
    public String toString() {
      return "in flight since block " + since.number();
    }
  }

  /**
   * The receiver accepted and returned a value.
   *
   * @param value the value; null if the method returns nothing
   * @param <T> what the called method returns
   */
  record Ok<T extends @Nullable Object>(T value) implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.ok(value);
    }

    @Override
    public String toString() {
      return value == null ? "Ok" : "Ok(" + value + ")";
    }
  }

  /**
   * The receiver accepted, but what came back is no value of the type: the receiver returned
   * something else, or more than a gateway keeps (trap 3). What it did stands.
   *
   * @param returned what came back, and whether it was cut
   * @param problem why it is no such value
   * @param <T> what the called method returns
   */
  record Unreadable<T extends @Nullable Object>(ReturnedData returned, String problem)
      implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.unreadable(this);
    }

    @Override
    public String toString() {
      return "Ok, but unreadable: " + problem;
    }
  }

  /**
   * The receiver was called and failed.
   *
   * @param result what the Result says; its {@code ret} is the revert data as far as a gateway
   *     keeps it
   * @param explanation the error as a value and in words
   * @param refund the coins that came back, in the smallest unit
   * @param <T> what the called method returns
   */
  record ActorErr<T extends @Nullable Object>(
      ResultMsg result, ResultExplanation explanation, UInt256 refund) implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.actorErr(this);
    }

    @Override
    public String toString() {
      return describe(explanation, refund);
    }
  }

  /**
   * A gateway on the way refused the call; the receiver did not see it.
   *
   * @param result what the Result says
   * @param explanation the error as a value and in words
   * @param refund the coins that came back, in the smallest unit
   * @param <T> what the called method returns
   */
  record SystemErr<T extends @Nullable Object>(
      ResultMsg result, ResultExplanation explanation, UInt256 refund) implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.systemErr(this);
    }

    @Override
    public String toString() {
      return describe(explanation, refund);
    }
  }

  /**
   * The owner dropped the call ({@link IpcExchange#dropMessages}). A Result that comes later is not
   * recognized.
   *
   * @param <T> what the called method returns
   */
  record Dropped<T extends @Nullable Object>() implements CallState<T> {
    @Override
    public <R> R fold(Cases<? super T, ? extends R> cases) {
      return cases.dropped();
    }

    @Override
    public String toString() {
      return "dropped";
    }
  }

  /**
   * What to do in each case of {@link #fold}.
   *
   * @param <T> what the called method returns
   * @param <R> what all cases give
   */
  interface Cases<T extends @Nullable Object, R> {
    /**
     * The case of {@link InFlight}.
     *
     * @param state since when
     * @return what this case gives
     */
    R inFlight(InFlight<? extends T> state);

    /**
     * The case of {@link Ok}.
     *
     * @param value what the method returned; null if it returns nothing
     * @return what this case gives
     */
    R ok(T value);

    /**
     * The case of {@link Unreadable}.
     *
     * @param state what came back
     * @return what this case gives
     */
    R unreadable(Unreadable<? extends T> state);

    /**
     * The case of {@link ActorErr}.
     *
     * @param state the error
     * @return what this case gives
     */
    R actorErr(ActorErr<? extends T> state);

    /**
     * The case of {@link SystemErr}.
     *
     * @param state the error
     * @return what this case gives
     */
    R systemErr(SystemErr<? extends T> state);

    /**
     * The case of {@link Dropped}.
     *
     * @return what this case gives
     */
    R dropped();
  }

  /**
   * Goes one of six ways.
   *
   * @param cases what to do in each case
   * @param <R> what all cases give
   * @return what the case at hand gave
   */
  <R> R fold(Cases<? super T, ? extends R> cases);

  /**
   * Whether the call has ended.
   *
   * @return false for {@link InFlight} alone
   */
  default boolean isEnded() {
    return !(this instanceof InFlight);
  }

  /**
   * What the method returned.
   *
   * @return the value; null if it returns nothing
   * @throws IpcCallNotOkException unless this is {@link Ok}, saying what it is
   */
  default T orThrow() {
    if (this instanceof Ok<T> ok) {
      return ok.value();
    }
    throw new IpcCallNotOkException(this);
  }

  private static String describe(ResultExplanation explanation, UInt256 refund) {
    return explanation + (refund.isZero() ? "" : "; value " + refund + " came back");
  }
}
