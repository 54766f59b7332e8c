// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.CaseFunctions.Value;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import java.util.Optional;

/**
 * {@code ipc.subnet-id}: the functions of {@code SubnetIDHelper}.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SubnetIdSuite {
  private static final Value<SubnetId> SUBNET = new Value<>("subnet", EnvelopeForms.SUBNET_ID);
  private static final Value<SubnetId> A = new Value<>("a", EnvelopeForms.SUBNET_ID);
  private static final Value<SubnetId> B = new Value<>("b", EnvelopeForms.SUBNET_ID);
  private static final Value<EthAddress> ADDRESS = new Value<>("address", Forms.ADDRESS);
  private static final Value<Boolean> BOOL = new Value<>("bool", Forms.BOOL);

  private static final CaseFunctions FUNCTIONS = new CaseFunctions();

  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.subnet-id", FUNCTIONS::run);

  static {
    FUNCTIONS.one("toString", SUBNET, new Value<>("string", Forms.TEXT), SubnetId::toString);
    FUNCTIONS.one("getParentSubnet", SUBNET, SUBNET, SubnetId::getParentSubnet);
    FUNCTIONS.one("getActor", SUBNET, ADDRESS, SubnetId::actor);
    FUNCTIONS.one("getAddress", SUBNET, ADDRESS, SubnetId::getAddress);
    FUNCTIONS.one("isRoot", SUBNET, BOOL, SubnetId::isRoot);
    FUNCTIONS.one("isEmpty", SUBNET, BOOL, SubnetId::isEmpty);
    FUNCTIONS.two("equals", A, B, BOOL, SubnetId::equals);
    FUNCTIONS.two("commonParent", A, B, SUBNET, SubnetId::commonParent);
    FUNCTIONS.two(
        "createSubnetId", SUBNET, new Value<>("actor", Forms.ADDRESS), SUBNET, SubnetId::child);
    FUNCTIONS.add("toHash", SubnetIdSuite::toHash);
    FUNCTIONS.add("down", SubnetIdSuite::down);
  }

  private SubnetIdSuite() {}

  private static void toHash(Fields fields) {
    SubnetId subnet = SUBNET.in(fields.fields("input", Shape.of().in("subnet")));
    Fields expect = fields.fields("expect", Shape.of().expect("hash", "encoded"));
    expect.expect("hash", Forms.BYTES32, subnet.hash());
    expect.expect("encoded", Forms.BYTES, subnet.encoded());
  }

  private static void down(Fields fields) {
    Fields input = fields.fields("input", Shape.of().in("a", "b"));
    Optional<SubnetId> down = A.in(input).down(B.in(input));
    Fields expect = fields.fields("expect", Shape.of().expect("found", "subnet"));
    expect.expect("found", Forms.BOOL, down.isPresent());
    expect.expect("subnet", EnvelopeForms.SUBNET_ID, down.orElse(SubnetId.EMPTY));
  }
}
