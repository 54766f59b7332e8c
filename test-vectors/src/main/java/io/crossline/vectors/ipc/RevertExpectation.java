// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.json.JsonObject;
import io.crossline.ipc.IpcReverts;
import io.crossline.messaging.Revert;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.function.Supplier;

/**
 * Expectations of a value or of a revert: {@code {"revert", "data"}}, {@code {"panic", "data"}} or
 * {@code {"error", "args", "data"}}. The error {@code (empty)} has no data, and {@code (unknown)}
 * data that no declaration explains.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class RevertExpectation {
  private static final Shape REQUIRE = Shape.of().expect("revert", "data");
  private static final Shape PANIC = Shape.of().expect("panic", "data");
  private static final Shape ERROR = Shape.of().expect("error", "data").optionalExpect("args");

  private RevertExpectation() {}

  /**
   * Whether an expectation is one of a revert.
   *
   * @param expect the expectation
   * @return true if it names an error
   */
  public static boolean isRevert(JsonObject expect) {
    return expect.fields().containsKey("error")
        || expect.fields().containsKey("revert")
        || expect.fields().containsKey("panic");
  }

  /**
   * Runs something that gives a value or reverts, and compares.
   *
   * @param vector the fields of the case
   * @param field the field that holds the expectation
   * @param success the shape of the expectation if it is a value
   * @param run gives the value or throws
   * @param compare compares the value
   */
  static <T> void compare(
      Fields vector, String field, Shape success, Supplier<T> run, CompareValue<T> compare) {
    JsonObject expect = vector.object().required(field).asObject();
    boolean revertExpected = isRevert(expect);
    Fields fields = vector.fields(field, revertExpected ? shape(expect) : success);
    T value;
    try {
      value = run.get();
    } catch (RevertSignal e) {
      reverted(fields, revertExpected, e.revert());
      return;
    } catch (AbiDecodeException e) {
      reverted(fields, revertExpected, EvmRevert.of(e));
      return;
    }
    if (revertExpected) {
      missing(fields, "no revert: " + value);
    } else {
      compare.accept(fields, value);
    }
  }

  private static void reverted(Fields fields, boolean expected, Revert revert) {
    if (expected) {
      compare(fields, revert);
    } else {
      missing(fields, "reverted: " + revert.description());
    }
  }

  /** Says of every field of an expectation that something else came out. */
  static void missing(Fields fields, String actual) {
    fields.object().fields().keySet().stream()
        .filter(name -> !name.equals(ObjectForm.NOTE))
        .forEach(name -> fields.differs(name, actual));
  }

  /**
   * The fields of an expected revert.
   *
   * @param expect the expectation
   * @return their shape
   */
  public static Shape shape(JsonObject expect) {
    if (expect.fields().containsKey("revert")) {
      return REQUIRE;
    }
    return expect.fields().containsKey("panic") ? PANIC : ERROR;
  }

  /**
   * Compares the fields of an expected revert with a revert.
   *
   * @param fields the fields of the expectation
   * @param actual what came out
   */
  public static void compare(Fields fields, Revert actual) {
    // By its data alone: a contract may pass on an error that it does not know.
    EvmRevert revert = EvmRevert.decode(actual.data(), IpcReverts.catalogue());
    fields.expect("data", Forms.BYTES, revert.data());
    JsonObject expected = fields.object();
    if (expected.fields().containsKey("revert")) {
      text(fields, revert);
    } else if (expected.fields().containsKey("panic")) {
      panic(fields, revert);
    } else {
      fields.expect("error", Forms.TEXT, name(revert));
      arguments(fields, revert);
    }
  }

  private static void text(Fields fields, EvmRevert revert) {
    if (revert instanceof Require require) {
      fields.expect("revert", Forms.TEXT, require.reason());
    } else {
      fields.differs("revert", revert.description());
    }
  }

  private static void panic(Fields fields, EvmRevert revert) {
    if (revert instanceof Panic panic) {
      fields.expect("panic", Forms.UINT256, panic.code());
    } else {
      fields.differs("panic", revert.description());
    }
  }

  private static void arguments(Fields fields, EvmRevert revert) {
    if (!fields.has("args")) {
      return;
    }
    if (revert instanceof CustomError error
        && fields.object().required("error").asText().equals(error.signature().name())) {
      fields.expect(
          "args",
          AbiForms.named(
              error.signature().parameters(), ErrorNames.of(error.signature().parameters())),
          error.arguments());
    } else {
      fields.differs("args", revert.description());
    }
  }

  /** The name that vectors give a revert. */
  static String name(EvmRevert revert) {
    return revert.fold(
        require -> "Error",
        error -> error.signature().name(),
        panic -> "Panic",
        raw -> raw.data().isEmpty() ? "(empty)" : "(unknown)");
  }

  /**
   * Compares a value.
   *
   * @param <T> its type
   */
  interface CompareValue<T> {
    /**
     * Compares.
     *
     * @param expect the fields of the expectation
     * @param actual the value
     */
    void accept(Fields expect, T actual);
  }
}
