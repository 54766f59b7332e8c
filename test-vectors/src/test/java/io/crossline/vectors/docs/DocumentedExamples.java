// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * The Java blocks of a document compile, run, and print what the document says they print; those
 * that are tests pass.
 */
abstract class DocumentedExamples {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "```java\\n(.*?)```(?:\\s+It prints:\\s+```text\\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern CLASS =
      Pattern.compile("^(?:public )?class (\\w+)", Pattern.MULTILINE);

  @TempDir Path folder;

  private final Path document;
  private final int atLeast;

  /** A document, by its path from the root of the repository, and how many blocks it has. */
  DocumentedExamples(String document, int atLeast) {
    this.document = Path.of("..", document);
    this.atLeast = atLeast;
  }

  /** A block; without an output it is a test. */
  record Example(String name, String source, Optional<String> output) {}

  final List<Example> examples() throws IOException {
    Matcher matcher = EXAMPLE.matcher(Files.readString(document));
    List<Example> examples = new ArrayList<>();
    while (matcher.find()) {
      Matcher name = CLASS.matcher(matcher.group(1));
      assertThat(name.find()).as("a class in %s", matcher.group(1)).isTrue();
      Optional<String> output = Optional.ofNullable(matcher.group(2));
      examples.add(new Example(name.group(1), matcher.group(1), output));
    }
    return examples;
  }

  @Test
  void everyJavaBlockIsAnExampleThatIsRun() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(examples())
        .allMatch(example -> example.output.isPresent() || example.source.contains("@Test"));
  }

  @TestFactory
  Stream<DynamicTest> printsWhatTheDocumentSays() throws IOException {
    return examples().stream()
        .map(example -> DynamicTest.dynamicTest(example.name, () -> runs(example)));
  }

  private void runs(Example example) throws Exception {
    Path source = folder.resolve(example.name + ".java");
    Files.writeString(source, example.source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
      boolean succeeded =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(succeeded).as(messages.toString()).isTrue();
    }
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> compiled = loader.loadClass(example.name);
      if (example.output.isPresent()) {
        assertThat(output(compiled)).isEqualTo(example.output.get());
      } else {
        passes(compiled);
      }
    }
  }

  private static void passes(Class<?> testClass) {
    long start = System.nanoTime();
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter")
            .selectors(DiscoverySelectors.selectClass(testClass))
            .execute();
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(results.allEvents().failed().list()).isEmpty();
    long passed = results.testEvents().succeeded().count();
    assertThat(passed).isPositive();
    System.out.println(testClass.getName() + ": " + passed + " passed, wall " + millis + " ms");
  }

  private static String output(Class<?> example) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    try {
      var main = example.getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return captured.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }
}
