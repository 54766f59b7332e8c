// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scenario that its networks cannot start with is refused when it is read, with the place. */
class IpcGenesisTest {
  private static final Path EXAMPLE =
      Path.of("..", "examples", "ipc-three-hops-incompatible-supply.json");

  private static Scenario read(String found, String replacement) throws IOException {
    String text = Files.readString(EXAMPLE);
    assertThat(text).contains(found);
    byte[] changed = text.replace(found, replacement).getBytes(StandardCharsets.UTF_8);
    return ScenarioFile.read("changed.json", new ByteArrayInputStream(changed));
  }

  @Test
  void allTheCoinsOfANetworkCanBeGiven() throws IOException {
    assertThat(read("\"balance\": \"700\"", "\"balance\": \"1000000\"").name()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"balance\": \"700\" | \"balance\": \"1000001\""
            + " | contracts.player.balance: found 1000001, and of the coins of games/chess there"
            + " are 1000000 left",
        "\"contracts\": {"
            + " | \"accounts\": { \"a\": { \"network\": \"games/chess\", \"balance\": \"999301\" } },"
            + " \"contracts\": {"
            + " | contracts.player.balance: found 700, and of the coins of games/chess there are 699"
            + " left",
        "\"contracts\": {"
            + " | \"accounts\": { \"player\": { \"network\": \"root\" } }, \"contracts\": {"
            + " | contracts.player: the name \"player\" is taken",
        "\"contracts\": {"
            + " | \"contracts\": { \"USDX\": { \"network\": \"root\", \"handler\": \"counter\" },"
            + " | contracts.USDX: the name \"USDX\" is taken",
        "\"contracts\": {"
            + " | \"contracts\": { \"gateway\": { \"network\": \"root\", \"handler\": \"counter\" },"
            + " | contracts.gateway: the name \"gateway\" is taken",
        "\"supplyToken\": \"USDX\" | \"supplyToken\": \"\""
            + " | network.subnets.games.supplyToken: found \"\", must be a name",
        "\"supplyToken\": \"USDX\" | \"supplyToken\": \"gateway\""
            + " | network.subnets.games.supplyToken: found \"gateway\", must be a name",
        "\"subnets\": { | \"root\": { \"supplyToken\": \"USDX\" }, \"subnets\": {"
            + " | network.root.supplyToken: means nothing for the root",
        "\"subnets\": { | \"root\": { \"coins\": \"1\" }, \"subnets\": {"
            + " | network.root.coins: means nothing for the root",
        "\"trade/gold\": { \"coins\": \"1000000\""
            + " | \"trade/gold\": { \"coins\":"
            + " \"115792089237316195423570985008687907853269984665640564039457584007913126639936\""
            + " | network.subnets[\"trade/gold\"]: coins and collateral of the networks up to here",
      })
  void whatCannotStartIsRefused(String found, String replacement, String message) {
    assertThatThrownBy(() -> read(found, replacement))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining(message)
        .hasMessageMatching("(?s)changed\\.json:\\d+:\\d+: .*");
  }

  @Test
  void aTokensNameIsFreeInOtherNetworks() throws IOException {
    String contract = "\"USDX\": { \"network\": \"games\", \"handler\": \"counter\" },";
    assertThat(read("\"contracts\": {", "\"contracts\": { " + contract).name()).isNotEmpty();
  }
}
