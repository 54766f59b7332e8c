// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.ipc.SubnetId;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilSubnetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code crossline subnet}. */
@Command(
    name = "subnet",
    description = {
      "The id of a subnet in its other forms, and the chain id of its EVM.",
      "",
      "The word: /r, the chain id of the root, and the actor of each level, as 0x… or",
      "as f410… or t410….",
      ""
    },
    footer = {
      "  crossline subnet /r314159/0x00000000000000000000000000000000000000b1",
      "  crossline subnet /r314 --json"
    })
public final class SubnetCommand extends Question {
  SubnetCommand() {}

  @Override
  List<String> names() {
    return List.of("subnet");
  }

  @Override
  Map<String, @Nullable Object> answer(List<String> question) {
    FilSubnetId id = new Words(question, names()).at(0, SubnetCommand::parse);
    SubnetId subnet = id.toSubnetId();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("subnet", subnet.toString());
    fields.put("mainnet", id.toText(FilNetwork.MAINNET));
    fields.put("testnet", id.toText(FilNetwork.TESTNET));
    fields.put("parent", subnet.parent().map(SubnetId::toString).orElse(null));
    fields.put("chainId", chainId(id, FilNetwork.MAINNET));
    fields.put("chainIdTestnet", chainId(id, FilNetwork.TESTNET));
    fields.put("hash", subnet.hash().toString());
    return fields;
  }

  private static String chainId(FilSubnetId id, FilNetwork network) {
    return id.chainId(network).toString();
  }

  private static FilSubnetId parse(String text) {
    if (text.contains("/0x")) {
      return FilSubnetId.of(SubnetId.parse(text));
    }
    return FilSubnetId.parse(text, text.contains("/t") ? FilNetwork.TESTNET : FilNetwork.MAINNET);
  }
}
