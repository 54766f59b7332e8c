// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Crossline's types for {@code @ForAll}: put {@code @Domain(CrosslineDomain.class)} and
 * {@code @Domain(DomainContext.Global.class)} on a test class.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class CrosslineDomain extends DomainContextBase {
  /** Creates the domain. */
  public CrosslineDomain() {}

  @Provide
  Arbitrary<UInt256> uint256() {
    return ValueArbitraries.uint256();
  }

  @Provide
  Arbitrary<UInt64> uint64() {
    return ValueArbitraries.uint64();
  }

  @Provide
  Arbitrary<Bytes> bytes() {
    return ValueArbitraries.bytes(300);
  }

  @Provide
  Arbitrary<Bytes32> bytes32() {
    return ValueArbitraries.bytes32();
  }

  @Provide
  Arbitrary<EthAddress> ethAddress() {
    return ValueArbitraries.ethAddress();
  }

  @Provide
  Arbitrary<ResultMsg> resultMsg() {
    return ValueArbitraries.resultMsg();
  }

  @Provide
  Arbitrary<Felt> felt() {
    return StarknetArbitraries.felt();
  }

  @Provide
  Arbitrary<Payload> payload() {
    return StarknetArbitraries.payload(12);
  }

  @Provide
  Arbitrary<L1ToL2Message> l1ToL2Message() {
    return StarknetArbitraries.l1ToL2Message();
  }

  @Provide
  Arbitrary<L2ToL1Message> l2ToL1Message() {
    return StarknetArbitraries.l2ToL1Message();
  }

  @Provide
  Arbitrary<SubnetId> subnetId() {
    return IpcArbitraries.subnetId();
  }

  @Provide
  Arbitrary<FvmAddress> fvmAddress() {
    return IpcArbitraries.fvmAddress();
  }

  @Provide
  Arbitrary<IpcAddress> ipcAddress() {
    return IpcArbitraries.ipcAddress();
  }

  @Provide
  Arbitrary<IpcEnvelope> envelope() {
    return IpcArbitraries.envelope();
  }

  @Provide
  Arbitrary<CallMsg> callMsg() {
    return IpcArbitraries.callMsg();
  }
}
