// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.UInt256;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A contract of another network, as a {@link TypedExchange} calls it. Made by {@link
 * TypedExchange#remote}. What is called is a method of an interface with {@link IpcMethod}s:
 *
 * <pre>{@code
 * remote(Counter.class, address).onResult("increased").call(c -> c.increment(by))
 * }</pre>
 *
 * <p>Immutable. Calls work while a call of the exchange runs, on its thread.
 *
 * @param <I> the interface
 */
public final class Remote<I> {
  private final TypedExchange exchange;
  private final Class<I> type;
  private final TypedInterface target;
  private final IpcAddress to;
  private final UInt256 value;
  private final String handler;

  Remote(
      TypedExchange exchange,
      Class<I> type,
      TypedInterface target,
      IpcAddress to,
      UInt256 value,
      String handler) {
    this.exchange = exchange;
    this.type = type;
    this.target = target;
    this.to = to;
    this.value = value;
    this.handler = handler;
  }

  /**
   * The same contract, called with coins.
   *
   * @param coins what travels with each call, in the smallest unit; the exchange pays it
   * @return the changed value
   */
  public Remote<I> withValue(UInt256 coins) {
    return new Remote<>(exchange, type, target, to, coins, handler);
  }

  /**
   * The same contract, with a method of the exchange that takes the Results. Without one, how a
   * call ended is kept and nothing runs.
   *
   * @param method the name of a {@link ResultHandler}
   * @return the changed value
   */
  public Remote<I> onResult(String method) {
    return new Remote<>(exchange, type, target, to, value, method);
  }

  /**
   * Calls a method that returns something ({@code performIpcCall}).
   *
   * @param method calls one method of its argument and returns what that gives, which is a
   *     placeholder: the value comes with the Result
   * @param <T> what the method returns
   * @return the call
   * @throws io.crossline.core.chain.RevertSignal as {@link IpcExchange#performIpcCall}, and if an
   *     equal call down the tree is in flight already: both would have one tracing id (trap 1)
   * @throws IllegalArgumentException if the lambda does anything else, an argument does not fit its
   *     type, or no {@link ResultHandler} of that name takes what the method returns
   */
  public <T extends @Nullable Object> IpcCall<T> call(Function<? super I, ? extends T> method) {
    return exchange.perform(RecordedCall.ofValue(target, type, method), to, value, handler);
  }

  /**
   * Calls a method that returns nothing ({@code performIpcCall}).
   *
   * @param method calls one method of its argument
   * @return the call
   * @throws io.crossline.core.chain.RevertSignal as {@link #call}
   * @throws IllegalArgumentException as {@link #call}
   */
  public IpcCall<@Nullable Void> run(Consumer<? super I> method) {
    return exchange.perform(RecordedCall.ofNothing(target, type, method), to, value, handler);
  }
}
