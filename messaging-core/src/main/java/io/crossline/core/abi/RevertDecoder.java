// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import java.util.Optional;

/** Tells the forms of revert data apart. */
final class RevertDecoder {
  private static final int SELECTOR_SIZE = 4;

  private RevertDecoder() {}

  static EvmRevert decode(Bytes data, ErrorCatalogue known) {
    EvmRevert raw = RawRevert.of(data);
    if (data.size() < SELECTOR_SIZE) {
      return raw;
    }
    Bytes selector = data.slice(0, SELECTOR_SIZE);
    Optional<Signature> signature =
        selector.equals(Require.SIGNATURE.selector())
            ? Optional.of(Require.SIGNATURE)
            : selector.equals(Panic.SIGNATURE.selector())
                ? Optional.of(Panic.SIGNATURE)
                : known.bySelector(selector);
    if (signature.isEmpty()) {
      return raw;
    }
    Optional<AbiValue.Tuple> arguments =
        arguments(signature.get().parameters(), data.slice(SELECTOR_SIZE));
    if (arguments.isEmpty()) {
      return raw;
    }
    EvmRevert understood = understood(signature.get(), arguments.get());
    return understood.data().equals(data) ? understood : raw;
  }

  /** Nothing if the bytes do not decode: then they are no error of this signature. */
  private static Optional<AbiValue.Tuple> arguments(AbiType.Tuple parameters, Bytes data) {
    try {
      return Optional.of(AbiCoder.decode(parameters, data));
    } catch (AbiDecodeException notThisError) {
      return Optional.empty();
    }
  }

  private static EvmRevert understood(Signature signature, AbiValue.Tuple arguments) {
    if (signature == Require.SIGNATURE) {
      return new Require(((AbiValue.Text) arguments.get(0)).value());
    }
    if (signature == Panic.SIGNATURE) {
      return new Panic(((AbiValue.Number) arguments.get(0)).value());
    }
    return new CustomError(signature, arguments);
  }
}
