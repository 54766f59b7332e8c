// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.JsonWriter;
import io.crossline.core.trace.TimelineEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a scenario did, as a document for machines.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ScenarioReport {
  private ScenarioReport() {}

  /**
   * Writes the document.
   *
   * @param scenario what ran
   * @param timeline its lines
   * @param end how it ended
   * @return one line of JSON: {@code name}, {@code setting}, {@code timeline}, {@code messages},
   *     {@code traces}, {@code seconds}, {@code cut}
   */
  public static String json(Scenario scenario, List<TimelineEntry> timeline, ScenarioEnd end) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("name", scenario.name());
    report.put("setting", scenario.setting());
    report.put("timeline", timeline.stream().map(ScenarioReport::line).toList());
    report.put("messages", end.messages().stream().map(ScenarioReport::message).toList());
    report.put("traces", end.traces());
    report.put("seconds", end.time().toSeconds());
    report.put("cut", end.cut());
    return JsonWriter.write(report);
  }

  private static Map<String, Object> line(TimelineEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("time", ScenarioTime.format(entry.time()));
    json.put("seconds", entry.time().toSeconds());
    json.put("chain", entry.chain());
    json.put("block", entry.block().toString());
    json.put("what", entry.what());
    json.put("changes", entry.changes().stream().map(ScenarioReport::change).toList());
    return json;
  }

  private static Map<String, Object> change(TimelineEntry.StatusChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("message", change.message());
    json.put("status", change.status());
    return json;
  }

  private static Map<String, Object> message(ScenarioEnd.MessageLine message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", message.name());
    json.put("id", message.id());
    json.put("status", message.status());
    json.put("detail", message.detail());
    return json;
  }
}
