// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.Signature;
import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Payload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A function that changes the core contract. Its parameters are the components of its operation:
 * numbers and addresses are a word each, a payload is a {@code uint256[]}.
 *
 * @param <O> the operation
 */
final class CoreFunction<O> {
  private final Class<O> operation;
  private final Signature signature;
  private final RecordShape<O> shape;
  private final List<Kind<Object>> kinds = new ArrayList<>();

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

    static Kind<?> of(Object type) {
      if (type == EthAddress.class) {
        return ADDRESS;
      } else if (type == Payload.class) {
        return WORDS;
      } else if (type == ProgramOutput.class) {
        return OUTPUT;
      }
      return type == KzgProofs.class ? PROOFS : NUMBER;
    }
  }

  private interface Reader<V> {
    V read(AbiReader.Head head, int index);
  }

  private interface Writer<V> {
    void write(AbiWriter out, V value);
  }

  @SuppressWarnings("unchecked") // each kind codes the component that it was chosen for
  private CoreFunction(Class<O> operation, RecordShape<O> shape, String name, List<Kind<?>> kinds) {
    this.operation = operation;
    this.shape = shape;
    kinds.forEach(kind -> this.kinds.add((Kind<Object>) kind));
    signature =
        Signature.parse(
            kinds.stream().map(Kind::type).collect(Collectors.joining(",", name + "(", ")")));
  }

  static <O extends Record & CoreOperation<?>> CoreFunction<O> of(String name, Class<O> operation) {
    RecordShape<O> shape = RecordShape.of(operation);
    List<Kind<?>> kinds = new ArrayList<>();
    shape.types().forEach(type -> kinds.add(Kind.of(type)));
    return new CoreFunction<>(operation, shape, name, kinds);
  }

  /** The same function, one number of which is an address on the wire. */
  CoreFunction<O> withAddress(String component) {
    List<Kind<?>> other = new ArrayList<>(kinds);
    other.set(shape.names().indexOf(component), Kind.ADDRESS_AS_NUMBER);
    return new CoreFunction<>(operation, shape, signature.name(), other);
  }

  Class<O> operation() {
    return operation;
  }

  Bytes selector() {
    return signature.selector();
  }

  Bytes encode(CoreOperation<?> values) {
    Object[] parts = shape.split(operation.cast(values));
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
    return Bytes.concat(selector(), out.toBytes());
  }

  /** Reads what stands behind the selector. */
  O decode(Bytes arguments) {
    AbiReader.Head head = new AbiReader(arguments).head(kinds.size());
    Object[] parts = new Object[kinds.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = kinds.get(i).reader().read(head, i);
    }
    return shape.join(parts);
  }
}
