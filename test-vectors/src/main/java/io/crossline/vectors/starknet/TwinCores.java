// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Transaction;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.vectors.form.Differences;
import java.util.List;
import java.util.function.Function;

/**
 * One core contract twice, each on a chain of its own: one is called by typed operations, the other
 * by calldata, and both must do the same. Not thread-safe.
 */
final class TwinCores {
  /** Where the contract lives; no recording depends on it. */
  static final EthAddress CORE = EthAddress.parse("0x00000000000000000000000000000000000c0de0");

  private final Chain typedChain;
  private final Chain codedChain;
  private final StarknetCore typed;

  TwinCores(CoreSetup setup, UInt64 timestamp) {
    typedChain = new Chain("typed", new BlockInfo(UInt64.ONE, timestamp));
    codedChain = new Chain("coded", new BlockInfo(UInt64.ONE, timestamp));
    typed = StarknetCore.deploy(typedChain, CORE, setup);
    StarknetCore.deploy(codedChain, CORE, setup);
  }

  /** The contract that is called by typed operations. */
  StarknetCore core() {
    return typed;
  }

  /** Goes on to the next block. */
  void next(UInt64 timestamp) {
    typedChain.seal(new BlockInfo(typedChain.block().number().plus(UInt64.ONE), timestamp));
    codedChain.seal(new BlockInfo(codedChain.block().number().plus(UInt64.ONE), timestamp));
  }

  /** The time of the open block. */
  UInt64 timestamp() {
    return typedChain.block().timestamp();
  }

  void mint(EthAddress account, UInt256 coins) {
    typedChain.mint(account, coins);
    codedChain.mint(account, coins);
  }

  void deploy(EthAddress address, Contract contract) {
    typedChain.deploy(address, contract);
    codedChain.deploy(address, contract);
  }

  /** A typed result and the return data that stands for it, with the logs of both. */
  record Answer(Outcome<?> typed, Outcome<Bytes> coded) {}

  /** Runs an operation on both. */
  Answer transact(EthAddress caller, UInt256 value, CoreOperation<?> operation) {
    return new Answer(
        typed.transact(caller, value, operation),
        call(caller, value, operation.calldata(typed.rules()), List.of()));
  }

  /** Runs an operation on both, where the typed face has a method of its own for it. */
  Answer transact(
      Function<StarknetCore, Outcome<?>> operation,
      EthAddress caller,
      Bytes calldata,
      List<Bytes32> blobHashes) {
    return new Answer(operation.apply(typed), call(caller, UInt256.ZERO, calldata, blobHashes));
  }

  /** Calls the one that takes calldata, and only that. */
  Outcome<Bytes> call(EthAddress caller, UInt256 value, Bytes calldata, List<Bytes32> blobHashes) {
    return codedChain.transact(new Transaction(caller, CORE, value, calldata, blobHashes));
  }

  /** Asks both for an account's coins. */
  UInt256 balance(EthAddress account, JsonValue where, Differences differences) {
    return same(where, typedChain.balance(account), codedChain.balance(account), differences);
  }

  /** Asks both for a number, the second one by calldata. */
  UInt256 number(
      Function<StarknetCore, UInt256> getter,
      Bytes getterCall,
      JsonValue where,
      Differences differences) {
    UInt256 coded =
        codedChain
            .view(EthAddress.ZERO, CORE, getterCall)
            .fold((data, logs) -> data.getUInt256(0), revert -> UInt256.MAX);
    return same(where, getter.apply(typed), coded, differences);
  }

  private static UInt256 same(
      JsonValue where, UInt256 typed, UInt256 coded, Differences differences) {
    if (!typed.equals(coded)) {
      differences.add(
          where,
          "the same through both faces",
          typed.toHexString() + ", by calldata " + coded.toHexString());
    }
    return typed;
  }

  /** Both must have done the same: succeeded with the same logs, or reverted with the same data. */
  static void agree(Answer answer, JsonValue where, Differences differences) {
    String typed = written(answer.typed());
    String coded = written(answer.coded());
    if (!typed.equals(coded)) {
      differences.add(where, "the same through both faces", typed + ", by calldata " + coded);
    }
  }

  private static String written(Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> "logs " + logs, revert -> "revert " + revert.data() + " ");
  }
}
