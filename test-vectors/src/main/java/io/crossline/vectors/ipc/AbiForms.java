// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.GatewayGetters;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.AbiTypeForms;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How values of Solidity types are written in vectors: structs as objects with the names of their
 * components, which signatures leave out and IPC's own declarations supply.
 */
final class AbiForms extends AbiTypeForms {
  private static final AbiForms CASES = new AbiForms();
  private static final Map<String, AbiType.Tuple> STRUCTS = new HashMap<>();

  static {
    Stream.<List<? extends IpcFunction<?, ?>>>of(
            GatewayFunctions.all(), GatewayGetters.all(), ContractFunctions.all())
        .flatMap(List::stream)
        .forEach(AbiForms::learn);
    for (GatewayEventType event : GatewayEventType.values()) {
      learnStructs(event.signature().parameters());
    }
  }

  private AbiForms() {}

  private static void learn(IpcFunction<?, ?> function) {
    learnStructs(function.signature().parameters());
    learnStructs(function.outputs());
  }

  private static void learnStructs(AbiType.Tuple types) {
    for (AbiType component : types.components()) {
      AbiType type = component;
      while (type instanceof AbiType.Array array) {
        type = array.element();
      }
      if (type instanceof AbiType.Tuple struct) {
        STRUCTS.putIfAbsent(struct.canonical(), struct);
        learnStructs(struct);
      }
    }
  }

  /** The form of values of a type. */
  static Form<AbiValue> of(AbiType type) {
    return type.fold(CASES);
  }

  /** The form of several values side by side, with these names. */
  static Form<AbiValue> named(AbiType.Tuple types, List<String> names) {
    ObjectForm.Builder<AbiValue> form = ObjectForm.of();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      form.field(
          names.get(i),
          component(types, types.components().get(i), names.get(i)),
          value -> ((AbiValue.Tuple) value).get(index));
    }
    return form.build(
        read ->
            AbiValue.tuple(names.stream().map(name -> read.get(name, AbiValue.class)).toList()));
  }

  private static Form<AbiValue> component(AbiType.Tuple around, AbiType type, String name) {
    return type instanceof AbiType.UInt number && number.bits() == 8
        ? EnumNames.of(around, name)
        : of(type);
  }

  /**
   * The names of components: their own, or {@code value0}, {@code value1} … where they have none.
   */
  static List<String> names(AbiType.Tuple types) {
    return IntStream.range(0, types.components().size())
        .mapToObj(i -> types.names().get(i).orElse("value" + i))
        .toList();
  }

  @Override
  public Form<AbiValue> uint(AbiType.UInt type) {
    if (type.bits() == 8) {
      return EnumNames.plain();
    }
    return Forms.mapped(
        Forms.UINT256,
        value -> number(value, type.bits()),
        value -> ((AbiValue.Number) value).value());
  }

  private static AbiValue number(UInt256 value, int bits) {
    if (value.bitLength() > bits) {
      throw new MalformedInputException(
          value.toHexString() + " is too large (must be below 2^" + bits + ")");
    }
    return AbiValue.number(value);
  }

  @Override
  public Form<AbiValue> integer(AbiType.Int type) {
    return Forms.mapped(
        Forms.UINT256,
        number -> AbiValue.number(number),
        value -> ((AbiValue.Number) value).value());
  }

  @Override
  public Form<AbiValue> tuple(AbiType.Tuple type) {
    boolean nameless = type.names().stream().anyMatch(Optional::isEmpty);
    AbiType.Tuple struct = nameless ? STRUCTS.getOrDefault(type.canonical(), type) : type;
    return named(struct, names(struct));
  }
}
