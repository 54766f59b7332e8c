// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginConfigTest {
  @Test
  void readsSettingsWithAType() {
    PluginConfig config =
        new PluginConfig(Map.of("name", "acme", "limit", "0x10", "on", "true", "off", "false"));
    assertThat(config.text("name")).hasValue("acme");
    assertThat(config.number("limit")).hasValue(UInt256.of(16));
    assertThat(config.flag("on")).hasValue(true);
    assertThat(config.flag("off")).hasValue(false);
    assertThat(config.text("Name")).isEmpty();
    assertThat(config.number("nothing")).isEmpty();
    assertThat(config.flag("nothing")).isEmpty();
    assertThat(PluginConfig.EMPTY.values()).isEmpty();
  }

  @Test
  void whatIsMalformedIsNamed() {
    PluginConfig config = new PluginConfig(Map.of("limit", "ten", "on", "True"));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> config.number("limit"))
        .withMessage("limit: uint256: \"ten\" must be decimal digits or 0x hexadecimal");
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> config.flag("on"))
        .withMessage("on: found \"True\", must be true or false");
  }

  @Test
  void keepsACopyInOneOrder() {
    Map<String, String> settings = new HashMap<>();
    List<String> names = List.of("z", "y", "x", "w", "v", "u", "t", "s");
    names.forEach(name -> settings.put(name, "1"));
    PluginConfig config = new PluginConfig(settings);
    settings.put("c", "3");
    assertThat(config.values().keySet()).containsExactly("s", "t", "u", "v", "w", "x", "y", "z");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> config.values().put("d", "4"));
    settings.remove("c");
    assertThat(config).isEqualTo(new PluginConfig(settings));
  }
}
