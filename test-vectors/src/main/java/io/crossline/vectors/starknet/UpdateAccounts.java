// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonObject;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Map;
import java.util.function.Function;

/** What a state update leaves: the state of L2 as L1 knows it, the maps, and who owns what. */
final class UpdateAccounts {
  static final Shape STATE =
      Shape.of()
          .expect("globalRoot", "blockNumber", "blockHash")
          .expect("l1ToL2Messages", "l2ToL1Messages", "contractBalance");

  private static final Bytes ROOT = Signature.parse("stateRoot()").selector();
  private static final Bytes BLOCK_NUMBER = Signature.parse("stateBlockNumber()").selector();
  private static final Bytes BLOCK_HASH = Signature.parse("stateBlockHash()").selector();

  private final TwinCores cores;
  private final UpdateInitial initial;
  private final JsonObject where;
  private final EthAddress recipient;

  /**
   * Accounts of an update.
   *
   * @param caller the operator, who is paid where no collector is set
   * @param where the case
   */
  UpdateAccounts(TwinCores cores, UpdateInitial initial, EthAddress caller, JsonObject where) {
    this.cores = cores;
    this.initial = initial;
    this.where = where;
    this.recipient = initial.collector().isZero() ? caller : initial.collector();
  }

  /** Compares who was paid, or would have been if anything had been due, and how much. */
  void paid(Fields expect) {
    expect.expect("feesPaidTo", Forms.ADDRESS, recipient);
    expect.expect("feesPaid", Forms.UINT256, cores.balance(recipient, where, expect.differences()));
    if (!balance(expect)
        .plus(cores.balance(recipient, where, expect.differences()))
        .equals(initial.balance())) {
      expect.differs("feesPaidTo", "another account was paid");
    }
  }

  /** Compares the state after. */
  void state(Fields state) {
    state.expect("globalRoot", Forms.UINT256, number(state, StarknetCore::stateRoot, ROOT));
    state.expect("blockNumber", StarknetForms.INT256, blockNumber(state));
    state.expect(
        "blockHash", Forms.UINT256, number(state, StarknetCore::stateBlockHash, BLOCK_HASH));
    CoreState.entries(state, cores, CoreMap.TO_L2, initial.toL2().keySet());
    CoreState.entries(state, cores, CoreMap.TO_L1, initial.toL1().keySet());
    state.expect("contractBalance", Forms.UINT256, balance(state));
  }

  /** After a revert all must be as before. */
  void unchanged(Fields expect) {
    boolean same =
        number(expect, StarknetCore::stateRoot, ROOT).equals(initial.root())
            && blockNumber(expect).equals(initial.blockNumber())
            && number(expect, StarknetCore::stateBlockHash, BLOCK_HASH).equals(initial.blockHash())
            && unchanged(expect, CoreMap.TO_L2, initial.toL2())
            && unchanged(expect, CoreMap.TO_L1, initial.toL1())
            && balance(expect).equals(initial.balance());
    if (!same) {
      expect.differences().add(expect.object(), "an unchanged state", "the revert left changes");
    }
  }

  private boolean unchanged(Fields expect, CoreMap map, Map<Bytes32, UInt256> entries) {
    return entries.entrySet().stream()
        .allMatch(
            entry ->
                cores
                    .number(
                        core -> map.get(core, entry.getKey()),
                        map.getterCall(entry.getKey()),
                        expect.object(),
                        expect.differences())
                    .equals(entry.getValue()));
  }

  private Int256 blockNumber(Fields fields) {
    return new Int256(number(fields, core -> core.stateBlockNumber().bits(), BLOCK_NUMBER));
  }

  private UInt256 number(Fields fields, Function<StarknetCore, UInt256> getter, Bytes call) {
    return cores.number(getter, call, where, fields.differences());
  }

  private UInt256 balance(Fields fields) {
    return cores.balance(TwinCores.CORE, where, fields.differences());
  }
}
