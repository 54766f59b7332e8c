// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import io.crossline.vectors.ipc.AbiSuite;
import io.crossline.vectors.ipc.BottomUpBatchSuite;
import io.crossline.vectors.ipc.EnvelopeSuite;
import io.crossline.vectors.ipc.SubnetIdSuite;
import io.crossline.vectors.ipc.SubnetIdTextSuite;
import io.crossline.vectors.ipc.SystemErrorsSuite;
import io.crossline.vectors.ipc.gateway.ExchangeSuite;
import io.crossline.vectors.ipc.gateway.GatewaySuite;
import io.crossline.vectors.runner.Suites;
import io.crossline.vectors.starknet.CairoCalldataSuite;
import io.crossline.vectors.starknet.CoreAbiSuite;
import io.crossline.vectors.starknet.CoreSequenceSuite;
import io.crossline.vectors.starknet.EventLogSuite;
import io.crossline.vectors.starknet.InvokeTxSuite;
import io.crossline.vectors.starknet.L1HandlerTxSuite;
import io.crossline.vectors.starknet.MessageHashSuite;
import io.crossline.vectors.starknet.PedersenSuite;
import io.crossline.vectors.starknet.PoseidonSuite;
import io.crossline.vectors.starknet.ProgramOutputSuite;
import io.crossline.vectors.starknet.SelectorSuite;
import io.crossline.vectors.starknet.SerdeSuite;
import io.crossline.vectors.starknet.StateUpdateSuite;
import io.crossline.vectors.starknet.StorageSuite;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The suites that Crossline can be held against. A suite that is not here makes a file invalid,
 * never passed.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ConformanceSuites {
  private static final Suites ALL =
      Suites.of(
          List.of(
              MessageHashSuite.SUITE,
              SelectorSuite.SUITE,
              PedersenSuite.SUITE,
              L1HandlerTxSuite.SUITE,
              SerdeSuite.SUITE,
              CairoCalldataSuite.SUITE,
              PoseidonSuite.SUITE,
              InvokeTxSuite.SUITE,
              EventLogSuite.SUITE,
              StorageSuite.SUITE,
              CoreSequenceSuite.deployed(),
              CoreSequenceSuite.counter(),
              CoreSequenceSuite.versions(),
              StateUpdateSuite.SUITE,
              ProgramOutputSuite.SUITE,
              CoreAbiSuite.SUITE,
              SubnetIdSuite.SUITE,
              SubnetIdTextSuite.SUITE,
              EnvelopeSuite.SUITE,
              SystemErrorsSuite.SUITE,
              AbiSuite.SUITE,
              BottomUpBatchSuite.SUITE,
              GatewaySuite.SUITE,
              ExchangeSuite.SUITE),
          ShippedVectors.entries().stream()
              .collect(
                  Collectors.toMap(
                      ShippedVectors.Entry::suite,
                      ShippedVectors.Entry::passesFrom,
                      (one, same) -> one)));

  private ConformanceSuites() {}

  /**
   * All suites.
   *
   * @return the suites by name
   */
  public static Suites all() {
    return ALL;
  }
}
