// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture as the document that the page's script reads. Texts that occur often stand in it once:
 * steps refer to them by number. Times are in milliseconds.
 */
final class PictureJson {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<String, Integer> lanes = new LinkedHashMap<>();
  private final RunPicture picture;

  private PictureJson(RunPicture picture) {
    this.picture = picture;
  }

  /** The document, with nothing in it that could end the element it stands in. */
  static String write(RunPicture picture) {
    String json = JsonWriter.write(new PictureJson(picture).document());
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private Map<String, Object> document() {
    List<Object> drawnLanes = new ArrayList<>();
    for (Lane lane : picture.lanes()) {
      lanes.putIfAbsent(lane.name(), lanes.size());
      drawnLanes.add(List.of(lane.name(), lane.depth()));
    }
    List<Object> messages = new ArrayList<>();
    picture.messages().forEach(message -> messages.add(message(message)));
    List<Object> faults = new ArrayList<>();
    picture.faults().forEach(fault -> faults.add(fault(fault)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", picture.title());
    document.put("lanes", drawnLanes);
    document.put("messages", messages);
    document.put("faults", faults);
    document.put("texts", new ArrayList<>(texts.keySet()));
    return document;
  }

  private List<Object> message(DrawnMessage message) {
    List<Object> steps = new ArrayList<>();
    for (Step step : message.steps()) {
      steps.add(step.time().toMillis());
      steps.add(lane(step.lane()));
      steps.add(text(step.block().toString()));
      steps.add(text(step.status()));
      steps.add(text(step.text()));
    }
    return List.of(
        message.name(),
        message.id(),
        text(message.kind()),
        text(message.status()),
        (message.failed() ? 1 : 0) + (message.faulted() ? 2 : 0),
        message.missingSteps(),
        steps);
  }

  private List<Object> fault(FaultMark fault) {
    return List.of(
        fault.time().toMillis(),
        lane(fault.lane()),
        fault.other().map(this::lane).orElse(-1),
        fault.lasting().toMillis(),
        text(fault.text()));
  }

  private int text(String text) {
    return texts.computeIfAbsent(text, key -> texts.size());
  }

  private int lane(String name) {
    Integer lane = lanes.get(name);
    if (lane == null) {
      throw new IllegalArgumentException(
          "the picture mentions the lane " + name + ", which is none of " + lanes.keySet());
    }
    return lane;
  }
}
