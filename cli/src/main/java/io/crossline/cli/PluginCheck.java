// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.chain.Contract;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerSource;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Contract;
import io.crossline.starknet.l2.Roles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tries what {@code crossline run} will need of a provider: each of its handlers, deployed. */
final class PluginCheck {
  private static final EthAddress SOMEBODY =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  private final MessageHandlerProvider provider;
  private final List<String> problems = new ArrayList<>();
  private final List<Class<?>> classes = new ArrayList<>();

  private PluginCheck(MessageHandlerProvider provider) {
    this.provider = provider;
    classes.add(provider.getClass());
  }

  /** What is wrong with a provider, a line each with its id and its jar. */
  static List<String> problems(MessageHandlerProvider provider) {
    PluginCheck check = new PluginCheck(provider);
    String who =
        provider.id() + HandlerSource.of(provider.getClass()).map(at -> " (" + at + ")").orElse("");
    check.guarded("its handlers", () -> provider.handlerTypes().forEach(check::check));
    check.guarded(
        "its classes",
        () -> LinkCheck.missing(check.classes).forEach(one -> check.problems.add("lacks " + one)));
    return check.problems.stream().distinct().map(problem -> who + ": " + problem).toList();
  }

  private void check(HandlerType type) {
    switch (type.system()) {
      case HandlerType.STARKNET_L1 -> tried(type, PluginCheck::l1);
      case HandlerType.STARKNET_L2 -> tried(type, PluginCheck::l2);
      case HandlerType.IPC -> tried(type, PluginCheck::ipc);
      default ->
          problems.add(
              "handler "
                  + type.name()
                  + ": there is no system \""
                  + type.system()
                  + "\", only "
                  + String.join(
                      ", ", HandlerType.STARKNET_L1, HandlerType.STARKNET_L2, HandlerType.IPC));
    }
  }

  private void tried(HandlerType type, Consumer<Object> deployment) {
    guarded(
        "handler " + type.name(),
        () -> {
          Object handler = type.factory().get();
          if (handler == null) {
            throw new HandlerException("its factory gives null");
          }
          classes.add(handler.getClass());
          deployment.accept(handler);
        });
  }

  /** Whatever a plugin throws, be it an Error, is one line. */
  private void guarded(String what, Runnable trial) {
    try {
      trial.run();
    } catch (HandlerException said) {
      problems.add(what + ": " + said.getMessage());
    } catch (VirtualMachineError ours) {
      if (!(ours instanceof StackOverflowError)) {
        throw ours;
      }
      problems.add(what + ": " + ours);
    } catch (RuntimeException | Error broken) {
      problems.add(what + ": " + broken);
    }
  }

  private static void l1(Object handler) {
    require(Contract.class, handler);
    StatelessHandler.require(handler.getClass());
  }

  private static void l2(Object handler) {
    Roles roles = new Roles();
    for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        L1Handler entry = method.getAnnotation(L1Handler.class);
        if (entry != null) {
          // Which address has the role is the scenario's business.
          roles.bind(entry.from(), SOMEBODY);
        }
      }
    }
    L2Contract.of(handler, roles);
  }

  private static void ipc(Object handler) {
    require(IpcHandler.class, handler);
    try (IpcNetwork network = IpcNetwork.root(1).start()) {
      network.root().deploy("tried", (IpcHandler) handler);
    }
  }

  private static void require(Class<?> type, Object handler) {
    if (!type.isInstance(handler)) {
      throw new HandlerException(handler.getClass().getName() + " is no " + type.getName());
    }
  }
}
