// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.ipc.network.IpcNetwork;
import io.crossline.starknet.network.StarknetNetwork;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * What {@link CrosslineTest} does: makes networks for parameters, and prints their timelines when a
 * test fails. Registered without the annotation it does the same with its defaults.
 *
 * <p>Thread-safe: what it makes for a test is in JUnit's store of that test.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public final class CrosslineExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(CrosslineExtension.class);
  private static final String KEY = "fixtures";
  private static final Set<Class<?>> TYPES =
      Set.of(StarknetNetwork.class, IpcNetwork.class, Random.class);

  /** Creates the extension; JUnit does that. */
  public CrosslineExtension() {}

  /** A network that a constructor takes belongs to the test that the instance is made for. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType());
  }

  /**
   * Gives a test what it asks for.
   *
   * @throws ParameterResolutionException if it is not for one test, as in {@code @BeforeAll}
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "a "
              + type.getSimpleName()
              + " belongs to one test: take it in the test or in @BeforeEach, not for the whole"
              + " class");
    }
    TestFixtures fixtures = fixtures(context);
    if (type == Random.class) {
      return fixtures.random();
    }
    if (type == StarknetNetwork.class) {
      return fixtures.starknet();
    }
    List<String> subnets =
        parameter.findAnnotation(Subnets.class).map(Subnets::value).map(List::of).orElse(List.of());
    return fixtures.ipc(subnets);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestFixtures fixtures = context.getStore(NAMESPACE).get(KEY, TestFixtures.class);
    if (fixtures != null) {
      context
          .getExecutionException()
          .filter(thrown -> !(thrown instanceof TestAbortedException))
          .ifPresent(thrown -> System.err.println(FailureReport.of(context, fixtures)));
    }
  }

  private static TestFixtures fixtures(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            KEY, key -> new TestFixtures(TestSettings.of(context)), TestFixtures.class);
  }
}
