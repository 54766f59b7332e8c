// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.ipc.address.FilAddressError;
import io.crossline.ipc.address.FilConversionException;
import io.crossline.ipc.address.FilIpcAddress;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.ipc.address.FilTextException;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * {@code ipc.subnet-id-text}: the text forms of IPC's node and tools, which are Rust.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SubnetIdTextSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.subnet-id-text", SubnetIdTextSuite::run);

  private static final Shape CASE = Shape.of().in("op", "network", "input").expect("expect");
  private static final Shape RELATION = Shape.of().in("op", "input").expect("expect");
  private static final Shape ERROR =
      Shape.of().expect("error").optionalExpect("reason", "child", "addressError");
  private static final Form<Optional<String>> TEXT_OR_NULL = Forms.nullable(Forms.TEXT);

  private static final Map<String, Consumer<VectorCase>> OPERATIONS =
      Map.of(
          "format", SubnetIdTextSuite::format,
          "parse", SubnetIdTextSuite::parse,
          "ipc-address", SubnetIdTextSuite::ipcAddress,
          "relation", SubnetIdTextSuite::relation);

  private SubnetIdTextSuite() {}

  private static void run(VectorCase vector) {
    vector.named("op", OPERATIONS).accept(vector);
  }

  private static Fields begin(VectorCase vector, Shape shape) {
    Fields fields = vector.fields(shape);
    fields.input("op");
    return fields;
  }

  private static void format(VectorCase vector) {
    Fields fields = begin(vector, CASE);
    FilNetwork network = fields.in("network", FilForms.NETWORK);
    SubnetId subnet = fields.in("input", EnvelopeForms.SUBNET_ID);
    FilSubnetId converted = FilSubnetId.of(subnet);
    Fields expect = fields.fields("expect", Shape.of().expect("text", "solidityString", "chainId"));
    expect.expect("text", Forms.TEXT, converted.toText(network));
    expect.expect("solidityString", Forms.TEXT, subnet.toString());
    expect.expect("chainId", Forms.UINT64, converted.chainId(network));
  }

  private static void parse(VectorCase vector) {
    Fields fields = begin(vector, CASE);
    FilNetwork network = fields.in("network", FilForms.NETWORK);
    String text = fields.in("input", Forms.TEXT);
    compare(
        fields,
        Shape.of().expect("subnet", "text", "chainId", "evm"),
        () -> FilSubnetId.parse(text, network),
        (expect, subnet) -> {
          expect.expect("subnet", FilForms.SUBNET_ID, subnet);
          expect.expect("text", Forms.TEXT, subnet.toText(network));
          expect.expect("chainId", Forms.UINT64, subnet.chainId(network));
          evm(expect, subnet);
        });
  }

  private static void evm(Fields expect, FilSubnetId subnet) {
    boolean errorExpected =
        expect.object().required("evm").asObject().fields().containsKey("error");
    Fields evm =
        expect.fields(
            "evm", errorExpected ? Shape.of().expect("error") : Shape.of().expect("root", "route"));
    try {
      SubnetId converted = subnet.toSubnetId();
      if (errorExpected) {
        evm.differs("error", "no error: " + converted);
      } else {
        evm.expect("root", Forms.UINT64, converted.root());
        evm.expect("route", Forms.list(Forms.ADDRESS), converted.route());
      }
    } catch (FilConversionException e) {
      if (errorExpected) {
        evm.expect("error", Forms.TEXT, String.valueOf(e.getMessage()));
      } else {
        evm.differs("root", "error: " + e.getMessage());
        evm.differs("route", "error: " + e.getMessage());
      }
    }
  }

  private static void ipcAddress(VectorCase vector) {
    Fields fields = begin(vector, CASE);
    FilNetwork network = fields.in("network", FilForms.NETWORK);
    String text = fields.in("input", Forms.TEXT);
    compare(
        fields,
        Shape.of().expect("subnet", "rawAddress"),
        () -> FilIpcAddress.parse(text, network),
        (expect, address) -> {
          expect.expect("subnet", FilForms.SUBNET_ID, address.subnet());
          expect.expect("rawAddress", FilForms.ADDRESS, address.rawAddress());
        });
  }

  private static <T> void compare(
      Fields fields, Shape success, Supplier<T> parse, RevertExpectation.CompareValue<T> compare) {
    boolean errorExpected =
        fields.object().required("expect").asObject().fields().containsKey("error");
    Fields expect = fields.fields("expect", errorExpected ? ERROR : success);
    T value;
    try {
      value = parse.get();
    } catch (FilTextException e) {
      if (errorExpected) {
        error(expect, e);
      } else {
        success.names().forEach(name -> expect.differs(name, "error: " + e.getMessage()));
      }
      return;
    }
    if (errorExpected) {
      ERROR.names().forEach(name -> expect.differs(name, "no error: " + value));
    } else {
      compare.accept(expect, value);
    }
  }

  private static void error(Fields expect, FilTextException e) {
    expect.expect("error", Forms.TEXT, e.kind().toString());
    expect.expect("reason", Forms.TEXT, e.reason());
    expect.expect("child", Forms.TEXT, e.child().orElse("(none)"));
    expect.expect(
        "addressError",
        Forms.TEXT,
        e.addressError().map(FilAddressError::errorName).orElse("(none)"));
  }

  private static void relation(VectorCase vector) {
    Fields fields = begin(vector, RELATION);
    Fields input = fields.fields("input", Shape.of().in("a", "b"));
    FilSubnetId a = subnet(input, "a");
    FilSubnetId b = subnet(input, "b");
    Fields expect =
        fields.fields("expect", Shape.of().expect("commonParent", "down", "up", "isBottomUp"));
    expect.expect("commonParent", Forms.nullable(FilForms.COMMON_PARENT), a.commonParent(b));
    expect.expect("down", TEXT_OR_NULL, a.down(b).map(FilSubnetId::toString));
    expect.expect("up", TEXT_OR_NULL, up(a, b));
    expect.expect("isBottomUp", Forms.BOOL, a.isBottomUp(b));
  }

  private static FilSubnetId subnet(Fields input, String name) {
    try {
      return FilSubnetId.parse(input.in(name, Forms.TEXT), FilNetwork.MAINNET);
    } catch (FilTextException e) {
      throw input.input(name).invalid(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> up(FilSubnetId a, FilSubnetId b) {
    try {
      return a.up(b).map(FilSubnetId::toString);
    } catch (FilConversionException e) {
      return Optional.of("panic");
    }
  }
}
