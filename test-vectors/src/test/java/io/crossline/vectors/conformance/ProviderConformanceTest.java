// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.MessageHandlerProvider;
import io.crossline.messaging.spi.PluginConfig;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Providers that break one rule each fail exactly its test. */
class ProviderConformanceTest {
  /** Offers one contract of IPC. Not declared anywhere: so P2 fails for all but one. */
  public static class Right implements MessageHandlerProvider {
    @Override
    public String id() {
      return "right";
    }

    @Override
    public int apiVersion() {
      return API_VERSION;
    }

    @Override
    public List<HandlerType> handlerTypes() {
      return List.of(new HandlerType(HandlerType.IPC, "echo", Echo::new));
    }
  }

  /** Gives back what it is sent. */
  static final class Echo implements IpcHandler {
    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      return envelope.message();
    }
  }

  private static final String NOT_DECLARED = "p2IsFoundByServiceLoader()";

  static class RightChecked extends MessageHandlerProviderConformance {
    @Override
    protected MessageHandlerProvider provider() {
      return new Right();
    }
  }

  static final class Hidden extends Right {}

  static class HiddenChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return new Hidden();
    }
  }

  private static final AtomicInteger COUNT = new AtomicInteger();

  static class ChangingIdChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return new Right() {
        @Override
        public String id() {
          return "right" + COUNT.incrementAndGet();
        }
      };
    }
  }

  static class OldChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return new Right() {
        @Override
        public int apiVersion() {
          return 0;
        }
      };
    }
  }

  static class FailsToStartChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return new Right() {
        @Override
        public void start(PluginConfig config) {
          throw new IllegalStateException("no");
        }
      };
    }
  }

  private static MessageHandlerProvider offering(HandlerType... types) {
    return new Right() {
      @Override
      public List<HandlerType> handlerTypes() {
        return List.of(types);
      }
    };
  }

  static class NothingChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return offering();
    }
  }

  static class OneForAllChecked extends RightChecked {
    private static final Echo ONE = new Echo();

    @Override
    protected MessageHandlerProvider provider() {
      return offering(new HandlerType(HandlerType.IPC, "echo", () -> ONE));
    }
  }

  static final class WithField implements IpcHandler {
    private int calls;

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      calls++;
      return Bytes.of((byte) calls);
    }
  }

  static class StateInAFieldChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return offering(new HandlerType(HandlerType.IPC, "counting", WithField::new));
    }
  }

  static final class WithStatic implements IpcHandler {
    private static int calls;

    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      calls++;
      return Bytes.of((byte) calls);
    }
  }

  static class SharedStateChecked extends RightChecked {
    @Override
    protected MessageHandlerProvider provider() {
      return offering(new HandlerType(HandlerType.IPC, "counting", WithStatic::new));
    }
  }

  private static List<String> failures(Class<?> type) {
    List<String> failed = ConformanceClassesTest.failures(type);
    failed.remove(NOT_DECLARED);
    // Anonymous classes are not public, which is not what these tests are about.
    if (type != HiddenChecked.class) {
      failed.remove("p1HasAPublicConstructorWithoutArguments()");
    }
    return failed;
  }

  @Test
  void theRightOneFailsOnlyWhereItIsNotDeclared() {
    assertThat(ConformanceClassesTest.failures(RightChecked.class)).containsExactly(NOT_DECLARED);
  }

  @Test
  void eachWrongOneFailsTheTestOfItsRule() {
    assertThat(failures(HiddenChecked.class))
        .containsExactly("p1HasAPublicConstructorWithoutArguments()");
    assertThat(failures(ChangingIdChecked.class)).containsExactly("p3HasAnIdThatStays()");
    assertThat(failures(OldChecked.class)).contains("p4IsOfThisApiVersion()");
    assertThat(failures(FailsToStartChecked.class)).contains("p5StartsAndCloses()");
    assertThat(failures(NothingChecked.class)).containsExactly("p6OffersTheSameTypesEachTime()");
    assertThat(failures(OneForAllChecked.class)).containsExactly("p7MakesANewHandlerEachTime()");
    assertThat(failures(StateInAFieldChecked.class))
        .containsExactly("p8EveryHandlerCanBeDeployed()");
    assertThat(failures(SharedStateChecked.class)).containsExactly("p9HandlersShareNoState()");
  }
}
