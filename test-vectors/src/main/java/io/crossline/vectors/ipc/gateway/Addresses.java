// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.EthAddress;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The accounts that a case mentions. Those that only the payload of an {@code FvmAddress} names are
 * not among them: nobody watched them when the cases were recorded.
 */
final class Addresses {
  private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{40}");

  private Addresses() {}

  /** All addresses that stand anywhere in a value. */
  static Set<EthAddress> in(JsonValue value) {
    Set<EthAddress> found = new TreeSet<>();
    collect(value, found);
    return found;
  }

  private static void collect(JsonValue value, Set<EthAddress> found) {
    if (value instanceof JsonObject object) {
      object.fields().values().forEach(field -> collect(field, found));
    } else if (value instanceof JsonArray array) {
      array.items().forEach(item -> collect(item, found));
    } else if (value instanceof JsonText text && ADDRESS.matcher(text.value()).matches()) {
      found.add(EthAddress.parse(text.value()));
    }
  }
}
