// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a JUnit 5 test class whose methods take networks as parameters. Each test gets a fresh one,
 * each repetition and each invocation of a parameterized test too; {@code @BeforeEach}, the test
 * and {@code @AfterEach} get the same one, and it is closed behind them. If the test fails, the
 * seed, the timeline of each network and the command that runs it again are printed.
 *
 * <pre>{@code
 * @CrosslineTest
 * class DepositTest {
 *   @Test
 *   void isSettled(StarknetNetwork net) { … }
 * }
 * }</pre>
 *
 * <p>A parameter can be a {@code StarknetNetwork}, an {@code IpcNetwork}, for which {@link Subnets}
 * says which networks it has, and a {@code java.util.Random}, which begins with the seed. It holds
 * for {@code @Nested} classes too.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CrosslineExtension.class)
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public @interface CrosslineTest {
  /** The name of the system property whose value takes the place of every {@link #seed}. */
  String SEED_PROPERTY = "crossline.seed";

  /** The seed where none is given: {@value}. */
  long DEFAULT_SEED = 42;

  /**
   * Where all chance in a test comes from: that of the faults, and that of {@code Random}
   * parameters. Repetitions of a {@code @RepeatedTest} count up from it; {@code
   * -Dcrossline.seed=42} takes its place.
   *
   * @return the seed
   */
  long seed() default DEFAULT_SEED;

  /**
   * What goes wrong by chance in the networks: the name of a {@link
   * io.crossline.core.fault.FaultProfile}. Faults at given points are added with {@code faults()}
   * of the network.
   *
   * @return {@code clean}, {@code light}, {@code rough} or {@code hostile}
   */
  String faults() default "clean";
}
