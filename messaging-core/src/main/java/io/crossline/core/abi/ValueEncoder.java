// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Writes values of types that are known only when the program runs. */
final class ValueEncoder {
  private static final int MAX_SHOWN = 80;

  private final AbiWriter writer;

  /**
   * Where the value at hand stands: for each tuple and array around it, the names of all
   * components, empty for an array, and the index of the component.
   */
  private final List<List<Optional<String>>> pathNames = new ArrayList<>();

  private final int[] pathIndexes = new int[AbiType.MAX_DEPTH + 1];
  private int depth;

  ValueEncoder(AbiWriter writer) {
    this.writer = writer;
  }

  /** All heads, then what is dynamic, with offsets that count from the first head. */
  void components(List<AbiType> types, List<Optional<String>> names, List<AbiValue> values) {
    if (types.size() != values.size()) {
      throw new IllegalArgumentException(
          "abi: " + path() + "found " + values.size() + " values, must be " + types.size());
    }
    int start = writer.size();
    int[] offsets = new int[types.size()];
    for (int i = 0; i < offsets.length; i++) {
      if (types.get(i).isDynamic()) {
        offsets[i] = writer.reserve();
      } else {
        component(types.get(i), names, values.get(i), i);
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      if (types.get(i).isDynamic()) {
        writer.patch(offsets[i], writer.size() - start);
        component(types.get(i), names, values.get(i), i);
      }
    }
  }

  private void component(AbiType type, List<Optional<String>> names, AbiValue value, int index) {
    pathNames.add(names);
    pathIndexes[depth] = index;
    depth++;
    if (!type.fold(new Writing(value))) {
      throw new IllegalArgumentException(
          "abi: " + path() + shown(value) + " is no " + type.canonical());
    }
    depth--;
    pathNames.remove(depth);
  }

  /** Such as {@code to.route[3]: }, nothing for the whole. */
  private String path() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      String index = "[" + pathIndexes[i] + "]";
      String dot = path.length() == 0 ? "" : ".";
      List<Optional<String>> names = pathNames.get(i);
      Optional<String> name = names.isEmpty() ? Optional.empty() : names.get(pathIndexes[i]);
      path.append(name.map(known -> dot + known).orElse(index));
    }
    return path.length() == 0 ? "" : path.append(": ").toString();
  }

  private static String shown(AbiValue value) {
    String text = value.toString();
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  /** Writes one value, or gives false if it does not fit the type. */
  private final class Writing implements AbiTypeCases<Boolean> {
    private final AbiValue value;

    Writing(AbiValue value) {
      this.value = value;
    }

    @Override
    public Boolean uint(AbiType.UInt type) {
      return value instanceof AbiValue.Number number
          && number.value().bitLength() <= type.bits()
          && word(number.value());
    }

    @Override
    public Boolean integer(AbiType.Int type) {
      return value instanceof AbiValue.Number number
          && SignedWord.fits(number.value(), type.bits())
          && word(number.value());
    }

    @Override
    public Boolean bool(AbiType.Bool type) {
      return value instanceof AbiValue.Bool bool && word(bool.value() ? UInt256.ONE : UInt256.ZERO);
    }

    @Override
    public Boolean address(AbiType.Address type) {
      return value instanceof AbiValue.Addr address && word(address.value().toUInt256());
    }

    @Override
    public Boolean fixedBytes(AbiType.FixedBytes type) {
      if (!(value instanceof AbiValue.FixedBytes bytes) || bytes.value().size() != type.size()) {
        return false;
      }
      writer.padded(bytes.value());
      return true;
    }

    @Override
    public Boolean byteString(AbiType.ByteString type) {
      return value instanceof AbiValue.ByteString bytes && bytes(bytes.value());
    }

    @Override
    public Boolean text(AbiType.Text type) {
      return value instanceof AbiValue.Text text && bytes(text.utf8());
    }

    @Override
    public Boolean array(AbiType.Array type) {
      if (!(value instanceof AbiValue.Array array)) {
        return false;
      }
      writer.number(array.values().size());
      return elements(type.element(), array.values());
    }

    @Override
    public Boolean fixedArray(AbiType.FixedArray type) {
      return value instanceof AbiValue.Array array
          && array.values().size() == type.length()
          && elements(type.element(), array.values());
    }

    @Override
    public Boolean tuple(AbiType.Tuple type) {
      if (!(value instanceof AbiValue.Tuple tuple)) {
        return false;
      }
      components(type.components(), type.names(), tuple.values());
      return true;
    }

    private boolean elements(AbiType element, List<AbiValue> values) {
      components(Collections.nCopies(values.size(), element), List.of(), values);
      return true;
    }

    private boolean bytes(Bytes bytes) {
      writer.bytes(bytes);
      return true;
    }

    private boolean word(UInt256 number) {
      writer.word(number);
      return true;
    }
  }
}
