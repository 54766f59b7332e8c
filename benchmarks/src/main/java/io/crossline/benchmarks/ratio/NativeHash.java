// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.starknet.Felt;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigInteger;

/**
 * A hash of two felts of starknet-jvm, if that is on the class path and its native library is there
 * for this platform. Nothing is compiled against it: it is in Kotlin, and only measured.
 */
final class NativeHash {
  private static final String FELT = "com.swmansion.starknet.data.types.Felt";
  private static final String CRYPTO = "com.swmansion.starknet.crypto.";
  private static final MethodType FELT_TYPE = MethodType.methodType(Object.class, Object.class);
  private static final MethodType HASH_TYPE =
      MethodType.methodType(Object.class, Object.class, Object.class);

  private final MethodHandle newFelt;
  private final MethodHandle method;

  NativeHash(String owner, String name) throws NotMeasuredException {
    try {
      Class<?> felt = Class.forName(FELT);
      Class<?> hashing = Class.forName(CRYPTO + owner);
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      newFelt =
          lookup
              .findConstructor(felt, MethodType.methodType(void.class, BigInteger.class))
              .asType(FELT_TYPE);
      method =
          lookup
              .findStatic(hashing, name, MethodType.methodType(felt, felt, felt))
              .asType(HASH_TYPE);
    } catch (ReflectiveOperationException | LinkageError e) {
      // A native library that is not there for this platform shows as a LinkageError, too.
      throw new NotMeasuredException("starknet-jvm does not run here (" + e + ")");
    }
  }

  /** A felt of starknet-jvm. */
  Object felt(Felt felt) {
    try {
      return (Object) newFelt.invokeExact((Object) felt.toBigInteger());
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The hash of two of them. */
  Object hash(Object left, Object right) {
    try {
      return (Object) method.invokeExact(left, right);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("starknet-jvm does not do what it should", e);
  }
}
