// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.json.JsonObject;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Revert;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;

/**
 * Expectations of a call of the core contract: success, {@code {"revert"}} with the reason of a
 * {@code require}, empty for no data, or {@code {"panic"}} with its code.
 */
final class CoreExpectation {
  private static final String REVERT = "revert";
  private static final String PANIC = "panic";

  private CoreExpectation() {}

  /** Whether an expectation is one of a revert. */
  static boolean isRevert(JsonObject expect) {
    return expect.fields().containsKey(REVERT) || expect.fields().containsKey(PANIC);
  }

  /** The shape of an expectation, given that of a success. */
  static Shape shape(JsonObject expect, Shape success) {
    if (!isRevert(expect)) {
      return success;
    }
    return Shape.of().expect(expect.fields().containsKey(REVERT) ? REVERT : PANIC);
  }

  /**
   * Compares whether a call reverted, and with what.
   *
   * @param none what to say where a revert was expected, and none came
   * @return whether the call was accepted as it should be: then the rest is to be compared
   */
  static boolean accepted(Fields expect, Outcome<?> outcome, String none) {
    if (outcome instanceof Outcome.Reverted<?> reverted) {
      reverted(expect, reverted.revert());
    } else if (isRevert(expect.object())) {
      missing(expect, none);
    } else {
      return true;
    }
    return false;
  }

  /** Compares with a revert. */
  private static void reverted(Fields expect, Revert actual) {
    EvmRevert revert = EvmRevert.decode(actual.data(), ErrorCatalogue.EMPTY);
    JsonObject expected = expect.object();
    if (!isRevert(expected)) {
      missing(expect, "reverted: " + revert.description());
    } else if (expected.fields().containsKey(PANIC)) {
      if (revert instanceof Panic panic) {
        expect.expect(PANIC, Forms.UINT256, panic.code());
      } else {
        expect.differs(PANIC, revert.description());
      }
    } else if (revert.data().isEmpty()) {
      expect.expect(REVERT, Forms.TEXT, "");
    } else if (revert instanceof Require require && !require.reason().isEmpty()) {
      expect.expect(REVERT, Forms.TEXT, require.reason());
    } else {
      expect.differs(REVERT, revert.description() + " (" + revert.data() + ")");
    }
  }

  /** Says of every field of an expectation that something else came out. */
  static void missing(Fields expect, String actual) {
    expect.object().fields().keySet().stream()
        .filter(name -> !name.equals(ObjectForm.NOTE))
        .forEach(name -> expect.differs(name, actual));
  }
}
