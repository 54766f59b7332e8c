// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.report;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.form.Difference;
import io.crossline.vectors.runner.CaseFailure;
import java.util.Optional;

/** Which step of a sequence a difference belongs to. */
final class Steps {
  private static final String STEPS = "steps";

  private Steps() {}

  static Optional<Integer> number(Difference difference) {
    return difference.place().path().indexWithin(STEPS);
  }

  static Optional<String> operation(CaseFailure failure, int step) {
    JsonValue steps = failure.json().fields().get(STEPS);
    return steps instanceof JsonArray array
            && array.items().get(step) instanceof JsonObject object
            && object.fields().get("op") instanceof JsonText op
        ? Optional.of(op.value())
        : Optional.empty();
  }
}
