// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.Require;

/**
 * What IPC's contracts refuse with a text, {@code require(condition, "…")}, letter for letter.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class IpcRequire {
  /** {@code LibGateway.applyMsg}: a bottom-up message came down from the parent. */
  public static final Require EXPECTING_TOP_DOWN_MESSAGES_ONLY =
      new Require("Expecting top-down messages only");

  /** {@code LibGateway.propagateAllPostboxMessages}: an entry is missing, or counts as empty. */
  public static final Require MESSAGE_NOT_FOUND_IN_POSTBOX =
      new Require("Message not found in postbox");

  /** {@code AssetHelper.lock}: fewer coins came along than are to be locked. */
  public static final Require INSUFFICIENT_FUNDS = new Require("Insufficient funds");

  /** {@code AssetHelper.lock}: the gateway owns no more tokens after the transfer than before. */
  public static final Require NO_BALANCE_INCREASE = new Require("No balance increase");

  /** {@code AssetHelper.expect}: the subnet counts in another kind of asset. */
  public static final Require UNEXPECTED_ASSET = new Require("Unexpected asset");

  /** {@code AssetHelper.validate}: the token address is no token. */
  public static final Require INVALID_ERC20_ADDRESS = new Require("Invalid ERC20 address");

  /** The reason of {@code MethodNotAllowed} where a subnet is too deep to have children. */
  public static final String NO_CHILD_SUBNETS = "Subnet does not allow child subnets";

  /** The reason of {@code MethodNotAllowed} where general-purpose messages are switched off. */
  public static final String NO_GENERAL_PURPOSE =
      "Support for general-purpose cross-net messages is disabled";

  /** The reason of {@code MethodNotAllowed} where messages over several levels are switched off. */
  public static final String NO_MULTI_LEVEL =
      "Support for multi-level cross-net messages is disabled";

  private IpcRequire() {}
}
