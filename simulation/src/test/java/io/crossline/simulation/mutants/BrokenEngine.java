// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the sources that a mutant changes. */
final class BrokenEngine {
  private BrokenEngine() {}

  /** Writes their classes into a folder. */
  static void compile(Mutant mutant, Path classes) throws IOException {
    List<JavaFileObject> sources =
        changed(mutant).entrySet().stream()
            .map(source -> source(source.getKey(), source.getValue()))
            .toList();
    if (sources.isEmpty()) {
      return;
    }
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-nowarn",
            "-d",
            classes.toString(),
            "-classpath",
            EnginePath.joined());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new AssertionError("found a Java runtime without a compiler, must be a JDK");
    }
    Writer said = new StringWriter();
    if (!compiler.getTask(said, null, null, options, null, sources).call()) {
      throw new AssertionError(mutant + " does not compile:\n" + said);
    }
  }

  private static JavaFileObject source(String name, String text) {
    URI uri = URI.create("string:///" + name + JavaFileObject.Kind.SOURCE.extension);
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** The changed sources, by their names. */
  private static Map<String, String> changed(Mutant mutant) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Mutant.Edit edit : mutant.edits()) {
      String text = sources.get(edit.source());
      if (text == null) {
        Path file = mutant.engine().file(edit.source());
        text = Files.readString(file, StandardCharsets.UTF_8);
      }
      sources.put(edit.source(), changed(mutant, edit, text));
    }
    return sources;
  }

  private static String changed(Mutant mutant, Mutant.Edit edit, String text) {
    int first = text.indexOf(edit.original());
    if (first < 0 || text.indexOf(edit.original(), first + 1) >= 0) {
      throw new AssertionError(
          mutant
              + ": found the piece to replace "
              + (first < 0 ? "nowhere" : "more than once")
              + " in "
              + edit.source()
              + ", must be there exactly once; bring this mutant up to date:\n"
              + edit.original());
    }
    String rest = text.substring(first + edit.original().length());
    return text.substring(0, first) + edit.replacement() + rest;
  }
}
