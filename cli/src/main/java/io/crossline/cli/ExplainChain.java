// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonPlace;
import io.crossline.core.json.Suggestion;
import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.StarknetChain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which network the logs are of: as the command line says, or recognised by the core contract. */
final class ExplainChain {
  private static final List<StarknetChain> PUBLIC =
      List.of(StarknetChain.MAINNET, StarknetChain.SEPOLIA);

  private final Optional<StarknetChain> given;
  private @Nullable StarknetChain found;

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
      return new StarknetChain(chainId(name), core);
    }
    List<String> names = PUBLIC.stream().map(StarknetChain::toString).toList();
    Felt id = chainId(name);
    return PUBLIC.stream()
        .filter(chain -> chain.id().equals(id))
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

  private static Felt chainId(String text) {
    try {
      return StarknetChain.parseId(text);
    } catch (MalformedInputException malformed) {
      throw new MalformedInputException("--chain " + text + ": " + malformed.getMessage());
    }
  }

  /** The network, as far as it is known. */
  Optional<StarknetChain> known() {
    return given.or(() -> Optional.ofNullable(found));
  }

  /** Which networks come into question. */
  List<StarknetChain> candidates() {
    return known().map(List::of).orElse(PUBLIC);
  }

  /**
   * Whether a log is of the core contract. The first log of a public one says which network it is.
   *
   * @throws MalformedInputException if there was a log of another core contract before
   */
  boolean isOurs(EthLog log, JsonPlace place) {
    if (given.isPresent()) {
      return isOf(given.get(), log.address());
    }
    Optional<StarknetChain> chain =
        PUBLIC.stream().filter(one -> isOf(one, log.address())).findFirst();
    if (chain.isEmpty()) {
      return false;
    }
    if (found != null && !found.equals(chain.get())) {
      throw new InvalidJsonException(
          place,
          "there are logs of several core contracts ("
              + listed()
              + "). Say with --chain which ones to explain.");
    }
    found = chain.get();
    return true;
  }

  /**
   * Asks for the network if no log has told.
   *
   * @throws MalformedInputException if it is not known though there were logs
   */
  void requireKnown(long logs, JsonPlace document) {
    if (logs > 0 && known().isEmpty()) {
      throw new InvalidJsonException(
          document,
          "none of the "
              + logs
              + " logs is of a core contract that is known ("
              + listed()
              + "). For another network add --chain NAME --core ADDRESS.");
    }
  }

  private static String listed() {
    return PUBLIC.stream()
        .map(chain -> chain + " " + chain.coreContract().orElseThrow())
        .collect(Collectors.joining(", "));
  }
}
