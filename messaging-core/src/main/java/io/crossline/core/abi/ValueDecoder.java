// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import java.util.ArrayList;
import java.util.List;

/** Reads the value at one word of a head, by a type that is known only when the program runs. */
final class ValueDecoder implements AbiTypeCases<AbiValue> {
  private final AbiReader.Head head;
  private final int index;

  private ValueDecoder(AbiReader.Head head, int index) {
    this.head = head;
    this.index = index;
  }

  static AbiValue.Tuple components(AbiType.Tuple types, AbiReader.Head head) {
    List<AbiValue> values = new ArrayList<>(types.components().size());
    int index = 0;
    for (AbiType type : types.components()) {
      values.add(type.fold(new ValueDecoder(head, index)));
      index += type.words();
    }
    return new AbiValue.Tuple(values);
  }

  private static AbiValue.Array elements(AbiType element, int size, AbiReader.Head head) {
    List<AbiValue> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(element.fold(new ValueDecoder(head, i * element.words())));
    }
    return new AbiValue.Array(values);
  }

  @Override
  public AbiValue uint(AbiType.UInt type) {
    return new AbiValue.Number(head.uint(index, type.bits()));
  }

  @Override
  public AbiValue integer(AbiType.Int type) {
    return new AbiValue.Number(head.signed(index, type.bits()));
  }

  @Override
  public AbiValue bool(AbiType.Bool type) {
    return new AbiValue.Bool(head.bool(index));
  }

  @Override
  public AbiValue address(AbiType.Address type) {
    return new AbiValue.Addr(head.address(index));
  }

  @Override
  public AbiValue fixedBytes(AbiType.FixedBytes type) {
    return new AbiValue.FixedBytes(head.fixedBytes(index, type.size()));
  }

  @Override
  public AbiValue byteString(AbiType.ByteString type) {
    return new AbiValue.ByteString(head.bytes(index));
  }

  @Override
  public AbiValue text(AbiType.Text type) {
    return new AbiValue.Text(head.bytes(index));
  }

  @Override
  public AbiValue array(AbiType.Array type) {
    AbiType element = type.element();
    AbiReader.Items items = head.array(index, element.words(), element.isDynamic());
    return elements(element, items.size(), items);
  }

  @Override
  public AbiValue fixedArray(AbiType.FixedArray type) {
    return elements(type.element(), type.length(), nested(type, type.contentWords()));
  }

  @Override
  public AbiValue tuple(AbiType.Tuple type) {
    return components(type, nested(type, type.contentWords()));
  }

  private AbiReader.Head nested(AbiType type, int words) {
    return type.isDynamic() ? head.tuple(index, words) : head.inline(index, words);
  }
}
