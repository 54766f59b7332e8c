// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatelessHandlerTest {
  static class Good {
    static int counted;
    final String name = "fixed";
  }

  record AlsoGood(String name) {}

  static class Bad extends Good {
    final int first = 1;
    int balance;
  }

  static class Inherits extends Bad {}

  static class Private extends Good {
    @SuppressWarnings("unused")
    private transient volatile Object cache;
  }

  static Stream<Class<?>> good() {
    Supplier<String> lambda = Good.class::getName;
    return Stream.of(Good.class, AlsoGood.class, Object.class, Runnable.class, lambda.getClass());
  }

  @ParameterizedTest
  @MethodSource("good")
  void finalAndStaticFieldsAreAllowed(Class<?> type) {
    assertThatCode(() -> StatelessHandler.require(type)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aFieldThatCanBeWrittenIsNamed(Class<?> type, Class<?> owner, String field) {
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> StatelessHandler.require(type))
        .withMessageStartingWith(owner.getName() + ": field \"" + field + "\" is not final.")
        .withMessageContaining("Keep state in storage()");
  }

  static Stream<Object[]> bad() {
    return Stream.of(
        new Object[] {Bad.class, Bad.class, "balance"},
        new Object[] {Inherits.class, Bad.class, "balance"},
        new Object[] {Private.class, Private.class, "cache"});
  }

  @Test
  void anInnerClassMayHoldItsOuterOne() {
    class Inner {
      String of() {
        return StatelessHandlerTest.this.toString();
      }
    }
    assertThatCode(() -> StatelessHandler.require(new Inner().getClass()))
        .doesNotThrowAnyException();
    assertThatCode(() -> new Inner().of()).doesNotThrowAnyException();
  }
}
