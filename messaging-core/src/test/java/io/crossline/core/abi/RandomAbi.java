// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Types and values of all kinds, from one seed. */
final class RandomAbi {
  private static final int[] CODE_POINTS = {'a', ' ', '"', 0xe9, 0x20ac, 0x1f600, 0};

  private final Random random;

  RandomAbi(long seed) {
    this.random = new Random(seed);
  }

  AbiType.Tuple parameters() {
    return AbiType.parameters(tuple(3, 0));
  }

  private String tuple(int depth, int atLeast) {
    List<String> components = new ArrayList<>();
    int size = atLeast + random.nextInt(5);
    for (int i = 0; i < size; i++) {
      components.add(type(depth - 1));
    }
    return "(" + String.join(",", components) + ")";
  }

  private String type(int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 7);
    switch (kind) {
      case 0:
        return "uint" + 8 * (1 + random.nextInt(32));
      case 1:
        return "int" + 8 * (1 + random.nextInt(32));
      case 2:
        return "bool";
      case 3:
        return "address";
      case 4:
        return "bytes" + (1 + random.nextInt(32));
      case 5:
        return "bytes";
      case 6:
        return "string";
      case 7:
        return type(depth - 1) + "[]";
      case 8:
        return type(depth - 1) + "[" + (1 + random.nextInt(3)) + "]";
      default:
        return tuple(depth - 1, 1);
    }
  }

  AbiValue.Tuple value(AbiType.Tuple type) {
    return (AbiValue.Tuple) type.fold(new Values());
  }

  private byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private final class Values implements AbiTypeCases<AbiValue> {
    @Override
    public AbiValue uint(AbiType.UInt type) {
      return AbiValue.number(UInt256.of(new BigInteger(random.nextInt(type.bits() + 1), random)));
    }

    @Override
    public AbiValue integer(AbiType.Int type) {
      UInt256 magnitude = UInt256.of(new BigInteger(random.nextInt(type.bits()), random));
      return AbiValue.number(random.nextBoolean() ? magnitude : UInt256.MAX.minus(magnitude));
    }

    @Override
    public AbiValue bool(AbiType.Bool type) {
      return AbiValue.bool(random.nextBoolean());
    }

    @Override
    public AbiValue address(AbiType.Address type) {
      return AbiValue.address(EthAddress.of(Bytes.of(bytes(20))));
    }

    @Override
    public AbiValue fixedBytes(AbiType.FixedBytes type) {
      return AbiValue.fixed(Bytes.of(bytes(type.size())));
    }

    @Override
    public AbiValue byteString(AbiType.ByteString type) {
      return AbiValue.bytes(Bytes.of(bytes(random.nextInt(80))));
    }

    @Override
    public AbiValue text(AbiType.Text type) {
      StringBuilder text = new StringBuilder();
      int size = random.nextInt(40);
      for (int i = 0; i < size; i++) {
        text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
      }
      return AbiValue.text(text.toString());
    }

    @Override
    public AbiValue array(AbiType.Array type) {
      return AbiValue.array(repeat(random.nextInt(4), () -> type.element().fold(this)));
    }

    @Override
    public AbiValue fixedArray(AbiType.FixedArray type) {
      return AbiValue.array(repeat(type.length(), () -> type.element().fold(this)));
    }

    @Override
    public AbiValue tuple(AbiType.Tuple type) {
      return AbiValue.tuple(
          type.components().stream().map(component -> component.fold(this)).toList());
    }

    private List<AbiValue> repeat(int times, Supplier<AbiValue> value) {
      List<AbiValue> values = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        values.add(value.get());
      }
      return values;
    }
  }
}
