// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonWriter;
import io.crossline.core.store.StoreNotEmptyException;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands on a store have in common: the directory, and how they fail. */
abstract class StoreAction implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the store.")
  private Path directory;

  @Option(names = "--json", description = "Print JSON instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  final Path directory() {
    return directory;
  }

  final boolean isJson() {
    return json;
  }

  /** Says what came of it: in words, or for machines as one line. */
  final void say(PrintWriter out, String text, Map<String, Object> fields) {
    out.println(json ? JsonWriter.write(fields) : text);
  }

  /** Says that an option is wrong. */
  final ParameterException wrong(String problem) {
    return new ParameterException(spec.commandLine(), problem);
  }

  /** What is wrong with a store, which names it once. */
  static String about(@Nullable Path store, RuntimeException problem) {
    String message = String.valueOf(problem.getMessage());
    return message.startsWith(String.valueOf(store)) ? message : store + ": " + message;
  }

  /** Does it, and prints what came of it. */
  abstract void run(PrintWriter out) throws IOException;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    try {
      run(out);
      return ExitCode.OK;
    } catch (StoreException e) {
      errors.println(e.getMessage());
      return e.reason() == StoreException.Reason.DAMAGED ? ExitCode.SOFTWARE : Main.INVALID;
    } catch (InvalidJsonException | StoreNotEmptyException e) {
      errors.println(e.getMessage());
    } catch (MalformedInputException e) {
      errors.println(directory + ": what it holds is not what was written: " + e.getMessage());
      return ExitCode.SOFTWARE;
    } catch (NoSuchFileException absent) {
      errors.println(absent.getFile() + ": there is no such file or folder");
    } catch (IOException | UncheckedIOException e) {
      errors.println(directory + ": " + e.getMessage());
    } finally {
      out.flush();
      errors.flush();
    }
    return Main.INVALID;
  }
}
