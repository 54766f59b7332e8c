// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every module offers the same services on the module path and on the class path. It stands here
 * because this module sees all others.
 */
class ServiceDeclarationsTest {
  private static final String FOLDER = "META-INF/services/";

  @Test
  void descriptorsAndServiceFilesAgree() throws IOException {
    List<ModuleReference> modules = crosslineModules();
    assertThat(modules)
        .extracting(module -> module.descriptor().name())
        .contains("io.crossline.messaging", "io.crossline.starknet", "io.crossline.cli");
    for (ModuleReference module : modules) {
      assertThat(serviceFiles(module))
          .as("META-INF/services and provides of %s", module.descriptor().name())
          .isEqualTo(provided(module.descriptor()));
    }
  }

  /** The modules of this project on the class path, as the module path would see them. */
  private static List<ModuleReference> crosslineModules() throws IOException {
    List<ModuleReference> modules = new ArrayList<>();
    ClassLoader loader = ServiceDeclarationsTest.class.getClassLoader();
    for (URL found : Collections.list(loader.getResources("module-info.class"))) {
      try (InputStream in = found.openStream()) {
        if (ModuleDescriptor.read(in).name().startsWith("io.crossline.")) {
          modules.addAll(ModuleFinder.of(placeOf(found)).findAll());
        }
      }
    }
    return modules;
  }

  private static Path placeOf(URL descriptor) throws IOException {
    if (descriptor.openConnection() instanceof JarURLConnection jar) {
      return Path.of(URI.create(jar.getJarFileURL().toString()));
    }
    return Path.of(URI.create(descriptor.toString())).getParent();
  }

  private static Map<String, List<String>> provided(ModuleDescriptor descriptor) {
    Map<String, List<String>> services = new TreeMap<>();
    for (Provides provides : descriptor.provides()) {
      services.put(provides.service(), provides.providers().stream().sorted().toList());
    }
    return services;
  }

  private static Map<String, List<String>> serviceFiles(ModuleReference module) throws IOException {
    Map<String, List<String>> services = new TreeMap<>();
    try (ModuleReader reader = module.open()) {
      List<String> files =
          reader.list().filter(name -> name.startsWith(FOLDER) && !name.endsWith("/")).toList();
      for (String file : files) {
        try (InputStream in = reader.open(file).orElseThrow()) {
          services.put(file.substring(FOLDER.length()), providers(in));
        }
      }
    }
    return services;
  }

  private static List<String> providers(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .toList();
  }
}
