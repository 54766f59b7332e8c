// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.Subnet;
import io.crossline.messaging.UInt256;

/** Copies of what a gateway keeps of a child, with one thing changed. */
final class SubnetChange {
  private SubnetChange() {}

  static Subnet stake(Subnet child, UInt256 stake) {
    return new Subnet(
        stake,
        child.genesisEpoch(),
        child.circSupply(),
        child.topDownNonce(),
        child.appliedBottomUpNonce(),
        child.id());
  }

  static Subnet circSupply(Subnet child, UInt256 circSupply) {
    return new Subnet(
        child.stake(),
        child.genesisEpoch(),
        circSupply,
        child.topDownNonce(),
        child.appliedBottomUpNonce(),
        child.id());
  }

  /** A message with this value went down to the child. */
  static Subnet sentDown(Subnet child, UInt256 value) {
    return new Subnet(
        child.stake(),
        child.genesisEpoch(),
        Checked.plus(child.circSupply(), value),
        Checked.next(child.topDownNonce()),
        child.appliedBottomUpNonce(),
        child.id());
  }

  /** The next message up from the child was taken. */
  static Subnet appliedOne(Subnet child) {
    return new Subnet(
        child.stake(),
        child.genesisEpoch(),
        child.circSupply(),
        child.topDownNonce(),
        Checked.next(child.appliedBottomUpNonce()),
        child.id());
  }
}
