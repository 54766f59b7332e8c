// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A function that changes the core contract: the name that its operation bears, and the operation's
 * components as parameters. Numbers and addresses are a word each, a payload is a {@code
 * uint256[]}.
 */
final class CoreFunction {
  private static final int SELECTOR_SIZE = 4;

  /** What the contract calls an operation. */
  @Retention(RetentionPolicy.RUNTIME)
  @interface Named {
    /** The function's name in Solidity. */
    String value();

    /** The number that is an address on the wire where {@link CoreRules#mockSendTo} says so. */
    String receiver() default "";
  }

  /** How a component is coded; a dynamic one stands behind its offset. */
  private record Kind<V>(
      String type, boolean dynamic, Reader<? extends V> reader, Writer<V> writer) {
    static final Kind<UInt256> NUMBER =
        new Kind<>("uint256", false, AbiReader.Head::uint256, AbiWriter::word);
    static final Kind<EthAddress> ADDRESS =
        new Kind<>("address", false, AbiReader.Head::address, AbiWriter::word);
    static final Kind<UInt256> ADDRESS_AS_NUMBER =
        new Kind<>("address", false, (head, at) -> head.address(at).toUInt256(), AbiWriter::word);
    static final Kind<Payload> WORDS =
        new Kind<>("uint256[]", true, Payload::read, (out, words) -> words.writeTo(out));
    static final Kind<ProgramOutput> OUTPUT =
        new Kind<>(
            "uint256[]",
            true,
            (head, at) -> new ProgramOutput(Payload.read(head, at)),
            (out, output) -> output.words().writeTo(out));
    static final Kind<KzgProofs> PROOFS =
        new Kind<>("bytes[]", true, KzgProofs::read, (out, proofs) -> proofs.writeTo(out));

    private static final Map<Type, Kind<?>> BY_TYPE =
        Map.of(
            UInt256.class, NUMBER,
            EthAddress.class, ADDRESS,
            Payload.class, WORDS,
            ProgramOutput.class, OUTPUT,
            KzgProofs.class, PROOFS);

    static Kind<?> of(Type type) {
      return Objects.requireNonNull(BY_TYPE.get(type), () -> type + " has no form in calldata");
    }
  }

  private interface Reader<V> {
    V read(AbiReader.Head head, int index);
  }

  private interface Writer<V> {
    void write(AbiWriter out, V value);
  }

  /** All functions of the contracts whose mock takes a receiver in one way. */
  private record Known(
      Map<Class<?>, CoreFunction> byOperation, Map<Bytes, CoreFunction> bySelector) {
    static Known of(CoreRules.MockSendTo sendTo) {
      List<CoreFunction> all =
          Stream.of(CoreOperation.class.getPermittedSubclasses())
              .map(operation -> new CoreFunction(operation.asSubclass(Record.class), sendTo))
              .toList();
      return new Known(
          all.stream().collect(toUnmodifiableMap(known -> known.operation, Function.identity())),
          all.stream().collect(toUnmodifiableMap(known -> known.selector, Function.identity())));
    }
  }

  private static final Map<CoreRules.MockSendTo, Known> KNOWN =
      Stream.of(CoreRules.MockSendTo.values())
          .collect(toUnmodifiableMap(Function.identity(), Known::of));

  private final Class<? extends Record> operation;
  private final RecordShape<Record> shape;
  private final List<Kind<Object>> kinds = new ArrayList<>();
  private final Bytes selector;

  @SuppressWarnings("unchecked") // each kind codes the component that it was chosen for
  private CoreFunction(Class<? extends Record> operation, CoreRules.MockSendTo sendTo) {
    this.operation = operation;
    shape = (RecordShape<Record>) (RecordShape<?>) RecordShape.of(operation);
    Named named = Objects.requireNonNull(operation.getAnnotation(Named.class));
    StringJoiner signature = new StringJoiner(",", named.value() + "(", ")");
    for (int i = 0; i < shape.names().size(); i++) {
      boolean address =
          sendTo == CoreRules.MockSendTo.ADDRESS && shape.names().get(i).equals(named.receiver());
      Kind<?> kind = address ? Kind.ADDRESS_AS_NUMBER : Kind.of(shape.types().get(i));
      kinds.add((Kind<Object>) kind);
      signature.add(kind.type());
    }
    selector = Signature.parse(signature.toString()).selector();
  }

  private static Known known(CoreRules rules) {
    return Objects.requireNonNull(KNOWN.get(rules.mockSendTo()));
  }

  /** An operation as calldata. */
  static Bytes encode(CoreOperation<?> operation, CoreRules rules) {
    return Objects.requireNonNull(known(rules).byOperation().get(operation.getClass()))
        .encode((Record) operation);
  }

  /** The operation that calldata asks for; nothing if no function has its selector. */
  static Optional<CoreOperation<?>> decode(Bytes calldata, CoreRules rules) {
    return calldata.size() < SELECTOR_SIZE
        ? Optional.empty()
        : Optional.ofNullable(known(rules).bySelector().get(calldata.slice(0, SELECTOR_SIZE)))
            .map(function -> function.decode(calldata.slice(SELECTOR_SIZE)));
  }

  private Bytes encode(Record values) {
    Object[] parts = shape.split(values);
    AbiWriter out = AbiWriter.ofThread();
    int[] offsets = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (kinds.get(i).dynamic()) {
        offsets[i] = out.reserve();
      } else {
        kinds.get(i).writer().write(out, parts[i]);
      }
    }
    for (int i = 0; i < parts.length; i++) {
      if (kinds.get(i).dynamic()) {
        out.patch(offsets[i], out.size());
        kinds.get(i).writer().write(out, parts[i]);
      }
    }
    return Bytes.concat(selector, out.toBytes());
  }

  private CoreOperation<?> decode(Bytes arguments) {
    AbiReader.Head head = new AbiReader(arguments).head(kinds.size());
    Object[] parts = new Object[kinds.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = kinds.get(i).reader().read(head, i);
    }
    return (CoreOperation<?>) shape.join(parts);
  }
}
