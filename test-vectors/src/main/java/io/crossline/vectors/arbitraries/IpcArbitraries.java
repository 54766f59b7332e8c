// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Values of IPC. Subnets are often related to one another, as their roots and actors come from
 * small sets half of the time.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class IpcArbitraries {
  private static final int MAX_DEPTH = 5;

  private IpcArbitraries() {}

  /**
   * Subnet ids.
   *
   * @return the arbitrary
   */
  public static Arbitrary<SubnetId> subnetId() {
    Arbitrary<UInt64> root =
        Arbitraries.oneOf(Arbitraries.of(UInt64.ZERO, UInt64.of(314)), ValueArbitraries.uint64());
    Arbitrary<EthAddress> actor = Arbitraries.oneOf(familiar(), ValueArbitraries.ethAddress());
    return Combinators.combine(root, actor.list().ofMaxSize(MAX_DEPTH))
        .as(SubnetId::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<EthAddress> familiar() {
    return Arbitraries.of(1, 2)
        .map(actor -> EthAddress.parse("0x" + "00".repeat(19) + "0" + actor));
  }

  /**
   * Addresses of the Filecoin virtual machine: mostly EVM addresses, otherwise of any type and
   * payload.
   *
   * @return the arbitrary
   */
  public static Arbitrary<FvmAddress> fvmAddress() {
    return Arbitraries.oneOf(
            ValueArbitraries.ethAddress().map(FvmAddress::of),
            Combinators.combine(Arbitraries.integers().between(0, 255), ValueArbitraries.bytes(200))
                .as(FvmAddress::new))
        .withoutEdgeCases();
  }

  /**
   * Addresses in a subnet.
   *
   * @return the arbitrary
   */
  public static Arbitrary<IpcAddress> ipcAddress() {
    return Combinators.combine(subnetId(), fvmAddress()).as(IpcAddress::new);
  }

  /**
   * Calls.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CallMsg> callMsg() {
    return Combinators.combine(ValueArbitraries.bytes(8), ValueArbitraries.bytes(200))
        .as(CallMsg::new);
  }

  /**
   * Envelopes, whose message bytes need not mean anything.
   *
   * @return the arbitrary
   */
  public static Arbitrary<IpcEnvelope> envelope() {
    return Combinators.combine(
            Arbitraries.of(EnvelopeKind.values()),
            ValueArbitraries.uint64(),
            ValueArbitraries.uint64(),
            ValueArbitraries.uint256(),
            ipcAddress(),
            ipcAddress(),
            ValueArbitraries.bytes(200))
        .as(IpcEnvelope::new)
        .withoutEdgeCases();
  }
}
