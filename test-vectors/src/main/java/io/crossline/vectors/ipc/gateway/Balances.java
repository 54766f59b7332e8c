// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What accounts own at one moment.
 *
 * @param amounts the coins and tokens of each account
 */
record Balances(Map<Holding, UInt256> amounts) {
  /** The asset of coins. */
  static final String NATIVE = "native";

  private static final Shape ITEM = Shape.of().in("asset", "account").expect("before", "after");

  /**
   * What an account can own.
   *
   * @param asset {@link #NATIVE} or the address of a token
   * @param account the account
   */
  record Holding(String asset, EthAddress account) implements Comparable<Holding> {
    @Override
    public int compareTo(Holding other) {
      int byAsset = asset.compareTo(other.asset);
      return byAsset != 0 ? byAsset : account.compareTo(other.account);
    }
  }

  /**
   * Compares the changes that a step names, in any order, with those that there were: exactly the
   * accounts whose balance changed are named.
   *
   * @param vector the case
   * @param expect the fields of the expectation
   * @param before what was owned before the step
   * @param after what is owned after it
   */
  static void compareChanges(VectorCase vector, Fields expect, Balances before, Balances after) {
    Map<Holding, UInt256> changed = new TreeMap<>();
    after.amounts.forEach(
        (holding, amount) -> {
          if (!amount.equals(before.of(holding))) {
            changed.put(holding, amount);
          }
        });
    List<JsonValue> named =
        expect
            .expectation("balances")
            .map(JsonValue::asArray)
            .map(JsonArray::items)
            .orElse(List.of());
    named.forEach(item -> compare(vector, item.asObject(), before, changed));
    changed.forEach(
        (holding, amount) ->
            expect
                .differences()
                .add(
                    expect.object(),
                    "no change of " + holding,
                    before.of(holding).toHexString() + " became " + amount.toHexString()));
  }

  private static void compare(
      VectorCase vector, JsonObject item, Balances before, Map<Holding, UInt256> changed) {
    Fields fields = vector.track(item, ITEM);
    Holding holding =
        new Holding(fields.in("asset", Forms.TEXT), fields.in("account", Forms.ADDRESS));
    Optional<UInt256> after = Optional.ofNullable(changed.remove(holding));
    fields.expect("before", Forms.UINT256, before.of(holding));
    if (after.isPresent()) {
      fields.expect("after", Forms.UINT256, after.get());
    } else {
      fields.differs("after", "no change of " + holding + ", or named twice");
    }
  }

  private UInt256 of(Holding holding) {
    return amounts.getOrDefault(holding, UInt256.ZERO);
  }
}
