// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static io.crossline.messaging.spi.HandlerType.IPC;
import static io.crossline.messaging.spi.HandlerType.STARKNET_L1;
import static io.crossline.messaging.spi.HandlerType.STARKNET_L2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.crossline.core.chain.Contract;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.handler.StatelessHandler;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import io.crossline.starknet.l2.Roles;
import io.crossline.starknet.network.StarknetNetwork;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The rules of a {@link MessageHandlerProvider}, one test each. Extend it in a test of the plugin:
 *
 * <pre>{@code
 * class AcmeProviderTest extends MessageHandlerProviderConformance {
 *   protected MessageHandlerProvider provider() { return new AcmeProvider(); }
 *   protected void bind(Roles roles) { roles.bind("l1Bridge", BRIDGE); }
 * }
 * }</pre>
 *
 * <p>Not thread-safe: JUnit makes one for each test.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public abstract class MessageHandlerProviderConformance {
  private static final Set<String> SYSTEMS = Set.of(STARKNET_L1, STARKNET_L2, IPC);
  private static final EthAddress PLACE = EthAddress.truncate(UInt256.of(0xc0ffee));

  /** For subclasses. */
  protected MessageHandlerProviderConformance() {}

  /**
   * Makes the provider.
   *
   * @return a new one, not started
   */
  protected abstract MessageHandlerProvider provider();

  /**
   * The configuration that it is started with.
   *
   * @return none, unless overridden
   */
  protected PluginConfig config() {
    return PluginConfig.EMPTY;
  }

  /**
   * Binds the roles that its handlers for Starknet's L2 name.
   *
   * @param roles takes the bindings
   */
  protected void bind(Roles roles) {}

  private void started(Consumer<MessageHandlerProvider> test) {
    try (MessageHandlerProvider provider = provider()) {
      provider.start(config());
      test.accept(provider);
    }
  }

  /** P1: ServiceLoader can make one: a public class with a public constructor without arguments. */
  @Test
  protected void p1HasAPublicConstructorWithoutArguments() throws ReflectiveOperationException {
    Class<?> type = provider().getClass();
    assertTrue(Modifier.isPublic(type.getModifiers()), type + " is not public");
    assertTrue(
        Modifier.isPublic(type.getDeclaredConstructor().getModifiers()),
        type + " has no public constructor without arguments");
  }

  /** P2: it is declared, so that a host finds it. */
  @Test
  protected void p2IsFoundByServiceLoader() {
    Class<?> type = provider().getClass();
    boolean found =
        ServiceLoader.load(MessageHandlerProvider.class, type.getClassLoader()).stream()
            .anyMatch(candidate -> candidate.type() == type);
    assertTrue(
        found,
        type.getName()
            + " stands neither in META-INF/services/"
            + MessageHandlerProvider.class.getName()
            + " nor under provides in a module descriptor");
  }

  /** P3: its id has the right form and never changes. */
  @Test
  protected void p3HasAnIdThatStays() {
    String id = provider().id();
    assertTrue(
        id.matches("[a-z0-9.-]+"),
        "id \"" + id + "\" is not made of lower-case letters, digits, dots and hyphens");
    assertEquals(id, provider().id(), "another instance has another id");
  }

  /** P4: it was written for this version of the interface. */
  @Test
  protected void p4IsOfThisApiVersion() {
    assertEquals(MessageHandlerProvider.API_VERSION, provider().apiVersion());
  }

  /** P5: a registry takes it, and closes it. */
  @Test
  protected void p5StartsAndCloses() {
    try (HandlerRegistry registry = new HandlerRegistry()) {
      registry.register(provider(), config());
      assertEquals(1, registry.providers().size());
    }
  }

  /** P6: it offers types of known systems under names of their own, always the same. */
  @Test
  protected void p6OffersTheSameTypesEachTime() {
    started(
        provider -> {
          List<String> names = names(provider);
          assertFalse(names.isEmpty(), "offers nothing");
          assertEquals(names, names(provider), "offers something else the second time");
          assertEquals(names.size(), Set.copyOf(names).size(), "a name stands twice in " + names);
          for (HandlerType type : provider.handlerTypes()) {
            assertTrue(
                SYSTEMS.contains(type.system()),
                type.name() + " is for \"" + type.system() + "\", known are " + SYSTEMS);
          }
        });
  }

  private static List<String> names(MessageHandlerProvider provider) {
    return provider.handlerTypes().stream().map(t -> t.system() + "/" + t.name()).toList();
  }

  /** P7: each deployment gets a handler of its own. */
  @Test
  protected void p7MakesANewHandlerEachTime() {
    started(
        provider ->
            provider
                .handlerTypes()
                .forEach(
                    type ->
                        assertNotSame(
                            type.factory().get(),
                            type.factory().get(),
                            type.name() + " gives one handler to two deployments")));
  }

  /** P8: what it makes can be deployed on its system. */
  @Test
  protected void p8EveryHandlerCanBeDeployed() {
    started(provider -> provider.handlerTypes().forEach(this::deploy));
  }

  private void deploy(HandlerType type) {
    Object handler = type.factory().get();
    try (StarknetNetwork starknet = StarknetNetwork.create();
        IpcNetwork ipc = IpcNetwork.root(1).start()) {
      switch (type.system()) {
        case STARKNET_L2 -> starknet.deploy(type.name(), handler, this::bind);
        case STARKNET_L1 -> {
          StatelessHandler.require(handler.getClass());
          starknet.deployOnL1(type.name(), PLACE, (Contract) handler);
        }
        case IPC -> ipc.root().deploy(type.name(), (IpcHandler) handler);
        default -> fail(type.name() + " is for no known system");
      }
    }
  }

  /** P9: handlers share no state: what is static is final. */
  @Test
  protected void p9HandlersShareNoState() {
    started(
        provider -> {
          for (HandlerType type : provider.handlerTypes()) {
            for (Field field : type.factory().get().getClass().getDeclaredFields()) {
              int modifiers = field.getModifiers();
              assertFalse(
                  Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers),
                  () -> field + " is shared by all handlers and can be written");
            }
          }
        });
  }
}
