// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * {@code ipc.subnet-id}: the functions of {@code SubnetIDHelper}.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SubnetIdSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.subnet-id", SubnetIdSuite::run);

  private static final Shape CASE = Shape.of().in("fn", "input").expect("expect");
  private static final Shape ONE = Shape.of().in("subnet");
  private static final Shape WITH_ACTOR = Shape.of().in("subnet", "actor");
  private static final Shape TWO = Shape.of().in("a", "b");

  private static final Map<String, SubnetFunction> FUNCTIONS = new TreeMap<>();

  static {
    one("toString", "string", Forms.TEXT, SubnetId::toString);
    one("getParentSubnet", "subnet", EnvelopeForms.SUBNET_ID, SubnetId::getParentSubnet);
    one("getActor", "address", Forms.ADDRESS, SubnetId::actor);
    one("getAddress", "address", Forms.ADDRESS, SubnetId::getAddress);
    one("isRoot", "bool", Forms.BOOL, SubnetId::isRoot);
    one("isEmpty", "bool", Forms.BOOL, SubnetId::isEmpty);
    two("equals", "bool", Forms.BOOL, SubnetId::equals);
    two("commonParent", "subnet", EnvelopeForms.SUBNET_ID, SubnetId::commonParent);
    FUNCTIONS.put("toHash", SubnetIdSuite::toHash);
    FUNCTIONS.put("createSubnetId", SubnetIdSuite::createSubnetId);
    FUNCTIONS.put("down", SubnetIdSuite::down);
  }

  private SubnetIdSuite() {}

  private static void run(VectorCase vector) {
    SubnetFunction function = vector.named("fn", FUNCTIONS);
    Fields fields = vector.fields(CASE);
    fields.input("fn");
    function.run(fields);
  }

  private static <T> void one(
      String name, String result, Form<T> form, Function<SubnetId, T> function) {
    FUNCTIONS.put(
        name,
        fields -> {
          SubnetId subnet = fields.fields("input", ONE).in("subnet", EnvelopeForms.SUBNET_ID);
          RevertExpectation.compare(
              fields,
              "expect",
              Shape.of().expect(result),
              () -> function.apply(subnet),
              (expect, actual) -> expect.expect(result, form, actual));
        });
  }

  private static <T> void two(
      String name, String result, Form<T> form, BiFunction<SubnetId, SubnetId, T> function) {
    FUNCTIONS.put(
        name,
        fields -> {
          Fields input = fields.fields("input", TWO);
          SubnetId a = input.in("a", EnvelopeForms.SUBNET_ID);
          SubnetId b = input.in("b", EnvelopeForms.SUBNET_ID);
          RevertExpectation.compare(
              fields,
              "expect",
              Shape.of().expect(result),
              () -> function.apply(a, b),
              (expect, actual) -> expect.expect(result, form, actual));
        });
  }

  private static void toHash(Fields fields) {
    SubnetId subnet = fields.fields("input", ONE).in("subnet", EnvelopeForms.SUBNET_ID);
    Fields expect = fields.fields("expect", Shape.of().expect("hash", "encoded"));
    expect.expect("hash", Forms.BYTES32, subnet.hash());
    expect.expect("encoded", Forms.BYTES, subnet.encoded());
  }

  private static void createSubnetId(Fields fields) {
    Fields input = fields.fields("input", WITH_ACTOR);
    SubnetId subnet = input.in("subnet", EnvelopeForms.SUBNET_ID);
    EthAddress actor = input.in("actor", Forms.ADDRESS);
    fields
        .fields("expect", Shape.of().expect("subnet"))
        .expect("subnet", EnvelopeForms.SUBNET_ID, subnet.child(actor));
  }

  private static void down(Fields fields) {
    Fields input = fields.fields("input", TWO);
    Optional<SubnetId> down =
        input.in("a", EnvelopeForms.SUBNET_ID).down(input.in("b", EnvelopeForms.SUBNET_ID));
    Fields expect = fields.fields("expect", Shape.of().expect("found", "subnet"));
    expect.expect("found", Forms.BOOL, down.isPresent());
    expect.expect("subnet", EnvelopeForms.SUBNET_ID, down.orElse(SubnetId.EMPTY));
  }

  private interface SubnetFunction {
    void run(Fields fields);
  }
}
