// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The coins of accounts from step to step. A case gives coins to accounts only at its beginning;
 * what they were given in the middle of the run they have from the beginning here, and what they
 * gave away outside of the steps they keep, so that they own at least as much as in the run.
 */
final class RunningBalances {
  private final Map<EthAddress, BigInteger> opening = new TreeMap<>();
  private final Map<EthAddress, BigInteger> now;

  RunningBalances(List<WrittenGatewayStep> steps) {
    Map<EthAddress, BigInteger> changed = new TreeMap<>();
    for (WrittenGatewayStep step : steps) {
      for (Change change : step.others()) {
        BigInteger soFar = changed.getOrDefault(change.account(), BigInteger.ZERO);
        BigInteger before = change.before().toBigInteger();
        opening.merge(change.account(), before.subtract(soFar), BigInteger::max);
        BigInteger by = change.after().toBigInteger().subtract(before);
        changed.put(change.account(), soFar.add(by));
      }
    }
    opening.replaceAll((account, coins) -> coins.max(BigInteger.ZERO));
    now = new TreeMap<>(opening);
  }

  /** What accounts own at the beginning, as JSON. */
  List<Object> accounts() {
    List<Object> accounts = new ArrayList<>();
    opening.forEach(
        (account, coins) ->
            accounts.add(
                new Members()
                    .put("address", account.toString())
                    .put("balance", UInt256.of(coins))
                    .toMap()));
    return accounts;
  }

  /** A step with the balances that it changes; each step once, in order. */
  String withBalances(WrittenGatewayStep step) {
    List<Object> changes = new ArrayList<>();
    add(changes, step.gateway());
    for (Change change : step.others()) {
      BigInteger before = now.getOrDefault(change.account(), BigInteger.ZERO);
      BigInteger by = change.after().toBigInteger().subtract(change.before().toBigInteger());
      BigInteger after = before.add(by);
      now.put(change.account(), after);
      add(changes, new Change(change.account(), UInt256.of(before), UInt256.of(after)));
    }
    if (changes.isEmpty()) {
      return step.text();
    }
    // The expectation is the last field of the step.
    String unclosed = step.text().substring(0, step.text().length() - 2);
    return unclosed + ",\"balances\":" + JsonWriter.write(changes) + "}}";
  }

  private static void add(List<Object> changes, Change change) {
    if (!change.before().equals(change.after())) {
      changes.add(
          new Members()
              .put("asset", "native")
              .put("account", change.account().toString())
              .put("before", change.before())
              .put("after", change.after())
              .toMap());
    }
  }
}
