// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.vectors.suite.Suite;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A vector file, its frame checked: format, suite, and cases with ids of their own.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name what the file is called in messages
 * @param suite the suite that runs it
 * @param cases its cases, by id, in order
 */
public record VectorFile(String name, Suite suite, List<Case> cases) {
  /** The only format there is. */
  public static final String FORMAT = "xmsg-vectors/1";

  private static final Set<String> FIELDS =
      Set.of("$schema", "format", "suite", "source", "conventions", "note", "cases");

  /** Copies the cases. */
  public VectorFile {
    cases = List.copyOf(cases);
  }

  /**
   * A case, not yet looked at.
   *
   * @param id its id
   * @param json the whole case
   * @param file all cases of its file, by id
   * @param header the fields of its file beside the cases
   */
  public record Case(String id, JsonObject json, Map<String, JsonObject> file, JsonObject header) {}

  /**
   * Checks the frame of a file.
   *
   * @param document the document
   * @param suites the suites that can be run
   * @return the file
   * @throws InvalidJsonException if it is no vector file, its suite is unknown, or two cases have
   *     the same id
   */
  public static VectorFile of(JsonValue document, Suites suites) {
    JsonObject file = document.asObject();
    JsonValue format = file.required("format");
    if (!format.asText().equals(FORMAT)) {
      throw format.invalid("must be \"" + FORMAT + "\", found \"" + format.asText() + "\"");
    }
    Suite suite = suite(file.required("suite"), suites);
    file.optional("source").ifPresent(JsonValue::asText);
    Set<String> known = new TreeSet<>(FIELDS);
    known.addAll(suite.headerFields());
    file.fields()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                throw value.invalid(
                    "unknown field \"" + name + "\". " + Suggestion.instead(name, known));
              }
            });
    return new VectorFile(file.place().document(), suite, cases(file));
  }

  private static Suite suite(JsonValue name, Suites suites) {
    Suite suite = suites.byName().get(name.asText());
    if (suite == null) {
      suites
          .plannedFor(name.asText())
          .ifPresent(
              milestone -> {
                throw name.invalid(
                    "suite \""
                        + name.asText()
                        + "\" cannot be run yet: it comes with milestone \""
                        + milestone
                        + "\"");
              });
      throw name.invalid(
          "unknown suite \""
              + name.asText()
              + "\". "
              + Suggestion.instead(name.asText(), suites.byName().keySet()));
    }
    return suite;
  }

  private static List<Case> cases(JsonObject file) {
    Map<String, JsonValue> ids = new HashMap<>();
    Map<String, JsonObject> all = new HashMap<>();
    Map<String, JsonObject> view = Collections.unmodifiableMap(all);
    Map<String, JsonValue> fields = new LinkedHashMap<>(file.fields());
    fields.remove("cases");
    JsonObject header = new JsonObject(file.place(), fields);
    return file.required("cases").asArray().items().stream()
        .map(
            item -> {
              JsonObject json = item.asObject();
              JsonValue id = json.required("id");
              JsonValue first = ids.putIfAbsent(id.asText(), id);
              if (first != null) {
                throw id.invalid(
                    "the id \""
                        + id.asText()
                        + "\" is taken by "
                        + first.place().path()
                        + ", and every case needs one of its own");
              }
              all.put(id.asText(), json);
              return new Case(id.asText(), json, view, header);
            })
        .toList();
  }
}
