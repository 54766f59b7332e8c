// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.IpcFunction;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The functions of the gateway that change it.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // for modules of Crossline, which see the package of functions
public final class GatewayFunctions {
  /** What takes coins. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Payable {}

  private static final Map<Class<?>, IpcFunction<? extends GatewayOperation<?>, ?>> ALL =
      new LinkedHashMap<>();

  static {
    for (Class<?> operation : GatewayOperation.class.getPermittedSubclasses()) {
      ALL.put(operation, function(operation));
    }
    ALL.put(SendContractXnetMessage.class, SendContractXnetMessage.FUNCTION);
    ALL.put(CommitParentFinality.class, CommitParentFinality.FUNCTION);
  }

  /**
   * What {@code commitParentFinality} returns.
   *
   * @param hasCommittedBefore whether there was a finality before
   * @param previousFinality that finality
   */
  public record CommittedFinality(boolean hasCommittedBefore, ParentFinality previousFinality) {}

  private GatewayFunctions() {}

  /**
   * A function that returns nothing: it bears the name of its operation, which has its arguments.
   */
  @SuppressWarnings("unchecked") // all permitted subclasses are records and operations
  private static <A extends Record & GatewayOperation<?>> IpcFunction<A, Nothing> function(
      Class<?> operation) {
    String type = operation.getSimpleName();
    String name = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    IpcFunction<A, Nothing> function = IpcFunction.of(name, (Class<A>) operation);
    return operation.isAnnotationPresent(Payable.class) ? function.payable() : function;
  }

  /** The function of an operation. */
  @SuppressWarnings("unchecked") // its arguments are the operation
  static <T> IpcFunction<? extends GatewayOperation<T>, ?> of(GatewayOperation<T> operation) {
    return (IpcFunction<? extends GatewayOperation<T>, ?>)
        Objects.requireNonNull(ALL.get(operation.getClass()));
  }

  /**
   * All of them.
   *
   * @return the functions, whose arguments are operations
   */
  public static List<IpcFunction<? extends GatewayOperation<?>, ?>> all() {
    return List.copyOf(ALL.values());
  }

  /**
   * One of them.
   *
   * @param name its name
   * @return the function
   * @throws IllegalArgumentException if the gateway has none with this name
   */
  public static IpcFunction<? extends GatewayOperation<?>, ?> named(String name) {
    return ALL.values().stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the gateway has no function " + name));
  }
}
