// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.abi.IpcFunction;
import java.util.List;

/**
 * The functions of the gateway that change it.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // for modules of Crossline, which see the package of functions
public final class GatewayFunctions {
  private static final List<IpcFunction<? extends GatewayOperation<?>, ?>> ALL =
      List.of(
          SendContractXnetMessage.FUNCTION,
          ApplyCrossMessages.FUNCTION,
          ExecBottomUpMsgBatch.FUNCTION,
          PropagateAll.FUNCTION,
          Fund.FUNCTION,
          FundWithToken.FUNCTION,
          Release.FUNCTION,
          Register.FUNCTION,
          Kill.FUNCTION,
          ApproveSubnet.FUNCTION,
          RejectApprovedSubnet.FUNCTION,
          AddStake.FUNCTION,
          ReleaseStake.FUNCTION,
          CommitParentFinality.FUNCTION,
          CommitCheckpoint.FUNCTION);

  private GatewayFunctions() {}

  /**
   * All of them.
   *
   * @return the functions, whose arguments are operations
   */
  public static List<IpcFunction<? extends GatewayOperation<?>, ?>> all() {
    return ALL;
  }

  /**
   * One of them.
   *
   * @param name its name
   * @return the function
   * @throws IllegalArgumentException if the gateway has none with this name
   */
  public static IpcFunction<? extends GatewayOperation<?>, ?> named(String name) {
    return ALL.stream()
        .filter(function -> function.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the gateway has no function " + name));
  }
}
