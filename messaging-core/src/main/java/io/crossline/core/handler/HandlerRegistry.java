// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handler types that are there to be deployed. Providers are registered by hand or found by
 * {@link ServiceLoader}; where both offer a type of the same name, the one registered by hand
 * counts. What is found is taken in the order of the providers' ids, not of the class path. A found
 * provider that cannot be used is listed under {@link #problems()} and does not take the others
 * down.
 *
 * <p>Not thread-safe. Closing the registry closes its providers.
 */
public final class HandlerRegistry implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HandlerRegistry.class);

  /** A loader that fails so often in a row does not get on any more. */
  private static final int MAX_FAILURES_IN_A_ROW = 100;

  private final Map<String, MessageHandlerProvider> providers = new TreeMap<>();
  private final Map<String, List<Offer>> offers = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private record Offer(FoundProvider from, HandlerType type, boolean byHand) {}

  /** Creates an empty registry. */
  public HandlerRegistry() {}

  /**
   * Adds a provider.
   *
   * @param provider the provider
   * @param config its configuration
   * @return this registry
   * @throws HandlerException if its id is taken or malformed, its api version is another one, it
   *     fails to start, or it offers two types of one name; it is not added then
   */
  public HandlerRegistry register(MessageHandlerProvider provider, PluginConfig config) {
    add(FoundProvider.of(provider), config, true);
    return this;
  }

  /**
   * Finds providers by {@link ServiceLoader} and adds them in the order of their ids. One whose
   * class is registered already is passed over.
   *
   * @param loader where to look
   * @return this registry
   */
  public HandlerRegistry discover(ServiceLoader<MessageHandlerProvider> loader) {
    add(find(loader), Map.of());
    return this;
  }

  /**
   * Finds providers in several sources and adds them in the order of their ids, whatever the order
   * of the sources. A source without a provider is a problem.
   *
   * @param sources where to look
   * @param configs the configuration of each provider that has one, by its id
   * @return this registry
   */
  public HandlerRegistry discover(List<ProviderSource> sources, Map<String, PluginConfig> configs) {
    List<FoundProvider> found = new ArrayList<>();
    for (ProviderSource source : sources) {
      int problemsBefore = problems.size();
      List<FoundProvider> some = find(source.providers());
      if (some.isEmpty() && problems.size() == problemsBefore) {
        report(
            source.name()
                + ": brings no provider. Name its class in META-INF/services/"
                + MessageHandlerProvider.class.getName()
                + ".");
      }
      found.addAll(some);
    }
    add(found, configs);
    return this;
  }

  private List<FoundProvider> find(ServiceLoader<MessageHandlerProvider> loader) {
    List<FoundProvider> found = new ArrayList<>();
    Iterator<MessageHandlerProvider> iterator = loader.iterator();
    int failures = 0;
    boolean more = true;
    while (more && failures < MAX_FAILURES_IN_A_ROW) {
      try {
        more = iterator.hasNext();
        if (more) {
          found.add(FoundProvider.of(iterator.next()));
        }
        failures = 0;
      } catch (RuntimeException | Error broken) {
        failures++;
        problem(broken);
      }
    }
    return found;
  }

  private void add(List<FoundProvider> found, Map<String, PluginConfig> configs) {
    found.sort(Comparator.comparing(FoundProvider::id).thenComparing(FoundProvider::className));
    for (FoundProvider candidate : found) {
      MessageHandlerProvider known = providers.get(candidate.id());
      if (known != null && known.getClass() == candidate.provider().getClass()) {
        continue;
      }
      try {
        add(candidate, configs.getOrDefault(candidate.id(), PluginConfig.EMPTY), false);
      } catch (HandlerException broken) {
        problem(broken);
      }
    }
  }

  private void problem(Throwable broken) {
    Throwable cause = broken instanceof HandlerException ? null : broken.getCause();
    String line =
        (isOurs(broken) ? broken.getMessage() : broken.toString())
            + (cause == null ? "" : ": " + cause);
    report(line);
  }

  private static boolean isOurs(Throwable broken) {
    return broken instanceof HandlerException || broken instanceof ServiceConfigurationError;
  }

  /**
   * Takes note of something that was found and cannot be used.
   *
   * @param problem a line that says what and why
   */
  public void report(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
      LOG.warn("{}", problem);
    }
  }

  private void add(FoundProvider found, PluginConfig config, boolean byHand) {
    MessageHandlerProvider provider = found.provider();
    try {
      found.requireApiVersion();
      MessageHandlerProvider other = providers.get(found.id());
      if (other != null) {
        throw new HandlerException(
            "Two providers have the id "
                + found.id()
                + ": "
                + new FoundProvider(found.id(), other).described()
                + " and "
                + found.described()
                + ". Remove one of them.");
      }
      provider.start(config);
    } catch (RuntimeException | Error broken) {
      throw found.unusable(broken);
    }
    List<HandlerType> types;
    try {
      types = List.copyOf(provider.handlerTypes());
      found.requireNames(types);
    } catch (RuntimeException | Error broken) {
      HandlerException unusable = found.unusable(broken);
      closeAfter(unusable, provider);
      throw unusable;
    }
    providers.put(found.id(), provider);
    LOG.info("provider {} started, offers {}", found.described(), names(types));
    for (HandlerType type : types) {
      offers
          .computeIfAbsent(type.name(), name -> new ArrayList<>())
          .add(new Offer(found, type, byHand));
    }
  }

  private static List<String> names(List<HandlerType> types) {
    return types.stream().map(type -> type.system() + "/" + type.name()).toList();
  }

  /**
   * Makes a handler of a type that some provider offers.
   *
   * @param system the messaging system, as {@link HandlerType} names them
   * @param name the name of the type, or the provider's id, a slash, and the name
   * @return a new handler
   * @throws HandlerException if no provider offers it, more than one does, or it cannot be made
   */
  public Object create(String system, String name) {
    int slash = name.indexOf('/');
    String typeName = name.substring(slash + 1);
    List<Offer> matching =
        offers.getOrDefault(typeName, List.of()).stream()
            .filter(offer -> offer.type.system().equals(system))
            .filter(offer -> slash < 0 || offer.from.id().equals(name.substring(0, slash)))
            .toList();
    if (matching.isEmpty()) {
      throw notOffered(system, name);
    }
    List<Offer> byHand = matching.stream().filter(Offer::byHand).toList();
    List<Offer> counting = byHand.isEmpty() ? matching : byHand;
    if (counting.size() > 1) {
      throw ambiguous(system, name, counting);
    }
    Offer offer = counting.get(0);
    try {
      return offer.type.factory().get();
    } catch (RuntimeException | Error broken) {
      throw new HandlerException(
          offer.from.described() + ": could not make a \"" + typeName + "\": " + broken, broken);
    }
  }

  private HandlerException notOffered(String system, String name) {
    return new HandlerException(
        "No provider offers the "
            + system
            + " handler \""
            + name
            + "\". Offered: "
            + offered(system)
            + (problems.isEmpty() ? "" : ". Not usable: " + String.join("; ", problems)));
  }

  private static HandlerException ambiguous(String system, String name, List<Offer> matching) {
    return new HandlerException(
        "More than one provider offers the "
            + system
            + " handler \""
            + name
            + "\": "
            + String.join(", ", matching.stream().map(o -> o.from.described()).toList())
            + ". Write the provider's id before it, as in "
            + matching.get(0).from.id()
            + "/"
            + name
            + ".");
  }

  /**
   * The providers that can be used.
   *
   * @return all of them, ordered by id
   */
  public List<MessageHandlerProvider> providers() {
    return List.copyOf(providers.values());
  }

  /**
   * What was found and cannot be used.
   *
   * @return a line for each
   */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Closes all providers, also where one of them fails to close.
   *
   * @throws HandlerException if providers failed to close; what they threw is suppressed in it
   */
  @Override
  public void close() {
    HandlerException failed =
        new HandlerException("Not all providers of handlers could be closed.");
    providers.values().forEach(provider -> closeAfter(failed, provider));
    LOG.info("providers closed: {}", providers.keySet());
    providers.clear();
    offers.clear();
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private static void closeAfter(HandlerException failure, MessageHandlerProvider provider) {
    try {
      provider.close();
    } catch (RuntimeException | Error broken) {
      failure.addSuppressed(broken);
    }
  }

  private String offered(String system) {
    List<String> names =
        offers.values().stream()
            .flatMap(List::stream)
            .filter(offer -> offer.type.system().equals(system))
            .map(offer -> offer.from.id() + "/" + offer.type.name())
            .toList();
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
