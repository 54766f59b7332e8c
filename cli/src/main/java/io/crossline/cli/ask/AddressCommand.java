// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.hash.ChecksumAddress;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilProtocol;
import io.crossline.ipc.address.MaskedIdAddress;
import io.crossline.messaging.EthAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline address}. */
@Command(
    name = "address",
    description = {
      "An address in its other forms: 0x with the checksum, f… and t….",
      "",
      "The word: 0x and 40 digits, f410…, t410…, f0… or t0…. A checksum that is wrong is",
      "refused, with the right one.",
      ""
    },
    footer = {
      "  crossline address 0xff00000000000000000000000000000000000040",
      "  crossline address f064 --json"
    })
public final class AddressCommand extends Question {
  private static final int EVM_BYTES = 20;

  AddressCommand() {}

  @Override
  List<String> names() {
    return List.of("address");
  }

  @Override
  Map<String, @Nullable Object> answer(List<String> question) {
    FilAddress address = new Words(question, names()).at(0, AddressCommand::parse);
    return fields(address);
  }

  static FilAddress parse(String text) {
    return text.startsWith("0x")
        ? FilAddress.of(ChecksumAddress.parse(text))
        : FilAddress.parse(text, network(text));
  }

  private static FilNetwork network(String text) {
    return text.startsWith("t") ? FilNetwork.TESTNET : FilNetwork.MAINNET;
  }

  static Map<String, @Nullable Object> fields(FilAddress address) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("evm", evm(address).map(ChecksumAddress::text).orElse(null));
    fields.put("mainnet", address.toText(FilNetwork.MAINNET));
    fields.put("testnet", address.toText(FilNetwork.TESTNET));
    return fields;
  }

  /** Ids have a masked address; keys and actors without a delegated address have none. */
  private static Optional<EthAddress> evm(FilAddress address) {
    if (address.protocol() == FilProtocol.ID) {
      return Optional.of(MaskedIdAddress.of(address.number()));
    }
    boolean isEvm =
        address.protocol() == FilProtocol.DELEGATED
            && address.number().equals(FilAddress.EVM_NAMESPACE)
            && address.payload().size() == EVM_BYTES;
    return isEvm ? Optional.of(address.toEvmAddress()) : Optional.empty();
  }
}
