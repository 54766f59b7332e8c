// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerRegistryTest {
  private static final List<String> LIFE = new ArrayList<>();

  /** A provider of one type whose every step can be made to fail. */
  static class Plugin implements MessageHandlerProvider {
    private final String id;
    private final String[] types;
    private Consumer<String> at = step -> {};
    private int apiVersion = API_VERSION;

    Plugin(String id, String... types) {
      this.id = id;
      this.types = types;
    }

    Plugin failing(String failing, Throwable thrown) {
      at =
          step -> {
            if (step.equals(failing)) {
              if (thrown instanceof Error error) {
                throw error;
              }
              throw (RuntimeException) thrown;
            }
          };
      return this;
    }

    private void reached(String step) {
      LIFE.add(id + ":" + step);
      at.accept(step);
    }

    @Override
    public String id() {
      at.accept("id");
      return id;
    }

    @Override
    public int apiVersion() {
      at.accept("apiVersion");
      return apiVersion;
    }

    @Override
    public void start(PluginConfig config) {
      reached("start" + config.values());
      at.accept("start");
    }

    @Override
    public List<HandlerType> handlerTypes() {
      at.accept("handlerTypes");
      List<HandlerType> offered = new ArrayList<>();
      for (String type : types) {
        offered.add(
            new HandlerType(
                HandlerType.STARKNET_L2,
                type,
                () -> {
                  at.accept("factory");
                  return id + ":" + type;
                }));
      }
      return offered;
    }

    @Override
    public void close() {
      reached("close");
    }
  }

  /** Found by name in a META-INF/services file of a test. */
  public static final class Zebra extends Plugin {
    public Zebra() {
      super("acme.zebra", "bridge", "stripes");
    }
  }

  public static final class Ape extends Plugin {
    public Ape() {
      super("acme.ape", "bridge");
    }
  }

  public static final class Doppelganger extends Plugin {
    public Doppelganger() {
      super("acme.ape", "other");
    }
  }

  public static final class Nameless extends Plugin {
    public Nameless() {
      super("x", "x");
      failing("id", new IllegalStateException("no id today"));
    }
  }

  public static final class NotStarting extends Plugin {
    public NotStarting() {
      super("not.starting", "x");
      failing("start", new NoClassDefFoundError("acme/Missing"));
    }
  }

  public static final class NotMade extends Plugin {
    public NotMade() {
      super("never", "never");
      throw new IllegalStateException("no database");
    }
  }

  private final HandlerRegistry registry = new HandlerRegistry();
  @TempDir private Path folder;

  @BeforeEach
  void forget() {
    LIFE.clear();
  }

  private ServiceLoader<MessageHandlerProvider> found(Object... linesOrClasses) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Object item : linesOrClasses) {
      lines.add(item instanceof Class<?> type ? type.getName() : item.toString());
    }
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.write(
        services.resolve(MessageHandlerProvider.class.getName()), lines, StandardCharsets.UTF_8);
    ClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    return ServiceLoader.load(MessageHandlerProvider.class, loader);
  }

  private HandlerRegistry register(Plugin plugin) {
    return registry.register(plugin, PluginConfig.EMPTY);
  }

  private Object create(String name) {
    return registry.create(HandlerType.STARKNET_L2, name);
  }

  private List<String> ids() {
    return registry.providers().stream().map(MessageHandlerProvider::id).toList();
  }

  @Test
  void aRegisteredProviderIsStartedWithItsSettingsAndOffersItsTypes() {
    Plugin plugin = new Plugin("acme", "bridge");
    registry.register(plugin, new PluginConfig(Map.of("k", "v")));
    assertThat(LIFE).containsExactly("acme:start{k=v}");
    assertThat(create("bridge")).isEqualTo("acme:bridge");
    assertThat(create("acme/bridge")).isEqualTo("acme:bridge");
    assertThat(registry.providers()).containsExactly(plugin);
    assertThat(registry.problems()).isEmpty();
  }

  @Test
  void theOrderIsThatOfIdsNotOfTheClassPath() throws IOException {
    registry.discover(found(Zebra.class, Ape.class));
    assertThat(ids()).containsExactly("acme.ape", "acme.zebra");
    assertThat(LIFE).containsExactly("acme.ape:start{}", "acme.zebra:start{}");
    assertThat(create("stripes")).isEqualTo("acme.zebra:stripes");
  }

  @Test
  void whatIsRegisteredByHandCountsBeforeWhatIsFound() throws IOException {
    register(new Plugin("zz.mine", "bridge")).discover(found(Ape.class));
    assertThat(create("bridge")).isEqualTo("zz.mine:bridge");
    assertThat(create("acme.ape/bridge")).isEqualTo("acme.ape:bridge");
    assertThat(ids()).containsExactly("acme.ape", "zz.mine");
  }

  @Test
  void aFoundProviderOfARegisteredClassIsPassedOver() throws IOException {
    Ape mine = new Ape();
    registry
        .register(mine, new PluginConfig(Map.of("k", "v")))
        .discover(found(Ape.class, Zebra.class));
    assertThat(registry.providers()).hasSize(2).contains(mine);
    assertThat(registry.problems()).isEmpty();
    assertThat(LIFE).containsExactly("acme.ape:start{k=v}", "acme.zebra:start{}");
  }

  @Test
  void twoProvidersOfOneIdAreAnErrorThatNamesBoth() {
    register(new Plugin("acme", "bridge"));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> register(new Plugin("acme", "other")))
        .withMessageMatching(
            "(?s)Two providers have the id acme: acme \\(/.*\\) and acme \\(/.*\\)\\. Remove one.*");
    assertThat(LIFE).containsExactly("acme:start{}");
    assertThat(create("bridge")).isEqualTo("acme:bridge");
    assertThatExceptionOfType(HandlerException.class).isThrownBy(() -> create("other"));
  }

  @Test
  void whichOfTwoFoundProvidersOfOneIdCountsDoesNotDependOnTheClassPath() throws IOException {
    registry.discover(found(Doppelganger.class, Ape.class));
    assertThat(create("bridge")).isEqualTo("acme.ape:bridge");
    assertThat(registry.problems())
        .hasSize(1)
        .allMatch(line -> line.startsWith("Two providers have the id acme.ape"));
    HandlerRegistry other = new HandlerRegistry().discover(found(Ape.class, Doppelganger.class));
    assertThat(other.providers()).extracting(Object::getClass).containsExactly(Ape.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void anotherApiVersionIsRefused(int version) {
    Plugin plugin = new Plugin("acme", "bridge");
    plugin.apiVersion = version;
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> register(plugin))
        .withMessageStartingWith("acme (")
        .withMessageEndingWith(
            "written for api version "
                + version
                + ", this host has version 1. Use a release of the plugin that was built for it.");
    assertThat(LIFE).isEmpty();
    assertThat(registry.providers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Acme", "a b", "a/b", "a\n"})
  void anIdOfAnotherFormIsRefused(String id) {
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> register(new Plugin(id, "bridge")))
        .withMessageContaining(Plugin.class.getName())
        .withMessageContaining("lower-case letters, digits, dots and hyphens");
    assertThat(registry.providers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "apiVersion", "start", "handlerTypes"})
  void aProviderThatFailsIsNotAdded(String step) {
    for (Throwable thrown :
        List.of(new IllegalStateException("boom"), new NoClassDefFoundError("boom"))) {
      LIFE.clear();
      assertThatExceptionOfType(HandlerException.class)
          .isThrownBy(() -> register(new Plugin("acme", "bridge").failing(step, thrown)))
          .withMessageContaining("boom")
          .withCause(thrown);
      assertThat(registry.providers()).isEmpty();
      assertThatExceptionOfType(HandlerException.class).isThrownBy(() -> create("bridge"));
      // What was started is closed again.
      assertThat(LIFE.contains("acme:close")).isEqualTo(step.equals("handlerTypes"));
    }
    assertThat(register(new Plugin("acme", "bridge")).problems()).isEmpty();
  }

  @Test
  void aTypeNameMustTellItsTypeFromTheOthersOfTheProvider() {
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> register(new Plugin("acme", "bridge", "bridge")))
        .withMessageContaining("offers two starknet-l2 handlers called \"bridge\"");
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> register(new Plugin("acme", "a/b")))
        .withMessageContaining("without a slash");
    assertThat(registry.providers()).isEmpty();
  }

  @Test
  void oneBrokenProviderDoesNotTakeTheOthersDown() throws IOException {
    registry.discover(
        found(
            NotMade.class,
            "acme.Absent",
            Zebra.class,
            Nameless.class,
            HandlerRegistryTest.class,
            NotStarting.class,
            "not a class name",
            Ape.class));
    // A line that is no class name spoils its whole file; ServiceLoader reads no further in it.
    assertThat(registry.problems()).anyMatch(line -> line.contains("Illegal configuration-file"));

    HandlerRegistry second =
        new HandlerRegistry()
            .discover(
                found(
                    NotMade.class,
                    "acme.Absent",
                    Zebra.class,
                    Nameless.class,
                    HandlerRegistryTest.class,
                    NotStarting.class,
                    Ape.class));
    assertThat(second.providers())
        .extracting(MessageHandlerProvider::id)
        .containsExactly("acme.ape", "acme.zebra");
    assertThat(second.problems())
        .hasSize(5)
        .anyMatch(line -> line.contains("NotMade") && line.contains("no database"))
        .anyMatch(line -> line.contains("acme.Absent") && line.contains("not found"))
        .anyMatch(line -> line.contains("Nameless") && line.contains("no id today"))
        .anyMatch(line -> line.endsWith("HandlerRegistryTest not a subtype"))
        .anyMatch(line -> line.startsWith("not.starting (") && line.contains("acme/Missing"));
    assertThat(second.create(HandlerType.STARKNET_L2, "stripes")).isEqualTo("acme.zebra:stripes");
  }

  @Test
  void aLoaderThatFailsForEverIsGivenUp() {
    ClassLoader broken =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            throw new IOException("disk gone");
          }
        };
    registry.discover(ServiceLoader.load(MessageHandlerProvider.class, broken));
    assertThat(registry.providers()).isEmpty();
    assertThat(registry.problems()).hasSize(1).allMatch(line -> line.contains("disk gone"));
  }

  @Test
  void aMissingHandlerIsAnErrorThatSaysWhatThereIs() throws IOException {
    register(new Plugin("acme", "bridge", "token")).discover(found(NotMade.class));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> create("brigde"))
        .withMessageStartingWith(
            "No provider offers the starknet-l2 handler \"brigde\". Offered: acme/bridge, acme/token."
                + " Not usable: ")
        .withMessageContaining("no database");
    for (String name : List.of("other/bridge", "/bridge", "acme/", "")) {
      assertThatExceptionOfType(HandlerException.class).isThrownBy(() -> create(name));
    }
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> registry.create(HandlerType.IPC, "bridge"))
        .withMessageStartingWith("No provider offers the ipc handler \"bridge\". Offered: none");
  }

  @Test
  void twoOffersOfOneNameAreAnErrorThatNamesBoth() throws IOException {
    registry.discover(found(Zebra.class, Ape.class));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> create("bridge"))
        .withMessageMatching(
            "(?s)More than one provider offers the starknet-l2 handler \"bridge\": acme.ape \\(/.*\\),"
                + " acme.zebra \\(/.*\\)\\. Write the provider's id before it, as in acme.ape/bridge\\.");
    assertThat(create("acme.zebra/bridge")).isEqualTo("acme.zebra:bridge");
  }

  @Test
  void aFactoryThatFailsIsNamed() {
    IllegalStateException boom = new IllegalStateException("boom");
    register(new Plugin("acme", "bridge").failing("factory", boom));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> create("bridge"))
        .withMessageMatching("(?s)acme \\(.*\\): could not make a \"bridge\": .*boom")
        .withCause(boom);
  }

  @Test
  void everyProviderIsClosed() {
    IllegalStateException boom = new IllegalStateException("boom");
    register(new Plugin("a", "x").failing("close", boom));
    register(new Plugin("b", "y"));
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(registry::close)
        .satisfies(e -> assertThat(e.getSuppressed()).containsExactly(boom));
    assertThat(LIFE).endsWith("a:close", "b:close");
    assertThat(registry.providers()).isEmpty();
    registry.close();
    assertThat(LIFE).hasSize(4);
  }
}
