// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonObject;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cases of logs. */
final class AbiLog {
  private static final Shape SHAPE =
      Shape.of()
          .in("kind")
          .both("signature", "indexed", "topics", "data", "decoded")
          .expect("event");
  private static final Form<List<Bytes32>> TOPICS = Forms.list(Forms.BYTES32);
  private static final Form<List<String>> NAMES = Forms.list(Forms.TEXT);

  private final Fields fields;
  private final Signature signature;
  private final List<String> names;
  private final List<String> indexed;

  private AbiLog(Fields fields, Signature signature, List<String> names, List<String> indexed) {
    this.fields = fields;
    this.signature = signature;
    this.names = names;
    this.indexed = indexed;
  }

  static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    fields.input("kind");
    Optional<Signature> given = AbiSignatures.parsed(fields);
    String name = vector.json().required("event").asText();
    Optional<GatewayEventType> known =
        Arrays.stream(GatewayEventType.values())
            .filter(type -> type.signature().name().equals(name))
            .findFirst();
    Optional<Signature> signature = known.map(GatewayEventType::signature).or(() -> given);
    List<String> indexed = fields.in("indexed", NAMES);
    signature.ifPresent(
        declared ->
            new AbiLog(
                    fields,
                    declared,
                    names(declared, fields.input("decoded").asObject()),
                    known.map(GatewayEventType::indexed).orElse(indexed))
                .compare(known.isPresent()));
  }

  private static List<String> names(Signature event, JsonObject decoded) {
    List<String> names = AbiForms.names(event.parameters());
    boolean declared = event.parameters().names().stream().allMatch(Optional::isPresent);
    List<String> given = new ArrayList<>(decoded.fields().keySet());
    given.remove(ObjectForm.NOTE);
    if (!declared && given.size() != names.size()) {
      throw decoded.invalid(
          "must have "
              + names.size()
              + " fields, one for each parameter of "
              + event.canonical()
              + ", found "
              + given.size());
    }
    return declared ? names : given;
  }

  private void compare(boolean known) {
    fields.expect("signature", Forms.TEXT, signature.canonical());
    fields.expect("event", Forms.TEXT, signature.name());
    fields.expect("indexed", NAMES, indexed);
    Form<AbiValue> form = AbiForms.named(signature.parameters(), names);
    try {
      AbiValue.Tuple decoded = decode();
      if (fields.expect("decoded", form, decoded)) {
        encode(decoded);
      }
    } catch (AbiDecodeException e) {
      encode((AbiValue.Tuple) fields.in("decoded", form));
      fields.compared("decoded");
    }
    fields.compared("topics");
    fields.compared("data");
    if (known) {
      typed();
    }
  }

  private void encode(AbiValue.Tuple arguments) {
    List<Bytes32> topics = new ArrayList<>(List.of(signature.topic()));
    arguments(true, arguments).values().forEach(value -> topics.add(word(value)));
    fields.expect("topics", TOPICS, topics);
    fields.expect("data", Forms.BYTES, AbiCoder.encode(types(false), arguments(false, arguments)));
  }

  private boolean isIndexed(int parameter) {
    return indexed.contains(names.get(parameter));
  }

  private AbiValue.Tuple arguments(boolean inTopics, AbiValue.Tuple all) {
    List<AbiValue> chosen = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (isIndexed(i) == inTopics) {
        chosen.add(all.get(i));
      }
    }
    return AbiValue.tuple(chosen);
  }

  private AbiType.Tuple types(boolean inTopics) {
    List<AbiType> chosen = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (isIndexed(i) == inTopics) {
        chosen.add(signature.parameters().components().get(i));
      }
    }
    return AbiType.parameters(
        chosen.stream().map(AbiType::canonical).collect(Collectors.joining(",", "(", ")")));
  }

  /** A topic holds a value of one word as it is. */
  private Bytes32 word(AbiValue value) {
    return value instanceof AbiValue.Number number
        ? number.value().toBytes32()
        : value instanceof AbiValue.Addr address
            ? address.value().toBytes32()
            : value instanceof AbiValue.FixedBytes bytes && bytes.value().size() == 32
                ? Bytes32.of(bytes.value())
                : unsupported();
  }

  private Bytes32 unsupported() {
    throw fields
        .input("indexed")
        .invalid("only numbers, addresses and bytes32 can be checked as topics");
  }

  private AbiValue.Tuple decode() {
    List<Bytes32> topics = fields.in("topics", TOPICS);
    Bytes words = Bytes.concat(topics.stream().skip(1).map(Bytes32::toBytes).toArray(Bytes[]::new));
    AbiValue.Tuple inTopics = AbiCoder.decode(types(true), words);
    AbiValue.Tuple inData = AbiCoder.decode(types(false), fields.in("data", Forms.BYTES));
    List<AbiValue> all = new ArrayList<>();
    int topic = 0;
    for (int i = 0; i < names.size(); i++) {
      all.add(isIndexed(i) ? inTopics.get(topic++) : inData.get(i - topic));
    }
    return AbiValue.tuple(all);
  }

  /** The typed event must read the log and write the same again; ids in it are tracing ids. */
  private void typed() {
    Log log = new Log(EthAddress.ZERO, fields.in("topics", TOPICS), fields.in("data", Forms.BYTES));
    Optional<GatewayEvent> event;
    try {
      event = GatewayEvent.parse(log);
    } catch (MalformedInputException e) {
      fields.differs("data", "does not decode: " + e.getMessage());
      return;
    }
    if (event.isEmpty()) {
      fields.differs("topics", "topic 0 is that of no event of the gateway");
      return;
    }
    Log written = event.get().toLog(EthAddress.ZERO);
    fields.expect("topics", TOPICS, written.topics());
    fields.expect("data", Forms.BYTES, written.data());
    if (event.get() instanceof GatewayEvent.NewTopDownMessage down
        && !down.id().equals(down.message().tracingId())) {
      fields.differs(
          "topics", "an id that is the message's tracing id, " + down.message().tracingId());
    }
  }
}
