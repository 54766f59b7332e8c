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
 * Marks a JUnit 5 test class whose methods take networks as parameters. Each test gets a fresh one;
 * if it fails, the timeline of the network and the command that runs it again are printed.
 *
 * <pre>{@code
 * @CrosslineTest
 * class DepositTest {
 *   @Test
 *   void isSettled(StarknetNetwork net) { … }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CrosslineExtension.class)
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public @interface CrosslineTest {}
