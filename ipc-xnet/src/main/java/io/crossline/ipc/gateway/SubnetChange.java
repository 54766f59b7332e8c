// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.UInt256;

/** Copies of what a gateway keeps of a child, with one thing changed. */
final class SubnetChange {
  private static final RecordShape<Subnet> SHAPE = RecordShape.of(Subnet.class);

  private SubnetChange() {}

  static Subnet stake(Subnet child, UInt256 stake) {
    return SHAPE.with(child, "stake", stake);
  }

  static Subnet circSupply(Subnet child, UInt256 circSupply) {
    return SHAPE.with(child, "circSupply", circSupply);
  }

  /** A message with this value went down to the child. */
  static Subnet sentDown(Subnet child, UInt256 value) {
    Subnet richer = circSupply(child, Checked.plus(child.circSupply(), value));
    return SHAPE.with(richer, "topDownNonce", Checked.next(child.topDownNonce()));
  }

  /** The next message up from the child was taken. */
  static Subnet appliedOne(Subnet child) {
    return SHAPE.with(child, "appliedBottomUpNonce", Checked.next(child.appliedBottomUpNonce()));
  }
}
