// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Optional;

/**
 * {@code starknet.event-log}: logs of the core contract and their arguments, in both directions:
 * what the log decodes to is compared with {@code event} and {@code args}, and what those encode to
 * with {@code topics} and {@code data}.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class EventLogSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.event-log", EventLogSuite::run);

  private static final Shape SHAPE = Shape.of().both("rules", "event", "topics", "data", "args");

  private static final Form<List<Bytes32>> TOPICS = Forms.list(Forms.BYTES32);

  private EventLogSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    CoreRules rules = StarknetForms.rules(fields.input("rules"));
    Optional<CoreEvent> decoded = decoded(fields);
    if (decoded.isPresent()) {
      if (compare(fields, decoded.get(), rules)) {
        encode(fields, decoded.get());
      }
    } else {
      given(fields, rules).ifPresent(event -> encode(fields, event));
    }
    List.of("rules", "event", "topics", "data", "args").forEach(fields::compared);
  }

  private static Optional<CoreEvent> decoded(Fields fields) {
    Log log = new Log(EthAddress.ZERO, fields.in("topics", TOPICS), fields.in("data", Forms.BYTES));
    try {
      Optional<CoreEvent> event = CoreEvents.decode(log);
      if (event.isEmpty()) {
        fields.differs("topics", "topic 0 is that of no event of the core contract");
      }
      return event;
    } catch (MalformedInputException e) {
      fields.differs("data", "does not decode: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Compares what a log decodes to with what the case says. */
  private static boolean compare(Fields fields, CoreEvent decoded, CoreRules rules) {
    boolean otherForm =
        decoded instanceof LogMessageToL2 sent
            && sent.message().fee().isPresent() != rules.logsFee();
    if (otherForm) {
      fields.differs(
          "rules", "rules under which the log has " + (rules.logsFee() ? "no fee" : "a fee"));
    }
    return fields.expect("event", Forms.TEXT, decoded.name())
        && !otherForm
        && fields.expect("args", form(decoded.name(), rules).orElseThrow(), decoded);
  }

  /** The event that the case gives, where its log does not decode. */
  private static Optional<CoreEvent> given(Fields fields, CoreRules rules) {
    String name = fields.in("event", Forms.TEXT);
    return form(name, rules).map(form -> form.read(fields.input("args")));
  }

  private static Optional<Form<CoreEvent>> form(String event, CoreRules rules) {
    return CoreEventForms.byName(event, rules.logsFee());
  }

  private static void encode(Fields fields, CoreEvent event) {
    Log log = event.toLog(EthAddress.ZERO);
    fields.expect("topics", TOPICS, log.topics());
    fields.expect("data", Forms.BYTES, log.data());
  }
}
