// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.starknet.network.StarknetNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * What {@link CrosslineTest} does: makes networks for parameters, and prints their timelines when a
 * test fails.
 */
@SuppressWarnings("exports") // JUnit is required statically, see module-info
public final class CrosslineExtension implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace NAMESPACE = Namespace.create(CrosslineExtension.class);
  private static final long ROOT_ID = 314;

  /** Creates the extension; JUnit does that. */
  public CrosslineExtension() {}

  /** The timelines of the networks of one test. */
  private static final class Timelines {
    private final List<Timeline> all = new ArrayList<>();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == StarknetNetwork.class || type == IpcNetwork.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    List<Timeline> timelines = timelines(context).all;
    if (parameter.getParameter().getType() == StarknetNetwork.class) {
      StarknetNetwork network = StarknetNetwork.create();
      timelines.add(network.timeline());
      return network;
    }
    IpcNetworkBuilder builder = IpcNetwork.root(ROOT_ID);
    parameter
        .findAnnotation(Subnets.class)
        .ifPresent(subnets -> List.of(subnets.value()).forEach(builder::subnet));
    IpcNetwork network = builder.start();
    timelines.add(network.timeline());
    return network;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      timelines(context).all.forEach(timeline -> System.err.println(describe(context, timeline)));
    }
  }

  private static Timelines timelines(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Timelines.class, key -> new Timelines(), Timelines.class);
  }

  private static String describe(ExtensionContext context, Timeline timeline) {
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "#"
            + context.getRequiredTestMethod().getName();
    String lines =
        timeline.entries().stream()
            .map(CrosslineExtension::line)
            .collect(Collectors.joining(System.lineSeparator()));
    return String.join(
        System.lineSeparator(), "timeline of " + test, lines, "rerun: mvn test -Dtest=" + test);
  }

  private static String line(TimelineEntry entry) {
    String changes =
        entry.changes().stream()
            .map(change -> change.message() + " " + change.status())
            .collect(Collectors.joining("  "));
    return String.join(
        "  ", entry.time().toString(), entry.chain() + " #" + entry.block(), entry.what(), changes);
  }
}
