// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.handler.HandlerException;
import io.crossline.core.typed.AbiCarrier;
import io.crossline.core.typed.SolidityText;
import io.crossline.ipc.ReturnedData;
import io.crossline.ipc.gateway.GatewayRules;
import io.crossline.messaging.Bytes;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a method may return. A gateway keeps 128 bytes of return data (trap 3). What a handler
 * returns stands there as {@code bytes}, whose head takes 64.
 */
final class ReturnType {
  /** What a gateway keeps of return data, in bytes. */
  static final int KEPT = GatewayRules.CE27BC4A.maxReturnBytes();

  /** The offset and the length before {@code bytes}. */
  static final int HEAD = 64;

  private ReturnType() {}

  /** How values of the type are returned; null for {@code void} and {@code Void}. */
  static @Nullable AbiCarrier of(Type type, String where) {
    if (type == void.class || type == Void.class) {
      return null;
    }
    AbiType abi = AbiType.parse(SolidityText.of(type, where + ": return type"));
    if (abi.isDynamic() || abi.headSize() > KEPT - HEAD) {
      throw new HandlerException(
          where
              + ": returns "
              + abi.canonical()
              + (abi.isDynamic()
                  ? ", which is of variable length"
                  : " of " + abi.headSize() + " bytes")
              + ". A gateway keeps "
              + KEPT
              + " bytes of return data, and "
              + HEAD
              + " of them are the head of bytes, so a return type may have "
              + (KEPT - HEAD)
              + ". Return one or two words, and send what is larger with a call of its own.");
    }
    return AbiCarrier.of(type, abi, where + ": return type", HandlerAccess::open);
  }

  static Bytes encode(AbiCarrier carrier, @Nullable Object value) {
    return AbiCoder.encode(tuple(carrier), AbiValue.tuple(carrier.encode(value)));
  }

  static Object decode(AbiCarrier carrier, Bytes returned) {
    return carrier.decode(AbiCoder.decode(tuple(carrier), returned).get(0));
  }

  /** The ABI type, empty for nothing. */
  static String text(@Nullable AbiCarrier carrier) {
    return carrier == null ? "" : carrier.type().canonical();
  }

  /** Why returned data are no value of the type. */
  static String problem(AbiCarrier carrier, ReturnedData returned, @Nullable String decoder) {
    String what = "what came back is no " + carrier.type().canonical();
    return returned.isCut()
        ? what
            + ": the receiver returned "
            + returned.length().orElseThrow()
            + " bytes, of which the gateway kept the first "
            + returned.content().size()
        : what + ": " + decoder;
  }

  private static AbiType.Tuple tuple(AbiCarrier carrier) {
    return AbiType.parameters("(" + carrier.type().canonical() + ")");
  }
}
