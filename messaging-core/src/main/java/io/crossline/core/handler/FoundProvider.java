// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A provider under its id, and what is asked of it before it is used. */
record FoundProvider(String id, MessageHandlerProvider provider) {
  private static final Pattern ID = Pattern.compile("[a-z0-9.-]+");

  static FoundProvider of(MessageHandlerProvider provider) {
    String name = provider.getClass().getName();
    String id;
    boolean wellFormed;
    try {
      id = provider.id();
      wellFormed = ID.matcher(id).matches();
    } catch (RuntimeException | LinkageError broken) {
      throw new HandlerException(name + ": does not tell its id: " + broken, broken);
    }
    if (!wellFormed) {
      throw new HandlerException(
          name
              + ": the id \""
              + id
              + "\" is not made of lower-case letters, digits, dots and hyphens. Change what id() returns.");
    }
    return new FoundProvider(id, provider);
  }

  String className() {
    return provider.getClass().getName();
  }

  String described() {
    return id + HandlerSource.of(provider.getClass()).map(source -> " (" + source + ")").orElse("");
  }

  HandlerException unusable(Throwable broken) {
    return broken instanceof HandlerException said
        ? said
        : new HandlerException(described() + ": cannot be used: " + broken, broken);
  }

  void requireApiVersion() {
    int version = provider.apiVersion();
    if (version != MessageHandlerProvider.API_VERSION) {
      throw new HandlerException(
          described()
              + ": written for api version "
              + version
              + ", this host has version "
              + MessageHandlerProvider.API_VERSION
              + ". Use a release of the plugin that was built for it.");
    }
  }

  void requireNames(List<HandlerType> types) {
    Set<String> names = new HashSet<>();
    for (HandlerType type : types) {
      if (type.name().isEmpty() || type.name().contains("/")) {
        throw new HandlerException(
            described()
                + ": a handler type is called \""
                + type.name()
                + "\". Give it a name without a slash.");
      }
      if (!names.add(type.system() + "/" + type.name())) {
        throw new HandlerException(
            described()
                + ": offers two "
                + type.system()
                + " handlers called \""
                + type.name()
                + "\". Give one of them another name.");
      }
    }
  }
}
