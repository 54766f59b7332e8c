// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.handler.HandlerException;
import io.crossline.core.handler.HandlerRegistry;
import io.crossline.core.handler.HandlerSource;
import io.crossline.core.json.JsonWriter;
import io.crossline.core.plugin.PluginFolder;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crossline plugins}: lists what a folder of plugins brings. */
@Command(
    name = "plugins",
    description = {
      "Lists what the plugins in a folder bring, and checks what run will need of them.",
      "",
      "Prints each provider, the api version it was written for, where it comes from,",
      "and the handlers it offers. Each handler is made and deployed, and classes that a",
      "plugin needs and that are nowhere are named.",
      "",
      "A jar in the folder is a plugin; so is a folder in it with jars, a plugin and",
      "its libraries. ID.properties configures the provider of that id.",
      ""
    },
    exitCodeList = {
      " 0:every plugin can be used",
      " 1:one of them cannot",
      " 2:the folder is not there"
    },
    footer = {
      "  crossline plugins plugins/",
      "  crossline run my-scenario.json --plugins plugins/"
    })
final class PluginsCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder.")
  private Path folder;

  @Option(names = "--json", description = "Print one JSON document instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  PluginsCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter errors = spec.commandLine().getErr();
    try (PluginFolder plugins = PluginFolder.open(folder);
        HandlerRegistry registry = new HandlerRegistry()) {
      plugins.loadInto(registry);
      List<String> problems = new ArrayList<>(registry.problems());
      registry.providers().forEach(provider -> problems.addAll(PluginCheck.problems(provider)));
      if (json) {
        out.println(JsonWriter.write(fields(registry.providers(), problems)));
      } else {
        registry.providers().forEach(provider -> print(provider, out));
        problems.forEach(problem -> errors.println("not usable: " + problem));
        int count = registry.providers().size();
        out.println(
            (count == 1 ? "1 provider" : count + " providers")
                + (problems.isEmpty() ? "" : " · " + problems.size() + " not usable"));
      }
      return problems.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    } catch (NoSuchFileException absent) {
      errors.println(folder + ": there is no such folder");
    } catch (NotDirectoryException notFolder) {
      errors.println(folder + ": is not a folder");
    } catch (HandlerException unclosed) {
      errors.println(unclosed.getMessage());
      return ExitCode.SOFTWARE;
    } catch (IOException unreadable) {
      errors.println(folder + ": cannot be read: " + unreadable.getMessage());
    } finally {
      out.flush();
      errors.flush();
    }
    return Main.INVALID;
  }

  private static Map<String, Object> fields(
      List<MessageHandlerProvider> providers, List<String> problems) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (MessageHandlerProvider provider : providers) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("id", provider.id());
      fields.put("apiVersion", provider.apiVersion());
      fields.put("source", HandlerSource.of(provider.getClass()).orElse(""));
      fields.put(
          "handlers",
          provider.handlerTypes().stream()
              .map(type -> Map.of("system", type.system(), "name", type.name()))
              .toList());
      all.add(fields);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("providers", all);
    document.put("problems", problems);
    return document;
  }

  private void print(MessageHandlerProvider provider, PrintWriter out) {
    out.printf(
        "%s  api %d  %s%n",
        provider.id(), provider.apiVersion(), HandlerSource.of(provider.getClass()).orElse(""));
    for (HandlerType type : provider.handlerTypes()) {
      out.printf("  %-12s %s%n", type.system(), type.name());
    }
  }
}
