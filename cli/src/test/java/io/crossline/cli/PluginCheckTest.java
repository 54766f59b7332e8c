// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.cli.demo.DemoHandlers;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PluginCheckTest {
  private record Provider(String system, Supplier<?> factory) implements MessageHandlerProvider {
    @Override
    public String id() {
      return "test";
    }

    @Override
    public int apiVersion() {
      return API_VERSION;
    }

    @Override
    public List<HandlerType> handlerTypes() {
      return List.of(new HandlerType(system, "it", factory));
    }
  }

  /** Has an entry point whose signature no message fits. */
  static final class WithoutSender {
    @L1Handler(from = "bridge")
    public void deposit(L2Context context) {}
  }

  private static List<String> problems(String system, Supplier<?> factory) {
    return PluginCheck.problems(new Provider(system, factory));
  }

  @Test
  void theHandlersOfTheDemoCanBeUsed() {
    assertThat(PluginCheck.problems(new DemoHandlers())).isEmpty();
  }

  @Test
  void aSystemThatIsNotThere() {
    assertThat(problems("solana", Object::new))
        .singleElement()
        .asString()
        .startsWith("test (")
        .contains("handler it: there is no system \"solana\", only starknet-l1");
  }

  @Test
  void aHandlerOfAnotherKind() {
    assertThat(problems(HandlerType.STARKNET_L1, Object::new).get(0))
        .contains("java.lang.Object is no io.crossline.core.chain.Contract");
    assertThat(problems(HandlerType.IPC, Object::new).get(0)).contains("is no ");
    assertThat(problems(HandlerType.STARKNET_L2, Object::new).get(0))
        .contains("no method is annotated with @L1Handler or @External");
    assertThat(problems(HandlerType.STARKNET_L2, WithoutSender::new).get(0)).contains("deposit");
    assertThat(problems(HandlerType.IPC, () -> null).get(0)).contains("its factory gives null");
  }

  /** What the plugin below needs. */
  static final class Needed {}

  /** Names {@link Needed} in a method that nobody calls, so that it is not missed until then. */
  static final class Needy implements Supplier<Object> {
    @Override
    public Object get() {
      return new Needed();
    }
  }

  /** Has the classes of this test, but for the one that is needed. */
  private static final class Lacking extends ClassLoader {
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.equals(Needed.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      if (!name.equals(Needy.class.getName())) {
        return super.loadClass(name, resolve);
      }
      try (InputStream in =
          PluginCheckTest.class.getResourceAsStream("PluginCheckTest$Needy.class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void aClassThatIsNowhereIsNamedBeforeItIsNeeded() throws ClassNotFoundException {
    assertThat(LinkCheck.missing(List.of(Needy.class))).isEmpty();
    Class<?> needy = new Lacking().loadClass(Needy.class.getName());
    assertThat(LinkCheck.missing(List.of(needy)))
        .containsExactly(Needed.class.getName() + ", which " + Needy.class.getName() + " needs");
  }

  @Test
  void anErrorOfAPluginIsALine() {
    assertThat(
            problems(
                HandlerType.IPC,
                () -> {
                  throw new NoClassDefFoundError("com/example/Missing");
                }))
        .singleElement()
        .asString()
        .contains("handler it: java.lang.NoClassDefFoundError: com/example/Missing");
    assertThat(
            problems(
                HandlerType.IPC,
                () -> {
                  throw new AssertionError("never");
                }))
        .singleElement()
        .asString()
        .contains("java.lang.AssertionError: never");
  }
}
