// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.AbiValueCases;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;

/**
 * Solidity values as vectors write them: structs as objects with the names of their components,
 * numbers of eight bits as JSON numbers, kinds of envelopes by their names.
 */
final class AbiJson implements AbiValueCases<Object> {
  private static final String KIND = "kind";
  private static final int SMALL = 8;

  private final AbiType type;

  private AbiJson(AbiType type) {
    this.type = type;
  }

  /** An object with the names of the components; each of them has one. */
  static Members of(AbiType.Tuple types, AbiValue.Tuple values) {
    Members members = new Members();
    for (int i = 0; i < values.values().size(); i++) {
      AbiType component = types.components().get(i);
      String name = types.names().get(i).orElseThrow();
      Object json = of(component, values.get(i));
      members.any(name, name.equals(KIND) ? kind(values.get(i)) : json);
    }
    return members;
  }

  private static Object of(AbiType type, AbiValue value) {
    return value.fold(new AbiJson(type));
  }

  private static String kind(AbiValue value) {
    return EnvelopeKind.values()[(int) ((AbiValue.Number) value).value().longValueExact()]
        .wireName();
  }

  @Override
  public Object number(UInt256 value) {
    return type instanceof AbiType.UInt number && number.bits() == SMALL
        ? value.longValueExact()
        : value.toHexString();
  }

  @Override
  public Object bool(boolean value) {
    return value;
  }

  @Override
  public Object address(EthAddress value) {
    return value.toString();
  }

  @Override
  public Object fixedBytes(Bytes value) {
    return value.toString();
  }

  @Override
  public Object byteString(Bytes value) {
    return value.toString();
  }

  @Override
  public Object text(AbiValue.Text value) {
    return value.value();
  }

  @Override
  public Object array(List<AbiValue> values) {
    AbiType element = ((AbiType.Array) type).element();
    List<Object> items = new ArrayList<>();
    values.forEach(value -> items.add(of(element, value)));
    return items;
  }

  @Override
  public Object tuple(List<AbiValue> values) {
    return of((AbiType.Tuple) type, AbiValue.tuple(values)).toMap();
  }
}
