// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.MalformedInputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A question that is answered from its words alone. Without words, the standard input has a
 * question on each line: its words, or a JSON object with a field for each.
 */
@Command(exitCodeList = {" 0:it was answered", " 2:a word is missing or not valid; it is named"})
abstract class Question implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";
  private static final int INVALID = 2;

  @Parameters(
      paramLabel = "WORD",
      arity = "0..*",
      description = {
        "The words, in this order. Without any, or with -, each line of the standard",
        "input has the words of a question, or a JSON object of them."
      })
  private List<String> words = new ArrayList<>();

  @Option(names = "--json", description = "Print one line of JSON for each question instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Answers a question: fields by name, in order, as {@link JsonWriter} takes them. */
  abstract Map<String, @Nullable Object> answer(List<String> question);

  /** What the words are called, in order. A last one that ends in … stands for any number. */
  abstract List<String> names();

  /** What the words are called in a JSON object. */
  List<String> fields() {
    return names();
  }

  /** Whether a line of the standard input is one word, whatever is in it. */
  boolean takesLines() {
    return false;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!words.isEmpty() && !words.equals(List.of(STANDARD_INPUT))) {
      try {
        print(checked(words), out);
      } catch (MalformedInputException malformed) {
        throw new ParameterException(spec.commandLine(), malformed.getMessage(), malformed);
      }
      return 0;
    }
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(StandardInput.of(out), StandardCharsets.UTF_8));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        if (!line.isBlank()) {
          print(checked(takesLines() ? List.of(line) : wordsOf(line.strip())), out);
        }
      } catch (MalformedInputException malformed) {
        out.flush();
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("standard input, line " + number + ": " + malformed.getMessage());
        errors.flush();
        return INVALID;
      }
    }
    return 0;
  }

  private List<String> checked(List<String> question) {
    List<String> names = names();
    boolean open = names.get(names.size() - 1).endsWith("…");
    int least = open ? names.size() - 1 : names.size();
    if (question.size() < least) {
      throw new MalformedInputException(
          names.get(question.size()) + " is missing; the words are " + String.join(" ", names));
    }
    if (question.size() > names.size() && !open) {
      throw new MalformedInputException(
          "\""
              + question.get(names.size())
              + "\" is too much; the words are "
              + String.join(" ", names));
    }
    return question;
  }

  private List<String> wordsOf(String line) {
    if (!line.startsWith("{")) {
      return Arrays.asList(line.split("\\s+"));
    }
    JsonObject object = JsonReader.read("question", line).asObject();
    return fields().stream()
        .map(name -> name.replace("…", ""))
        .flatMap(name -> object.optional(name).stream())
        .flatMap(
            value -> value instanceof JsonArray array ? array.items().stream() : Stream.of(value))
        .map(Question::word)
        .toList();
  }

  /** A word as it would stand on the command line: an array within one is JSON there too. */
  private static String word(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return number.digits();
    }
    return value instanceof JsonText text ? text.value() : JsonWriter.write(value);
  }

  private void print(List<String> question, PrintWriter out) {
    Map<String, @Nullable Object> answer = answer(question);
    if (json) {
      out.println(JsonWriter.write(answer));
    } else if (answer.size() == 1 && answer.values().iterator().next() instanceof String text) {
      out.println(text);
    } else {
      Rows.print(answer, out);
    }
  }
}
