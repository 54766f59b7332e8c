// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.form.TaggedForm;
import java.util.Map;
import java.util.Optional;

/**
 * How calls that gateways make of contracts are written: those of {@code handleIpcMessage} with the
 * envelope's hash, those with plain coins without.
 */
final class CallForm {
  static final String HANDLE = "handleIpcMessage";
  static final String TRANSFER = "transfer";

  /**
   * A call that a gateway made.
   *
   * @param from the gateway
   * @param to who was called
   * @param value the coins that went along
   * @param method {@link #HANDLE} or {@link #TRANSFER}
   * @param envelopeHash the hash of the envelope that was handed over, if any was
   * @param success whether it succeeded, at first: it may have been undone later
   * @param output its return or revert data
   */
  record Made(
      EthAddress from,
      EthAddress to,
      UInt256 value,
      String method,
      Optional<Bytes32> envelopeHash,
      boolean success,
      Bytes output) {}

  private static final String METHOD = "method";
  private static final String HASH = "envelopeHash";
  private static final Map<String, ObjectForm<Made>> BY_METHOD =
      Map.of(
          HANDLE,
          common()
              .field(HASH, Forms.BYTES32, made -> made.envelopeHash().orElseThrow())
              .build(read -> made(read, Optional.of(read.get(HASH, Bytes32.class)))),
          TRANSFER,
          common().build(read -> made(read, Optional.empty())));

  private static ObjectForm.Builder<Made> common() {
    return ObjectForm.<Made>of()
        .field("from", Forms.ADDRESS, Made::from)
        .field("to", Forms.ADDRESS, Made::to)
        .field("value", Forms.UINT256, Made::value)
        .field(METHOD, Forms.TEXT, Made::method)
        .field("success", Forms.BOOL, Made::success)
        .field("output", Forms.BYTES, Made::output);
  }

  private static Made made(ObjectForm.Reading read, Optional<Bytes32> hash) {
    return new Made(
        read.get("from", EthAddress.class),
        read.get("to", EthAddress.class),
        read.get("value", UInt256.class),
        read.get(METHOD, String.class),
        hash,
        read.get("success", Boolean.class),
        read.get("output", Bytes.class));
  }

  private CallForm() {}

  static Form<Made> form() {
    return new TaggedForm<>(METHOD, BY_METHOD, Made::method);
  }
}
