// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.crossline.core.fault.FaultKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.sdk.IpcCall;
import io.crossline.ipc.sdk.IpcMethod;
import io.crossline.ipc.sdk.TypedExchange;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.network.StarknetNetwork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrosslineExtensionTest {
  private static final String ON_PURPOSE = "io.crossline.testkit.RunOnPurpose#isRunning";
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000e1");

  private static void send(StarknetNetwork net) {
    net.account("sender", SENDER, UInt256.ONE);
    OutcomeAssert.assertThat(
            net.core(SENDER).sendMessageToL2(Felt.ONE, "deposit", Payload.EMPTY, UInt256.ONE))
        .accepted();
  }

  @CrosslineTest
  @EnabledIf(ON_PURPOSE)
  static class Examples {
    @Test
    void passes(StarknetNetwork net, @Subnets({"games", "games/chess"}) IpcNetwork tree) {
      assertThat(net.timeline().size()).isZero();
      assertThat(tree.subnets()).hasSize(3);
      send(net);
    }

    @Test
    void fails(StarknetNetwork net) {
      assertThat(net.timeline().size()).isZero();
      send(net);
      OutcomeAssert.assertThat(net.core(SENDER).consumeMessageFromL2(Felt.ONE, Payload.EMPTY))
          .revertedWith("MADE_UP");
    }
  }

  @Test
  void everyTestGetsAFreshNetworkAndAFailedOnePrintsItsTimeline() {
    assertThat(RunOnPurpose.of(Examples.class).ended(1, 1).printed())
        .contains("Examples#fails failed with seed 42, faults clean\n")
        .contains("timeline of CrosslineExtensionTest$Examples#fails, Starknet:\n")
        .contains("  00:00:00 L1 #1 sender → ")
        .contains("[m1 SENT]\n")
        .contains("  00:00:00 L1 #2 sender is refused: INVALID_MESSAGE_TO_CONSUME\n")
        .endsWith(
            "\nrerun: mvn test -Dtest='CrosslineExtensionTest$Examples#fails'"
                + " -Dcrossline.seed=42\n")
        .doesNotContain("Examples#passes");
  }

  @CrosslineTest(seed = 7)
  @EnabledIf(ON_PURPOSE)
  static class Lifecycle {
    private static final List<Object> GIVEN = new ArrayList<>();

    private final StarknetNetwork ofConstructor;
    private StarknetNetwork ofBeforeEach;

    Lifecycle(StarknetNetwork net) {
      ofConstructor = net;
    }

    @BeforeEach
    void given(StarknetNetwork net, Random random) {
      assertThat(random.nextLong()).isEqualTo(new Random(7).nextLong());
      ofBeforeEach = net;
      send(net);
    }

    private void fresh(StarknetNetwork net) {
      assertThat(net).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
      assertThat(net.timeline().size()).isEqualTo(1);
      assertThat(GIVEN).doesNotContain(net);
      GIVEN.add(net);
    }

    @AfterEach
    void after(StarknetNetwork net) {
      assertThat(net).isSameAs(ofConstructor);
    }

    @Test
    void isTheSameEverywhereInATest(StarknetNetwork net) {
      fresh(net);
    }

    @RepeatedTest(2)
    void repeated(StarknetNetwork net) {
      fresh(net);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void parameterized(int number, StarknetNetwork net) {
      assertThat(number).isBetween(1, 2);
      fresh(net);
    }

    @Nested
    class Inside {
      @Test
      void nested(StarknetNetwork net) {
        fresh(net);
      }
    }
  }

  @Test
  void oneNetworkServesTheWholeOfEachTest() {
    Lifecycle.GIVEN.clear();
    // The second repetition has another seed, which given() does not expect.
    RunOnPurpose run = RunOnPurpose.of(Lifecycle.class).ended(5, 1);
    assertThat(Lifecycle.GIVEN).hasSize(5).doesNotHaveDuplicates();
    assertThat(run.printed())
        .contains("Lifecycle#repeated (repetition 2 of 2) failed with seed 8, faults clean\n")
        .contains("Lifecycle#repeated' -Dcrossline.seed=8\n");
  }

  @CrosslineTest(seed = 7)
  @EnabledIf(ON_PURPOSE)
  static class Seeds {
    private static final List<Long> DRAWN = new ArrayList<>();

    @RepeatedTest(3)
    void draws(Random random) {
      DRAWN.add(random.nextLong());
    }

    @Nested
    @CrosslineTest(seed = 70)
    class Inside {
      @Test
      void hasItsOwn(Random random) {
        DRAWN.add(random.nextLong());
      }

      @ParameterizedTest
      @ValueSource(ints = {1, 2})
      void failsOnTwo(int number, Random random) {
        assertThat(number).isEqualTo(1);
      }
    }
  }

  @Test
  void seedsCountUpInRepetitions() {
    Seeds.DRAWN.clear();
    RunOnPurpose run = RunOnPurpose.of(Seeds.class).ended(5, 1);
    assertThat(Seeds.DRAWN).containsExactly(first(7), first(8), first(9), first(70));
    assertThat(run.printed())
        .contains("Seeds$Inside#failsOnTwo ([2] number=2) failed with seed 70, faults clean\n")
        .contains("-Dtest='CrosslineExtensionTest$Seeds$Inside#failsOnTwo' -Dcrossline.seed=70\n");
  }

  @Test
  void theCommandLineOverridesEverySeed() {
    Seeds.DRAWN.clear();
    assertThat(RunOnPurpose.of(Seeds.class, "-5").ended(5, 1).printed())
        .contains("failed with seed -5")
        .contains(" -Dcrossline.seed=-5\n");
    assertThat(Seeds.DRAWN).containsExactly(first(-5), first(-4), first(-3), first(-5));
  }

  private static long first(long seed) {
    return new Random(seed).nextLong();
  }

  @Test
  void aSeedThatIsNoNumberIsRefused() {
    RunOnPurpose.of(Examples.class, "0x2a")
        .ended(0, 2)
        .tests()
        .failed()
        .assertEventsMatchExactly(
            finishedWithFailure(
                instanceOf(ParameterResolutionException.class),
                message(
                    text -> text.startsWith("crossline.seed: found \"0x2a\", must be a whole"))),
            finishedWithFailure(instanceOf(ParameterResolutionException.class)));
  }

  @CrosslineTest(faults = "hostile")
  @EnabledIf(ON_PURPOSE)
  static class UnderFaults {
    private static final List<String> TRACES = new ArrayList<>();

    @Test
    void starknet(StarknetNetwork net) {
      net.advance(Duration.ofHours(1));
      assertThat(net.faults().injected()).containsKey(FaultKind.REORG);
      TRACES.add(net.timeline().entries().toString());
    }

    @Test
    void ipc(@Subnets("games") IpcNetwork net) {
      net.advance(Duration.ofHours(1));
      assertThat(net.faults().injected()).containsKey(FaultKind.CRASH);
      TRACES.add(net.timeline().entries().toString());
    }
  }

  @Test
  void aProfileOfFaultsServesBothNetworks() {
    UnderFaults.TRACES.clear();
    RunOnPurpose.of(UnderFaults.class).ended(2, 0);
    RunOnPurpose.of(UnderFaults.class).ended(2, 0);
    assertThat(UnderFaults.TRACES.subList(2, 4)).isEqualTo(UnderFaults.TRACES.subList(0, 2));
    RunOnPurpose.of(UnderFaults.class, "43").ended(2, 0);
    assertThat(UnderFaults.TRACES.get(4)).isNotEqualTo(UnderFaults.TRACES.get(0));
    assertThat(UnderFaults.TRACES.get(5)).isNotEqualTo(UnderFaults.TRACES.get(1));
  }

  @CrosslineTest(faults = "lihgt")
  @EnabledIf(ON_PURPOSE)
  static class Misspelt {
    @Test
    void cannotRun(StarknetNetwork net) {
      send(net);
    }
  }

  @Test
  void aProfileThatIsNoneIsRefused() {
    RunOnPurpose.of(Misspelt.class)
        .tests()
        .failed()
        .assertEventsMatchExactly(
            finishedWithFailure(
                instanceOf(ParameterResolutionException.class),
                message(
                    "@CrosslineTest: there is no fault profile \"lihgt\"."
                        + " Known: clean, hostile, light, rough")));
  }

  interface Counter {
    @IpcMethod
    UInt64 increment(UInt64 by);
  }

  static final class Player extends TypedExchange {
    IpcCall<UInt64> play(IpcAddress counter) {
      return remote(Counter.class, counter).call(c -> c.increment(UInt64.of(2)));
    }
  }

  @CrosslineTest
  @EnabledIf(ON_PURPOSE)
  static class Closing {
    private static CompletableFuture<?> open = new CompletableFuture<>();

    @Test
    void leavesACallUnanswered(@Subnets("games") IpcNetwork net) {
      var player = net.root().deploy("player", new Player());
      var games = net.at("games").deploy("games", new Player());
      open = net.future(player.transact(p -> p.play(games.address())).orThrow());
      assertThat(open).isNotDone();
    }
  }

  @Test
  void networksAreClosedBehindATest() {
    RunOnPurpose.of(Closing.class).ended(1, 0);
    assertThat(Closing.open).isCompletedExceptionally();
    assertThatThrownBy(Closing.open::join).hasMessageContaining("the network was closed");
  }

  @CrosslineTest
  @EnabledIf(ON_PURPOSE)
  static class OutsideOfTests {
    @BeforeAll
    static void tooEarly(StarknetNetwork net) {
      send(net);
    }

    @Test
    void isNotReached() {}
  }

  @Test
  void aNetworkIsNotSharedByAClass() {
    RunOnPurpose.of(OutsideOfTests.class)
        .containers()
        .failed()
        .assertEventsMatchExactly(
            finishedWithFailure(
                instanceOf(ParameterResolutionException.class),
                message(
                    "a StarknetNetwork belongs to one test: take it in the test or in @BeforeEach,"
                        + " not for the whole class")));
  }

  @CrosslineTest
  @EnabledIf(ON_PURPOSE)
  static class NotInTheTest {
    @BeforeEach
    void fails(StarknetNetwork net) {
      send(net);
      throw new IllegalStateException("before");
    }

    @Test
    void isNotReached() {}

    @Nested
    class Inside {
      @Test
      void isNotReached() {}
    }
  }

  @CrosslineTest
  @EnabledIf(ON_PURPOSE)
  static class Aborted {
    @Test
    void isNoFailure(StarknetNetwork net) {
      send(net);
      assumeTrue(net.time().toDays() > 0);
    }
  }

  @Test
  void aFailureBeforeTheTestPrintsToo() {
    assertThat(RunOnPurpose.of(NotInTheTest.class).ended(0, 2).printed())
        .contains("timeline of CrosslineExtensionTest$NotInTheTest#isNotReached, Starknet:\n  00:")
        .contains("-Dtest='CrosslineExtensionTest$NotInTheTest$Inside#isNotReached' -D");
    assertThat(RunOnPurpose.of(Aborted.class).printed()).isEmpty();
  }
}
