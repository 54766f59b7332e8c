// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
  @TempDir private Path scratch;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(scratch.resolve("plugins"));
  }

  private PluginJar jar() {
    return new PluginJar(scratch);
  }

  private Path library(String version) throws IOException {
    return jar()
        .source(
            "acme.lib.Version",
            "package acme.lib; public class Version { public static String text = \"%s\"; }"
                .formatted(version))
        .write(scratch.resolve("lib-" + version + ".jar"));
  }

  private void load(Consumer<HandlerRegistry> test) throws IOException {
    try (PluginFolder plugins = PluginFolder.open(folder);
        HandlerRegistry registry = new HandlerRegistry()) {
      plugins.loadInto(registry);
      test.accept(registry);
    }
  }

  private static Object create(HandlerRegistry registry, String name) {
    return registry.create(HandlerType.IPC, name);
  }

  @Test
  void twoPluginsUseTwoVersionsOfOneLibrary() throws IOException {
    for (String version : List.of("1.0", "2.0")) {
      Path library = library(version);
      String name = "v" + version.charAt(0);
      Path plugin = Files.createDirectory(folder.resolve(name));
      Files.copy(library, plugin.resolve("lib.jar"));
      jar()
          .provider("acme." + name + ".Provider", "acme." + name, name, "acme.lib.Version.text")
          .write(plugin.resolve("plugin.jar"), library);
    }
    load(
        registry -> {
          assertThat(registry.problems()).isEmpty();
          assertThat(create(registry, "v1")).isEqualTo("1.0");
          assertThat(create(registry, "v2")).isEqualTo("2.0");
        });
  }

  @Test
  void aPluginSeesTheHostsCrosslineAndNoOtherLibraryOfTheHost() throws IOException {
    jar()
        .provider(
            "acme.Provider",
            "acme",
            "sees",
            """
            new Object() {
              boolean has(String name) {
                try { Class.forName(name, false, Provider.class.getClassLoader()); return true; }
                catch (ClassNotFoundException e) { return false; }
              }
              public String toString() {
                return has("io.crossline.core.chain.Chain") + " " + has("java.sql.Connection") + " "
                    + has("org.slf4j.Logger") + " " + has("org.assertj.core.api.Assertions");
              }
            }\
            """)
        .write(folder.resolve("acme.jar"));
    load(registry -> assertThat(create(registry, "sees")).hasToString("true true true false"));
  }

  @Test
  void aFileConfiguresTheProviderOfItsName() throws IOException {
    jar()
        .provider("acme.Provider", "acme.hello", "hello", "greeting")
        .write(folder.resolve("a.jar"));
    load(registry -> assertThat(create(registry, "hello")).isEqualTo("none"));
    Files.writeString(folder.resolve("acme.hello.properties"), "greeting = hi\n");
    Files.writeString(folder.resolve("acme.helo.properties"), "greeting = hi\n");
    load(
        registry -> {
          assertThat(create(registry, "hello")).isEqualTo("hi");
          assertThat(registry.problems())
              .singleElement()
              .asString()
              .contains("acme.helo.properties: configures no provider; there are acme.hello");
        });
  }

  @Test
  void whatCannotBeUsedIsAProblemAndTheRestIsThere() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "no jar");
    jar()
        .source("acme.Nothing", "package acme; class Nothing {}")
        .write(folder.resolve("empty.jar"));
    jar()
        .resource("META-INF/services/" + MessageHandlerProvider.class.getName(), "acme.Absent\n")
        .write(folder.resolve("absent.jar"));
    jar()
        .provider("acme.Fails", "acme.fails", "x", "1")
        .source("acme.Bad", "package acme; class Bad {}")
        .write(folder.resolve("fails.jar"));
    Files.writeString(folder.resolve("acme.fails.properties"), "greeting = \\u12\n");
    jar().provider("acme.Good", "acme.good", "good", "2").write(folder.resolve("good.jar"));
    load(
        registry -> {
          assertThat(create(registry, "good")).isEqualTo(2);
          assertThat(registry.problems())
              .hasSize(4)
              .anyMatch(line -> line.contains("broken.jar: is not a jar that can be read"))
              .anyMatch(line -> line.contains("empty.jar: brings no provider. Name its class in"))
              .anyMatch(line -> line.contains("acme.Absent"))
              .anyMatch(line -> line.contains("acme.fails.properties: cannot be read"));
        });
  }

  @Test
  void twoProvidersOfOneIdAreNamedWithTheirJars() throws IOException {
    jar().provider("acme.One", "acme", "one", "1").write(folder.resolve("one.jar"));
    jar().provider("acme.Two", "acme", "two", "2").write(folder.resolve("two.jar"));
    load(
        registry ->
            assertThat(registry.problems())
                .singleElement()
                .asString()
                .contains("Two providers have the id acme: acme (", "one.jar", "two.jar"));
  }

  @Test
  void twoHandlersOfOneNameAreAnErrorThatNamesBothJars() throws IOException {
    jar().provider("acme.One", "acme.one", "bridge", "1").write(folder.resolve("one.jar"));
    jar().provider("acme.Two", "acme.two", "bridge", "2").write(folder.resolve("two.jar"));
    load(
        registry -> {
          assertThatExceptionOfType(HandlerException.class)
              .isThrownBy(() -> create(registry, "bridge"))
              .withMessageContaining("one.jar")
              .withMessageContaining("two.jar");
          assertThat(create(registry, "acme.two/bridge")).isEqualTo(2);
        });
  }

  @Test
  void aFolderThatIsNotThereIsSaid() throws IOException {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> PluginFolder.open(scratch.resolve("nowhere")));
    Path file = Files.writeString(scratch.resolve("file"), "");
    assertThatExceptionOfType(NotDirectoryException.class)
        .isThrownBy(() -> PluginFolder.open(file));
    load(registry -> assertThat(registry.providers()).isEmpty());
  }
}
