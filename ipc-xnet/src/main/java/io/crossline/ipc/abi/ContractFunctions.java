// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import static io.crossline.ipc.abi.IpcForms.ASSET;
import static io.crossline.ipc.abi.IpcForms.BYTES;
import static io.crossline.ipc.abi.IpcForms.ENVELOPE;

import io.crossline.core.chain.Nothing;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import java.util.List;

/**
 * The functions that a gateway calls on others: the contracts that messages are for, and subnet
 * actors.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ContractFunctions {
  /** {@code handleIpcMessage(envelope)} of {@code IIpcHandler}: delivers a call or a result. */
  public static final IpcFunction<IpcEnvelope, Bytes> HANDLE_IPC_MESSAGE =
      IpcFunction.of(
              "handleIpcMessage", AbiArguments.one(ENVELOPE), AbiArguments.one(BYTES), "envelope")
          .returning("ret");

  /** {@code supplySource()} of a subnet actor: what the subnet counts its supply in. */
  public static final IpcFunction<Nothing, Asset> SUPPLY_SOURCE =
      IpcFunction.of("supplySource", AbiArguments.none(), AbiArguments.one(ASSET));

  /** {@code collateralSource()} of a subnet actor: what the subnet counts its stake in. */
  public static final IpcFunction<Nothing, Asset> COLLATERAL_SOURCE =
      IpcFunction.of("collateralSource", AbiArguments.none(), AbiArguments.one(ASSET));

  private ContractFunctions() {}

  /**
   * All functions of this list.
   *
   * @return the functions
   */
  public static List<IpcFunction<?, ?>> all() {
    return List.of(HANDLE_IPC_MESSAGE, SUPPLY_SOURCE, COLLATERAL_SOURCE);
  }
}
