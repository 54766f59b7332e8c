// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written is there, or it is said that it is not. */
class OutputTest {
  @TempDir private Path folder;

  private static OutputStream broken(String why) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(why);
      }
    };
  }

  private static String errorsOf(Runnable run) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      run.run();
    } finally {
      System.setErr(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"--help", "--version", "selector deposit", "demo", "verify --help", "hash --help"})
  void aFullDiskIsToldAndAClosedPipeIsNot(String args) {
    int[] code = new int[1];
    String[] words = args.split(" ");
    assertThat(errorsOf(() -> code[0] = Main.run(words, broken("No space left on device"))))
        .isEqualTo(
            "crossline: the standard output cannot be written: No space left on device"
                + System.lineSeparator());
    assertThat(code[0]).isEqualTo(2);
    assertThat(errorsOf(() -> code[0] = Main.run(words, broken("Broken pipe")))).isEmpty();
    assertThat(code[0]).isEqualTo(141);
  }

  @Test
  void aFileIsThereWholeOrAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    try (NewFile half = NewFile.replacing(file)) {
      Files.writeString(half.path(), "hal");
      assertThat(file).hasContent("old");
    }
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(Files.list(folder)).containsExactly(file);
    assertThat(file).hasContent("old");
    try (NewFile whole = NewFile.replacing(file)) {
      Files.writeString(whole.path(), "new");
      whole.keep();
    }
    assertThat(file).hasContent("new");
    assertThat(Files.list(folder)).containsExactly(file);
  }

  @Test
  void aLinkLeadsOnToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    try (NewFile whole = NewFile.replacing(link)) {
      Files.writeString(whole.path(), "new");
      whole.keep();
    }
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void whereNoFileCanBeMadeItIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(() -> NewFile.create(file)).isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> NewFile.replacing(folder)).hasMessageContaining("is a folder");
    Path nowhere = folder.resolve("no").resolve("where");
    assertThatThrownBy(() -> NewFile.replacing(nowhere))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(nowhere.toString());
  }

  @Test
  void aDrawingThatFailsLeavesNothing() {
    CommandRun run =
        CommandRun.of(
            "simulate",
            "--system",
            "starknet",
            "--messages",
            "20",
            "--html",
            folder.resolve("run.html").toString(),
            "--trace",
            folder.resolve("no").resolve("trace").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.errors()).contains("there is no such folder").hasLineCount(1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aLineFitsTheTerminalAndAWordStaysWhole() {
    String hash = "0x" + "a".repeat(64);
    assertThat(Terminal.wrapped("one two " + hash + " three", 10))
        .containsExactly("one two", hash, "three");
    assertThat(Terminal.wrapped("one two", 7)).containsExactly("one two");
  }

  @Test
  void aUsageErrorIsALine() {
    for (String[] args :
        new String[][] {
          {"explain"}, {"nosuch"}, {"store"}, {"run", "--nosuch"}, {"simulate"}, {"hash"}
        }) {
      CommandRun run = CommandRun.of(args);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.errors()).hasLineCount(1).contains("--help");
      assertThat(run.out()).isEmpty();
    }
  }
}
