// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.Signature;
import io.crossline.core.hash.Keccak256;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Cases of signatures alone, and what all cases with a signature have in common. */
final class AbiSignatures {
  private static final Shape SELECTOR = Shape.of().in("kind").both("signature").expect("selector");
  private static final Shape TOPIC = Shape.of().in("kind").both("signature").expect("topic0");

  private AbiSignatures() {}

  static void selector(VectorCase vector) {
    Fields fields = vector.fields(SELECTOR);
    fields.input("kind");
    fields.expect("selector", Forms.SELECTOR, hash(fields).toBytes().truncate(4));
    canonical(fields);
  }

  static void topic(VectorCase vector) {
    Fields fields = vector.fields(TOPIC);
    fields.input("kind");
    fields.expect("topic0", Forms.BYTES32, hash(fields));
    canonical(fields);
  }

  private static Bytes32 hash(Fields fields) {
    return Keccak256.hash(Bytes.utf8(fields.in("signature", Forms.TEXT)));
  }

  private static void canonical(Fields fields) {
    parsed(fields)
        .ifPresent(signature -> fields.expect("signature", Forms.TEXT, signature.canonical()));
  }

  /** The signature that a case gives; none, and a difference, if it is no signature. */
  static Optional<Signature> parsed(Fields fields) {
    try {
      return Optional.of(Signature.parse(fields.in("signature", Forms.TEXT)));
    } catch (MalformedInputException e) {
      fields.differs("signature", "no signature: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** IPC's own declaration of a function, if it has one. */
  static Optional<IpcFunction<?, ?>> function(String name) {
    return Stream.<List<? extends IpcFunction<?, ?>>>of(
            GatewayFunctions.all(), GatewayGetters.all(), ContractFunctions.all())
        .<IpcFunction<?, ?>>flatMap(List::stream)
        .filter(function -> function.name().equals(name))
        .findFirst();
  }

  /**
   * Compares what a case says about a function with its declaration: ours where we have one,
   * otherwise the signature that the case gives.
   *
   * @return the signature to go on with, if there is one
   */
  static Optional<Signature> declared(Fields fields, Optional<IpcFunction<?, ?>> known) {
    Optional<Signature> given = parsed(fields);
    Optional<Signature> signature = known.<Signature>map(IpcFunction::signature).or(() -> given);
    signature.ifPresent(
        declared -> {
          if (given.isPresent()) {
            fields.expect("signature", Forms.TEXT, declared.canonical());
          }
          fields.expect("function", Forms.TEXT, declared.name());
          fields.expect("selector", Forms.SELECTOR, declared.selector());
        });
    return signature;
  }
}
