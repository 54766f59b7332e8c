// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilIpcAddress;
import io.crossline.ipc.address.FilProtocol;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Values of IPC. Subnets are often related to one another, as their roots and actors come from
 * small sets half of the time.
 *
 * <p>Thread-safe: functions without a state.
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

  /**
   * Envelopes whose message is what their kind says: a call, a Result of any outcome, or nothing.
   *
   * @return the arbitrary
   */
  public static Arbitrary<IpcEnvelope> meaningfulEnvelope() {
    return Combinators.combine(envelope(), callMsg(), ValueArbitraries.resultMsg())
        .as(
            (envelope, call, result) ->
                new IpcEnvelope(
                    envelope.kind(),
                    envelope.localNonce(),
                    envelope.originalNonce(),
                    envelope.value(),
                    envelope.to(),
                    envelope.from(),
                    switch (envelope.kind()) {
                      case TRANSFER -> Bytes.EMPTY;
                      case CALL -> call.encoded();
                      case RESULT -> ResultMsgAbi.encode(result);
                    }))
        .withoutEdgeCases();
  }

  /**
   * What backs the coins of a subnet.
   *
   * @return the arbitrary
   */
  public static Arbitrary<Asset> asset() {
    return Arbitraries.oneOf(
            Arbitraries.of(Asset.NATIVE), ValueArbitraries.ethAddress().map(Asset::erc20))
        .withoutEdgeCases();
  }

  /**
   * Addresses of Filecoin, of every protocol and with as many bytes as it takes.
   *
   * @return the arbitrary
   */
  public static Arbitrary<FilAddress> filAddress() {
    Arbitrary<Bytes> subaddress =
        Arbitraries.oneOf(
            ValueArbitraries.bytes(FilAddress.MAX_SUBADDRESS_BYTES),
            ValueArbitraries.bytesOf(FilAddress.MAX_SUBADDRESS_BYTES));
    return Arbitraries.oneOf(
            ValueArbitraries.ethAddress().map(FilAddress::of),
            ValueArbitraries.uint64().map(FilAddress::id),
            Combinators.combine(ValueArbitraries.uint64(), subaddress).as(FilAddress::delegated),
            unnumbered(FilProtocol.SECP256K1, 20),
            unnumbered(FilProtocol.ACTOR, 20),
            unnumbered(FilProtocol.BLS, 48))
        .withoutEdgeCases();
  }

  private static Arbitrary<FilAddress> unnumbered(FilProtocol protocol, int size) {
    return ValueArbitraries.bytesOf(size)
        .map(payload -> new FilAddress(protocol, UInt64.ZERO, payload));
  }

  /**
   * Subnet ids as Filecoin writes them, related to one another as those of {@link #subnetId}.
   *
   * @return the arbitrary
   */
  public static Arbitrary<FilSubnetId> filSubnetId() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, subnetId().map(FilSubnetId::of)),
            Tuple.of(
                1,
                Combinators.combine(
                        ValueArbitraries.uint64(), filAddress().list().ofMaxSize(MAX_DEPTH))
                    .as(FilSubnetId::new)))
        .withoutEdgeCases();
  }

  /**
   * Addresses in a subnet as Filecoin writes them.
   *
   * @return the arbitrary
   */
  public static Arbitrary<FilIpcAddress> filIpcAddress() {
    return Combinators.combine(filSubnetId(), filAddress()).as(FilIpcAddress::new);
  }
}
