// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.chain.CallObserver;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The calls that gateways make of the contracts of a case, in the order in which they begin: those
 * that hand over a message and those with plain coins. Whether they were undone later plays no
 * part.
 */
final class CallLog implements CallObserver {
  private static final int SELECTOR_BYTES = 4;

  private final Set<EthAddress> gateways;
  private final Set<EthAddress> contracts;
  private final List<Call> calls = new ArrayList<>();

  /**
   * A log without calls.
   *
   * @param gateways whose calls are noted
   * @param contracts of whom, with or without code
   */
  CallLog(Set<EthAddress> gateways, Set<EthAddress> contracts) {
    this.gateways = Set.copyOf(gateways);
    this.contracts = Set.copyOf(contracts);
  }

  @Override
  public Consumer<CallResult> calls(EthAddress from, EthAddress to, UInt256 coins, Bytes calldata) {
    boolean handle =
        calldata.truncate(SELECTOR_BYTES).equals(ContractFunctions.HANDLE_IPC_MESSAGE.selector());
    if (!gateways.contains(from) || !contracts.contains(to) || !(handle || calldata.isEmpty())) {
      return result -> {};
    }
    Call call = new Call(from, to, coins, calldata);
    calls.add(call);
    return call::end;
  }

  /** Begins anew. */
  void clear() {
    calls.clear();
  }

  List<CallForm.Made> made() {
    return calls.stream().map(Call::made).toList();
  }

  private static final class Call {
    private final EthAddress from;
    private final EthAddress to;
    private final UInt256 coins;
    private final Bytes calldata;
    private CallResult result = new CallResult(false, Bytes.EMPTY);

    Call(EthAddress from, EthAddress to, UInt256 coins, Bytes calldata) {
      this.from = from;
      this.to = to;
      this.coins = coins;
      this.calldata = calldata;
    }

    void end(CallResult how) {
      result = how;
    }

    CallForm.Made made() {
      Optional<Bytes32> hash =
          calldata.isEmpty()
              ? Optional.empty()
              : Optional.of(ContractFunctions.HANDLE_IPC_MESSAGE.decodeCall(calldata).hash());
      return new CallForm.Made(
          from,
          to,
          coins,
          hash.isPresent() ? CallForm.HANDLE : CallForm.TRANSFER,
          hash,
          result.success(),
          result.data());
    }
  }
}
