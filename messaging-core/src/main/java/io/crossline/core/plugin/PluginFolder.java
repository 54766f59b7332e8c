// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.plugin;

import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.handler.ProviderSource;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import java.io.IOException;
import java.io.Reader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A folder of plugins. A jar in it is a plugin; so is a folder in it with jars, which belong
 * together (a plugin and its libraries). A file {@code ID.properties} configures the provider of
 * that id.
 *
 * <p>Each plugin has a class loader of its own. It shares with the host the JDK, {@code
 * io.crossline.*}, SLF4J and JSpecify; every other library is its own, in whatever version.
 *
 * <p>A plugin that cannot be used is a line in {@link HandlerRegistry#problems}, and does not take
 * the others down.
 *
 * <p>Not thread-safe. Close it after the registry that it was loaded into.
 */
public final class PluginFolder implements AutoCloseable {
  private static final String CONFIG = ".properties";

  private final Path folder;
  private final List<PluginClassLoader> loaders = new ArrayList<>();
  private final List<ProviderSource> sources = new ArrayList<>();
  private final Map<String, PluginConfig> configs = new HashMap<>();
  private final List<String> problems = new ArrayList<>();

  private PluginFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder. No class of a plugin runs yet.
   *
   * @param folder the folder
   * @return its plugins
   * @throws NoSuchFileException if it is not there
   * @throws NotDirectoryException if it is no folder
   * @throws IOException if it cannot be read
   */
  public static PluginFolder open(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    PluginFolder plugins = new PluginFolder(folder);
    for (Path entry : entries(folder)) {
      plugins.add(entry);
    }
    return plugins;
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar") && Files.isRegularFile(file);
  }

  private void add(Path entry) throws IOException {
    if (isJar(entry)) {
      load(entry, List.of(entry));
    } else if (Files.isDirectory(entry)) {
      List<Path> jars = entries(entry).stream().filter(PluginFolder::isJar).toList();
      if (!jars.isEmpty()) {
        load(entry, jars);
      }
    } else if (entry.getFileName().toString().endsWith(CONFIG)) {
      configure(entry);
    }
  }

  private void load(Path plugin, List<Path> jars) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      try {
        // A class loader passes over a jar that it cannot read, without a word.
        new JarFile(jar.toFile()).close();
        urls.add(jar.toUri().toURL());
      } catch (IOException broken) {
        problems.add(jar + ": is not a jar that can be read: " + broken.getMessage());
        return;
      }
    }
    ClassLoader host = Objects.requireNonNull(PluginFolder.class.getClassLoader(), "class loader");
    PluginClassLoader loader = new PluginClassLoader(plugin.getFileName().toString(), urls, host);
    loaders.add(loader);
    sources.add(
        new ProviderSource(
            plugin.toString(), ServiceLoader.load(MessageHandlerProvider.class, loader)));
  }

  private void configure(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException broken) {
      problems.add(file + ": cannot be read as properties: " + broken.getMessage());
      return;
    }
    Map<String, String> values = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    String name = file.getFileName().toString();
    configs.put(name.substring(0, name.length() - CONFIG.length()), new PluginConfig(values));
  }

  /**
   * Starts the providers of all plugins, in the order of their ids.
   *
   * @param registry where they are added, and told of what cannot be used
   */
  public void loadInto(HandlerRegistry registry) {
    problems.forEach(registry::report);
    registry.discover(sources, configs);
    List<String> ids = registry.providers().stream().map(MessageHandlerProvider::id).toList();
    configs.keySet().stream()
        .filter(id -> !ids.contains(id))
        .sorted()
        .forEach(
            id ->
                registry.report(
                    folder.resolve(id + CONFIG)
                        + ": configures no provider; there are "
                        + (ids.isEmpty() ? "none" : String.join(", ", ids))));
  }

  /**
   * Releases the jars. Classes that were not used before cannot be loaded any more.
   *
   * @throws IOException if one of them could not be closed; the others are
   */
  @Override
  public void close() throws IOException {
    IOException failed = new IOException(folder + ": not all plugins could be closed");
    for (PluginClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        failed.addSuppressed(e);
      }
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }
}
