// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.StarknetChain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which network the logs are of: as the command line says, or recognised by the core contract. */
final class ExplainChain {
  private static final List<StarknetChain> PUBLIC =
      List.of(StarknetChain.MAINNET, StarknetChain.SEPOLIA);

  private final Optional<StarknetChain> given;

  private ExplainChain(Optional<StarknetChain> given) {
    this.given = given;
  }

  /**
   * Takes the options.
   *
   * @throws MalformedInputException if they do not say which network is meant
   */
  static ExplainChain of(Optional<String> name, Optional<EthAddress> core) {
    if (name.isPresent()) {
      return new ExplainChain(Optional.of(named(name.get(), core)));
    }
    if (core.isEmpty()) {
      return new ExplainChain(Optional.empty());
    }
    Optional<StarknetChain> known =
        PUBLIC.stream().filter(chain -> isOf(chain, core.get())).findFirst();
    if (known.isEmpty()) {
      throw new MalformedInputException(
          "--core "
              + core.get()
              + " is of no public network: add its chain id with --chain NAME, which takes part in"
              + " the hashes of L2 transactions");
    }
    return new ExplainChain(known);
  }

  private static StarknetChain named(String name, Optional<EthAddress> core) {
    if (core.isPresent()) {
      if (name.isEmpty()) {
        throw new MalformedInputException("--chain: the name is empty");
      }
      return StarknetChain.of(name, core.get());
    }
    List<String> names = PUBLIC.stream().map(StarknetChain::toString).toList();
    return PUBLIC.stream()
        .filter(chain -> chain.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedInputException(
                    "--chain "
                        + name
                        + " is no public network. "
                        + Suggestion.instead(name, names)
                        + " For another network add its core contract with --core ADDRESS."));
  }

  private static boolean isOf(StarknetChain chain, EthAddress core) {
    return chain.coreContract().filter(core::equals).isPresent();
  }

  /**
   * The network of logs.
   *
   * @param logs the logs
   * @param document what they stand in, to say so when the network is not known
   * @return the network; nothing if there is no log to recognise it by
   */
  Optional<StarknetChain> of(List<EthLog> logs, JsonValue document) {
    if (given.isPresent() || logs.isEmpty()) {
      return given;
    }
    List<StarknetChain> found =
        PUBLIC.stream()
            .filter(chain -> logs.stream().anyMatch(log -> isOf(chain, log.address())))
            .toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    throw document.invalid(
        found.isEmpty()
            ? "none of the "
                + logs.size()
                + " logs is of a core contract that is known ("
                + listed()
                + "). For another network add --chain NAME --core ADDRESS."
            : "there are logs of several core contracts ("
                + listed()
                + "). Say with --chain which ones to explain.");
  }

  private static String listed() {
    return PUBLIC.stream()
        .map(chain -> chain + " " + chain.coreContract().orElseThrow())
        .collect(Collectors.joining(", "));
  }
}
