// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.spi.MessageHandlerProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar of a plugin, compiled from sources. */
final class PluginJar {
  private static final String SERVICE =
      "META-INF/services/" + MessageHandlerProvider.class.getName();

  private final Path scratch;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();

  PluginJar(Path scratch) {
    this.scratch = scratch;
  }

  PluginJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  PluginJar resource(String name, String text) {
    resources.put(name, text);
    return this;
  }

  /** A provider whose only handler is the text that an expression gives. */
  PluginJar provider(String className, String id, String handlerName, String expression) {
    int dot = className.lastIndexOf('.');
    resource(SERVICE, className + "\n");
    return source(
        className,
        """
        package %s;
        import io.crossline.messaging.spi.*;
        public class %s implements MessageHandlerProvider {
          private String greeting = "none";
          public %s() {}
          public String id() { return "%s"; }
          public int apiVersion() { return 1; }
          public void start(PluginConfig config) { greeting = config.text("greeting").orElse("none"); }
          public java.util.List<HandlerType> handlerTypes() {
            return java.util.List.of(new HandlerType(HandlerType.IPC, "%s", () -> %s));
          }
        }
        """
            .formatted(
                className.substring(0, dot),
                className.substring(dot + 1),
                className.substring(dot + 1),
                id,
                handlerName,
                expression));
  }

  /** Compiles the sources against Crossline and other jars, and packs them. */
  Path write(Path jar, Path... libraries) throws IOException {
    Path classes = Files.createTempDirectory(scratch, "classes");
    if (!sources.isEmpty()) {
      compile(classes, libraries);
    }
    Files.createDirectories(jar.getParent());
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> resource : resources.entrySet()) {
        zip.putNextEntry(new ZipEntry(resource.getKey()));
        zip.write(resource.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private void compile(Path classes, Path... libraries) {
    List<String> path = new ArrayList<>();
    path.add(placeOf(MessageHandlerProvider.class));
    path.add(placeOf(PluginFolder.class));
    Stream.of(libraries).map(Path::toString).forEach(path::add);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((name, text) -> units.add(new Source(name, text)));
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of(
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    String.join(java.io.File.pathSeparator, path)),
                null,
                units)
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
