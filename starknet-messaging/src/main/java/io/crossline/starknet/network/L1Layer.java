// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Int256;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;

/** L1 with the core contract. */
final class L1Layer {
  private final Chain chain;
  private final StarknetCore core;

  L1Layer(
      StarknetParameters parameters,
      BlockInfo first,
      Prover prover,
      UInt256 programHash,
      UInt256 configHash) {
    chain = new Chain("L1", first);
    CoreSetup.Builder setup =
        CoreSetup.builder()
            .rules(parameters.rules())
            .facts(prover)
            .governor(parameters.operator())
            .operator(parameters.operator())
            .programs(programHash, UInt256.ZERO, configHash)
            .l2State(UInt256.ZERO, Int256.of(0), UInt256.ZERO)
            .l1ToL2MessageNonce(parameters.firstNonce());
    if (!parameters.feeCollector().isZero()) {
      setup.feeCollector(parameters.feeCollector());
    }
    core = StarknetCore.deploy(chain, parameters.core(), setup.build());
    chain.state().journal().clear();
  }

  Chain chain() {
    return chain;
  }

  StarknetCore core() {
    return core;
  }

  /** The number of the latest finished block; 0 before the first one. */
  UInt64 head() {
    return chain.block().number().minus(UInt64.ONE);
  }

  /** Ends the open block at a time and opens the next one. */
  Block mine(UInt64 now) {
    if (chain.isBlockEmpty()) {
      chain.restamp(now);
    }
    return chain.seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), now));
  }
}
