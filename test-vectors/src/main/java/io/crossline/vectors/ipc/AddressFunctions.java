// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.address.MaskedIdAddress;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.CaseFunctions.Value;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Optional;

/** Functions on addresses. */
final class AddressFunctions {
  private static final Value<EthAddress> ADDRESS = new Value<>("address", Forms.ADDRESS);
  private static final Value<FvmAddress> FVM_ADDRESS =
      new Value<>("fvmAddress", EnvelopeForms.FVM_ADDRESS);

  private AddressFunctions() {}

  static void addTo(CaseFunctions functions) {
    functions.one("fvmFrom", ADDRESS, FVM_ADDRESS, FvmAddress::of);
    functions.one("fvmHash", FVM_ADDRESS, new Value<>("hash", Forms.BYTES32), FvmAddress::hash);
    functions.two(
        "fvmEqual",
        new Value<>("a", EnvelopeForms.FVM_ADDRESS),
        new Value<>("b", EnvelopeForms.FVM_ADDRESS),
        new Value<>("bool", Forms.BOOL),
        FvmAddress::equals);
    functions.one("extractEvmAddress", FVM_ADDRESS, ADDRESS, FvmAddress::extractEvmAddress);
    functions.add("isIdAddress", AddressFunctions::isIdAddress);
    functions.one("normalize", ADDRESS, ADDRESS, MaskedIdAddress::normalize);
  }

  private static void isIdAddress(Fields fields) {
    EthAddress address =
        fields.fields("input", Shape.of().in("address")).in("address", Forms.ADDRESS);
    Optional<UInt64> id = MaskedIdAddress.id(address);
    Fields expect = fields.fields("expect", Shape.of().expect("bool", "id"));
    expect.expect("bool", Forms.BOOL, id.isPresent());
    expect.expect("id", Forms.UINT64, id.orElse(UInt64.ZERO));
  }
}
