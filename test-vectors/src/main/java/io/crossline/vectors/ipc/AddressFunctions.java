// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.address.MaskedIdAddress;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Functions on addresses. */
final class AddressFunctions {
  static final Map<String, Consumer<Fields>> ALL =
      Map.of(
          "fvmFrom", AddressFunctions::fvmFrom,
          "fvmHash", AddressFunctions::fvmHash,
          "fvmEqual", AddressFunctions::fvmEqual,
          "extractEvmAddress", AddressFunctions::extractEvmAddress,
          "isIdAddress", AddressFunctions::isIdAddress,
          "normalize", AddressFunctions::normalize);

  private static final Shape ADDRESS = Shape.of().in("address");
  private static final Shape FVM_ADDRESS = Shape.of().in("fvmAddress");

  private AddressFunctions() {}

  private static void fvmFrom(Fields fields) {
    Functions.single(
        fields,
        ADDRESS,
        "fvmAddress",
        EnvelopeForms.FVM_ADDRESS,
        input -> {
          EthAddress address = input.in("address", Forms.ADDRESS);
          return () -> FvmAddress.of(address);
        });
  }

  private static void fvmHash(Fields fields) {
    Functions.single(
        fields,
        FVM_ADDRESS,
        "hash",
        Forms.BYTES32,
        input -> input.in("fvmAddress", EnvelopeForms.FVM_ADDRESS)::hash);
  }

  private static void fvmEqual(Fields fields) {
    Functions.single(
        fields,
        Shape.of().in("a", "b"),
        "bool",
        Forms.BOOL,
        input -> {
          FvmAddress a = input.in("a", EnvelopeForms.FVM_ADDRESS);
          FvmAddress b = input.in("b", EnvelopeForms.FVM_ADDRESS);
          return () -> a.equals(b);
        });
  }

  private static void extractEvmAddress(Fields fields) {
    Functions.single(
        fields,
        FVM_ADDRESS,
        "address",
        Forms.ADDRESS,
        input -> input.in("fvmAddress", EnvelopeForms.FVM_ADDRESS)::extractEvmAddress);
  }

  private static void isIdAddress(Fields fields) {
    EthAddress address = fields.fields("input", ADDRESS).in("address", Forms.ADDRESS);
    Optional<UInt64> id = MaskedIdAddress.id(address);
    Fields expect = fields.fields("expect", Shape.of().expect("bool", "id"));
    expect.expect("bool", Forms.BOOL, id.isPresent());
    expect.expect("id", Forms.UINT64, id.orElse(UInt64.ZERO));
  }

  private static void normalize(Fields fields) {
    Functions.single(
        fields,
        ADDRESS,
        "address",
        Forms.ADDRESS,
        input -> {
          EthAddress address = input.in("address", Forms.ADDRESS);
          return () -> MaskedIdAddress.normalize(address);
        });
  }
}
