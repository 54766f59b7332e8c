// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.state.WordTable;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
  private static final EthAddress ALICE = address(0xa1);
  private static final EthAddress OUTER = address(0x01);
  private static final EthAddress INNER = address(0x02);
  private static final UInt256 HUNDRED = UInt256.of(100);
  private static final Require NO = new Require("NO");

  private final Chain chain = new Chain("L1", block(1, 1000));
  private final WordTable table = chain.state().wordTable("table");

  static EthAddress address(long number) {
    return EthAddress.truncate(UInt256.of(number));
  }

  static BlockInfo block(long number, long time) {
    return new BlockInfo(UInt64.of(number), UInt64.of(time));
  }

  static Bytes32 topic(long number) {
    return Bytes32.ofLimbs(0, 0, 0, number);
  }

  @BeforeEach
  void giveCoins() {
    chain.mint(ALICE, HUNDRED);
  }

  /** Everything that can be read, in one value. */
  private String all() {
    StringBuilder all = new StringBuilder();
    for (EthAddress account : List.of(ALICE, OUTER, INNER)) {
      Storage storage = chain.storageOf(account);
      all.append(chain.balance(account))
          .append(storage.slot("n", Codec.UINT256, UInt256.ZERO).get())
          .append(storage.slot("name", Codec.TEXT, "none").get())
          .append(' ');
    }
    return all.append(table.get(UInt256.ONE)).append(chain.block()).toString();
  }

  /** Leaves a trace everywhere that a contract can. */
  private void touch(Frame frame, String name) {
    table.put(UInt256.ONE, UInt256.of(name.length()));
    frame.storage().slot("n", Codec.UINT256, UInt256.ZERO).update(n -> n.plus(UInt256.ONE));
    frame.storage().slot("name", Codec.TEXT, "none").set(name);
    frame.emit(List.of(topic(name.length())), Bytes.utf8(name));
  }

  private static List<String> names(List<Log> logs) {
    return logs.stream().map(log -> new String(log.data().toByteArray())).toList();
  }

  private <T> Outcome<T> execute(long coins, Operation<T> operation) {
    return chain.execute(ALICE, OUTER, UInt256.of(coins), operation);
  }

  @Test
  void aTransactionMovesCoinsRunsTheCodeAndLeavesAReceipt() {
    List<Frame> frames = new ArrayList<>();
    chain.deploy(
        OUTER,
        (frame, calldata) -> {
          frames.add(frame);
          touch(frame, "ran");
          return Bytes.concat(calldata, Bytes.parse("0xff"));
        });
    Outcome<Bytes> outcome = chain.transact(ALICE, OUTER, UInt256.of(30), Bytes.parse("0x01"));

    assertThat(outcome.orThrow()).hasToString("0x01ff");
    assertThat(outcome.logs())
        .containsExactly(new Log(OUTER, List.of(topic(3)), Bytes.utf8("ran")));
    assertThat(chain.balance(ALICE)).isEqualTo(UInt256.of(70));
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(30));
    assertThat(chain.isBlockEmpty()).isFalse();
    assertThat(chain.receiptsSince(0)).hasSize(1);
    Receipt receipt = chain.receiptsSince(0).get(0);
    assertThat(receipt.index()).isZero();
    assertThat(receipt.from()).isEqualTo(ALICE);
    assertThat(receipt.to()).isEqualTo(OUTER);
    assertThat(receipt.value()).isEqualTo(UInt256.of(30));
    assertThat(receipt.calldataHash()).isEqualTo(Keccak256.hash(Bytes.parse("0x01")));
    assertThat(receipt.outcome()).isEqualTo(outcome);
    Frame frame = frames.get(0);
    assertThat(frame.self()).isEqualTo(OUTER);
    assertThat(frame.caller()).isEqualTo(ALICE);
    assertThat(frame.origin()).isEqualTo(ALICE);
    assertThat(frame.value()).isEqualTo(UInt256.of(30));
    assertThat(frame.block()).isEqualTo(block(1, 1000));
  }

  @Test
  void anAccountWithoutCodeTakesCoins() {
    assertThat(chain.transact(ALICE, INNER, HUNDRED, Bytes.parse("0x01")).orThrow())
        .isEqualTo(Bytes.EMPTY);
    assertThat(chain.balance(INNER)).isEqualTo(HUNDRED);
    assertThat(chain.balance(ALICE)).isEqualTo(UInt256.ZERO);
  }

  @Test
  void sendingToOneselfChangesNothing() {
    chain.transact(ALICE, ALICE, HUNDRED, Bytes.EMPTY).orThrow();
    assertThat(chain.balance(ALICE)).isEqualTo(HUNDRED);
  }

  @Test
  void oneCoinTooManyIsRefused() {
    String before = all();
    Outcome<String> outcome = execute(101, frame -> "ran");
    CoinsMissing missing = new CoinsMissing(ALICE, HUNDRED, UInt256.of(101));
    assertThat(outcome).isEqualTo(Outcome.reverted(missing));
    assertThat(missing.data()).isEqualTo(Bytes.EMPTY);
    assertThat(missing.description()).endsWith(" has 100 and 101 are needed");
    // The receipt says what a chain says.
    assertThat(chain.receiptsSince(0).get(0).outcome().map(data -> data))
        .isEqualTo(Outcome.reverted(RawRevert.EMPTY));
    assertThat(all()).isEqualTo(before);
    assertThat(execute(100, frame -> "ran").orThrow()).isEqualTo("ran");
  }

  @Test
  void aRevertLeavesNoChangeAndNoLog() {
    String before = all();
    Outcome<String> outcome =
        execute(
            30,
            frame -> {
              touch(frame, "dropped");
              throw frame.revert(NO);
            });
    assertThat(outcome).isEqualTo(Outcome.reverted(NO));
    assertThat(outcome.logs()).isEmpty();
    assertThat(all()).isEqualTo(before);
    assertThat(chain.receiptsSince(0))
        .extracting(Receipt::outcome)
        .containsExactly(Outcome.reverted(NO));
    // The next transaction does not inherit its logs.
    assertThat(execute(0, frame -> "ran").logs()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void anyOtherExceptionLeavesNoChangeAndComesOut(Throwable thrown) {
    String before = all();
    assertThatExceptionOfType(Throwable.class)
        .isThrownBy(
            () ->
                execute(
                    30,
                    frame -> {
                      touch(frame, "dropped");
                      frame.enter(
                          INNER,
                          UInt256.of(5),
                          inner -> {
                            touch(inner, "inner");
                            return sneak(thrown);
                          });
                      return "not reached";
                    }))
        .isSameAs(thrown);
    assertThat(all()).isEqualTo(before);
    assertThat(chain.isBlockEmpty()).isTrue();
    Outcome<String> next = execute(1, frame -> "ran");
    assertThat(next.orThrow()).isEqualTo("ran");
    assertThat(next.logs()).isEmpty();
  }

  static Stream<Throwable> exceptions() {
    return Stream.of(
        new IllegalStateException("bug"),
        new AssertionError("failed"),
        new StackOverflowError(),
        new OutOfMemoryError("no"));
  }

  private static String sneak(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  void anInnerRevertThatIsCaughtUndoesTheInnerPartOnly() {
    Outcome<CallResult> outcome =
        execute(
            30,
            frame -> {
              touch(frame, "before");
              CallResult failed = failingCall(frame);
              touch(frame, "after");
              return failed;
            });
    assertThat(outcome.orThrow()).isEqualTo(new CallResult(false, NO.data()));
    assertThat(names(outcome.logs())).containsExactly("before", "after");
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(30));
    assertThat(chain.balance(INNER)).isEqualTo(UInt256.ZERO);
    assertThat(chain.storageOf(INNER).slot("name", Codec.TEXT, "none").get()).isEqualTo("none");
    assertThat(chain.storageOf(OUTER).slot("n", Codec.UINT256, UInt256.ZERO).get())
        .isEqualTo(UInt256.of(2));
    assertThat(table.get(UInt256.ONE)).isEqualTo(UInt256.of(5));
  }

  private CallResult failingCall(Frame frame) {
    if (chain.contract(INNER).isEmpty()) {
      chain.deploy(
          INNER,
          (inner, calldata) -> {
            assertThat(chain.balance(INNER)).isEqualTo(UInt256.of(7));
            touch(inner, "inner");
            throw inner.revert(NO);
          });
    }
    return frame.call(INNER, UInt256.of(7), Bytes.EMPTY);
  }

  @Test
  void whatAnInnerCallDidGoesWithTheOuterOne() {
    String before = all();
    Outcome<String> outcome =
        execute(
            30,
            frame -> {
              frame
                  .enter(
                      INNER,
                      UInt256.of(7),
                      inner -> {
                        touch(inner, "inner");
                        return "done";
                      })
                  .orBubble();
              throw frame.revert(NO);
            });
    assertThat(outcome.isAccepted()).isFalse();
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void orBubbleFailsTheOuterCallWithTheInnerRevert() {
    assertThat(
            execute(
                0,
                frame ->
                    frame
                        .enter(
                            INNER,
                            UInt256.ZERO,
                            inner -> {
                              throw inner.revert(NO);
                            })
                        .orBubble()))
        .isEqualTo(Outcome.reverted(NO));
  }

  @Test
  void anObserverSeesCallsInTheOrderInWhichTheyBeginAlsoThoseThatAreUndone() {
    EthAddress account = address(0x03);
    chain.deploy(
        INNER,
        (frame, calldata) -> {
          frame.call(account, UInt256.ONE, Bytes.EMPTY);
          throw frame.revert(NO);
        });
    chain.deploy(
        OUTER,
        (frame, calldata) -> {
          frame.call(INNER, UInt256.of(2), calldata);
          return Bytes.EMPTY;
        });
    List<String> seen = new ArrayList<>();
    chain.observe(
        (from, to, coins, calldata) -> {
          seen.add(from + " calls " + to + " with " + coins + " and " + calldata);
          return result -> seen.add(to + " ended " + result.success() + " " + result.data());
        });
    chain.transact(ALICE, OUTER, UInt256.of(5), Bytes.of((byte) 7)).orThrow();

    assertThat(seen)
        .containsExactly(
            OUTER + " calls " + INNER + " with 2 and 0x07",
            INNER + " calls " + account + " with 1 and 0x",
            account + " ended true 0x",
            INNER + " ended false " + NO.data());
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(5));
  }

  @Test
  void anInnerCallSeesItsCallerAndTheOrigin() {
    chain.deploy(
        INNER,
        (inner, calldata) ->
            Bytes.concat(
                inner.caller().encoded(),
                inner.origin().encoded(),
                inner.self().encoded(),
                inner.value().toBytes32().toBytes(),
                calldata));
    Bytes seen =
        execute(9, frame -> frame.call(INNER, UInt256.of(9), Bytes.parse("0xcc")).data()).orThrow();
    assertThat(seen)
        .isEqualTo(
            Bytes.concat(
                OUTER.encoded(),
                ALICE.encoded(),
                INNER.encoded(),
                UInt256.of(9).toBytes32().toBytes(),
                Bytes.parse("0xcc")));
  }

  @Test
  void anInnerCallCannotSpendMoreThanItsCallerHas() {
    String[] ran = {"no"};
    Outcome<CallResult> outcome =
        execute(
            10,
            frame -> {
              CallResult result = frame.call(INNER, UInt256.of(11), Bytes.EMPTY);
              frame.enter(INNER, UInt256.of(11), inner -> ran[0] = "yes");
              return result;
            });
    assertThat(outcome.orThrow()).isEqualTo(new CallResult(false, Bytes.EMPTY));
    assertThat(ran[0]).isEqualTo("no");
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(10));
  }

  @Test
  void aPartOfACallFailsByItself() {
    Outcome<String> outcome =
        execute(
            10,
            frame -> {
              Attempt<String> failed =
                  frame.attempt(
                      part -> {
                        assertThat(part.caller()).isEqualTo(ALICE);
                        assertThat(part.self()).isEqualTo(OUTER);
                        assertThat(part.value()).isEqualTo(UInt256.of(10));
                        touch(part, "dropped");
                        throw part.revert(NO);
                      });
              Attempt<String> done =
                  frame.attempt(
                      part -> {
                        touch(part, "kept");
                        return "done";
                      });
              return failed.<String>fold(r -> r, r -> r.description()) + done.orBubble();
            });
    assertThat(outcome.orThrow()).isEqualTo("NOdone");
    assertThat(names(outcome.logs())).containsExactly("kept");
    // A part is no transfer: the coins stay where they are.
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(10));
  }

  @Test
  void callsNestToTheLimitAndNoFurther() {
    int[] deepest = {0};
    chain.deploy(
        INNER,
        (frame, calldata) -> {
          deepest[0]++;
          touch(frame, "d");
          CallResult result = frame.call(INNER, UInt256.ZERO, calldata);
          return result.success() ? result.data() : Bytes.parse("0x0d");
        });
    Outcome<Bytes> outcome = chain.transact(ALICE, INNER, UInt256.ZERO, Bytes.EMPTY);
    assertThat(deepest[0]).isEqualTo(Chain.MAX_CALL_DEPTH);
    assertThat(outcome.orThrow()).hasToString("0x0d");
    assertThat(outcome.logs()).hasSize(Chain.MAX_CALL_DEPTH);
  }

  @Test
  void partsNestToTheLimitAndNoFurther() {
    int[] deepest = {0};
    Operation<String> deeper =
        new Operation<>() {
          @Override
          public String run(Frame frame) {
            deepest[0]++;
            return frame.attempt(this).fold(r -> r, revert -> revert.description());
          }
        };
    assertThat(execute(0, deeper).orThrow()).isEqualTo(RawRevert.EMPTY.description());
    assertThat(deepest[0]).isEqualTo(Chain.MAX_CALL_DEPTH);
  }

  @Test
  void reEntrancyIsReal() {
    // A bank that pays before it writes is drained, as on a real chain.
    chain.deploy(
        OUTER,
        (frame, calldata) -> {
          var paid = frame.storage().slot("n", Codec.UINT256, UInt256.ZERO);
          if (paid.get().isZero()) {
            frame.call(frame.caller(), UInt256.of(10), Bytes.EMPTY);
            paid.set(UInt256.ONE);
          }
          return Bytes.EMPTY;
        });
    chain.deploy(
        INNER,
        (frame, calldata) -> {
          if (frame.balance(INNER).compareTo(UInt256.of(30)) < 0) {
            frame.call(OUTER, UInt256.ZERO, Bytes.EMPTY);
          }
          return Bytes.EMPTY;
        });
    chain.mint(OUTER, HUNDRED);
    chain.transact(ALICE, INNER, UInt256.ZERO, Bytes.EMPTY).orThrow();
    assertThat(chain.balance(INNER)).isEqualTo(UInt256.of(30));
    chain.transact(ALICE, INNER, UInt256.ZERO, Bytes.EMPTY).orThrow();
    assertThat(chain.balance(INNER)).isEqualTo(UInt256.of(30));
  }

  @Test
  void aContractMustNotUseTheChainInPlaceOfItsFrame() {
    Block<Receipt> last = chain.seal(block(2, 1000));
    List<Bytes32> blobs = List.of(topic(5));
    List<Consumer<Frame>> direct =
        List.of(
            frame -> chain.transact(ALICE, INNER, UInt256.ONE, Bytes.EMPTY),
            frame ->
                chain.transact(
                    new Transaction(ALICE, INNER, UInt256.ONE, Bytes.EMPTY, List.of(topic(6)))),
            frame -> chain.execute(ALICE, INNER, UInt256.ONE, inner -> "x"),
            frame -> chain.view(ALICE, INNER, Bytes.EMPTY),
            frame -> chain.seal(block(3, 2000)),
            frame -> chain.restamp(UInt64.of(2000)),
            frame -> chain.undo(last));
    for (Consumer<Frame> call : direct) {
      chain.deploy(
          address(1000 + direct.indexOf(call)),
          (frame, calldata) -> {
            touch(frame, "before");
            assertThatIllegalStateException()
                .isThrownBy(() -> call.accept(frame))
                .withMessageContaining("a transaction is running")
                .withMessageContaining("through its frame");
            // The refused call took nothing away from the one that runs.
            assertThat(frame.blobHashes()).isEqualTo(blobs);
            touch(frame, "after");
            return Bytes.EMPTY;
          });
      Outcome<Bytes> outcome =
          chain.transact(
              new Transaction(
                  ALICE, address(1000 + direct.indexOf(call)), UInt256.ONE, Bytes.EMPTY, blobs));
      assertThat(names(outcome.logs())).containsExactly("before", "after");
    }
    assertThat(chain.balance(INNER)).isEqualTo(UInt256.ZERO);
    assertThat(chain.block()).isEqualTo(block(2, 1000));
    assertThat(chain.receiptsSince(0)).hasSize(direct.size());
  }

  @Test
  void blobHashesAreSeenInTheirTransactionOnly() {
    chain.deploy(OUTER, (frame, calldata) -> Bytes.of((byte) frame.blobHashes().size()));
    List<Bytes32> hashes = new ArrayList<>(List.of(topic(1), topic(2)));
    Transaction transaction = new Transaction(ALICE, OUTER, UInt256.ZERO, Bytes.EMPTY, hashes);
    hashes.clear();
    assertThat(chain.transact(transaction).orThrow()).hasToString("0x02");
    assertThat(execute(0, Frame::blobHashes).orThrow()).isEmpty();
    assertThat(chain.transact(ALICE, OUTER, UInt256.ZERO, Bytes.EMPTY).orThrow())
        .hasToString("0x00");
  }

  @Test
  void aFrameServesOnlyDuringItsCall() {
    Frame[] kept = new Frame[3];
    execute(
            10,
            frame -> {
              kept[0] = frame;
              frame.enter(INNER, UInt256.ZERO, inner -> kept[1] = inner);
              frame.attempt(
                  part -> {
                    kept[2] = part;
                    throw part.revert(NO);
                  });
              assertEnded(kept[1]);
              assertEnded(kept[2]);
              return "done";
            })
        .orThrow();
    assertEnded(kept[0]);
    assertThat(execute(0, frame -> "next").logs()).isEmpty();
    assertThat(chain.balance(OUTER)).isEqualTo(UInt256.of(10));
  }

  private static void assertEnded(Frame frame) {
    List<Runnable> uses =
        List.of(
            () -> frame.emit(List.of(), Bytes.EMPTY),
            () -> frame.emit(new Log(frame.self(), List.of(), Bytes.EMPTY)),
            () -> frame.call(INNER, UInt256.ONE, Bytes.EMPTY),
            () -> frame.enter(INNER, UInt256.ONE, inner -> "x"),
            () -> frame.attempt(part -> "x"));
    for (Runnable use : uses) {
      assertThatIllegalStateException().isThrownBy(use::run).withMessageContaining("has ended");
    }
  }

  @Test
  void aViewChangesNothing() {
    chain.deploy(
        OUTER,
        (frame, calldata) -> {
          touch(frame, "viewed");
          if (!calldata.isEmpty()) {
            throw frame.revert(NO);
          }
          return Bytes.parse("0x2a");
        });
    execute(1, frame -> "earlier").orThrow();
    String before = all();
    List<Receipt> receipts = chain.receiptsSince(0);
    Outcome<Bytes> outcome = chain.view(ALICE, OUTER, Bytes.EMPTY);
    assertThat(outcome.orThrow()).hasToString("0x2a");
    assertThat(names(outcome.logs())).containsExactly("viewed");
    assertThat(chain.view(ALICE, OUTER, Bytes.parse("0x01"))).isEqualTo(Outcome.reverted(NO));
    assertThat(all()).isEqualTo(before);
    assertThat(chain.receiptsSince(0)).isEqualTo(receipts);
  }

  @Test
  void aViewThatThrowsChangesNothingEither() {
    chain.deploy(
        OUTER,
        (frame, calldata) -> {
          touch(frame, "viewed");
          throw new IllegalStateException("bug");
        });
    String before = all();
    assertThatIllegalStateException().isThrownBy(() -> chain.view(ALICE, OUTER, Bytes.EMPTY));
    assertThat(all()).isEqualTo(before);
    assertThat(chain.isBlockEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void aLogHasUpToFourTopics(int topics) {
    List<Bytes32> list = Collections.nCopies(topics, topic(1));
    Log log = new Log(OUTER, list, Bytes.EMPTY);
    Outcome<String> outcome =
        execute(
            0,
            frame -> {
              frame.emit(list, Bytes.EMPTY);
              frame.emit(log);
              return "done";
            });
    assertThat(outcome.logs()).containsExactly(log, log);
  }

  @Test
  void aLogOfFiveTopicsOrOfAnotherContractIsRefused() {
    String before = all();
    List<Bytes32> five = Collections.nCopies(5, topic(1));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                execute(
                    1,
                    frame -> {
                      frame.emit(five, Bytes.EMPTY);
                      return "x";
                    }))
        .withMessage("log: found 5 topics, the EVM allows 4");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                execute(
                    1,
                    frame -> {
                      frame.emit(new Log(INNER, List.of(), Bytes.EMPTY));
                      return "x";
                    }))
        .withMessage("log: emitter is " + INNER + ", but " + OUTER + " runs");
    assertThat(all()).isEqualTo(before);
  }

  @Test
  void storageIsKeptByContractAndName() {
    execute(
            0,
            frame -> {
              Storage mine = frame.storage();
              mine.slot("a", Codec.UINT256, UInt256.ZERO).set(UInt256.of(1));
              mine.slot("b", Codec.UINT256, UInt256.ZERO).set(UInt256.of(2));
              var map = mine.map("m", Codec.TEXT, Codec.UINT64, UInt64.of(9));
              map.put("x", UInt64.of(3));
              map.put("y", UInt64.of(9));
              return frame
                  .enter(
                      INNER,
                      UInt256.ZERO,
                      inner -> {
                        inner.storage().slot("a", Codec.UINT256, UInt256.ZERO).set(UInt256.of(4));
                        return "done";
                      })
                  .orBubble();
            })
        .orThrow();
    Storage outer = chain.storageOf(OUTER);
    assertThat(outer.slot("a", Codec.UINT256, UInt256.ZERO).get()).isEqualTo(UInt256.of(1));
    assertThat(outer.slot("b", Codec.UINT256, UInt256.ZERO).get()).isEqualTo(UInt256.of(2));
    assertThat(outer.slot("c", Codec.UINT256, UInt256.of(8)).get()).isEqualTo(UInt256.of(8));
    var map = outer.map("m", Codec.TEXT, Codec.UINT64, UInt64.of(9));
    assertThat(map.get("x")).isEqualTo(UInt64.of(3));
    assertThat(map.get("z")).isEqualTo(UInt64.of(9));
    // What was written equal to the initial value was still written.
    assertThat(outer.map("m", Codec.TEXT, Codec.UINT64, UInt64.of(7)).get("y"))
        .isEqualTo(UInt64.of(9));
    assertThat(chain.storageOf(INNER).slot("a", Codec.UINT256, UInt256.ZERO).get())
        .isEqualTo(UInt256.of(4));
    assertThat(chain.storageOf(ALICE).slot("a", Codec.UINT256, UInt256.ZERO).get())
        .isEqualTo(UInt256.ZERO);
  }

  @Test
  void anAddressHoldsOneContract() {
    Contract first = (frame, calldata) -> Bytes.EMPTY;
    chain.deploy(OUTER, first);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.deploy(OUTER, (frame, calldata) -> Bytes.EMPTY))
        .withMessage("L1: there is a contract at " + OUTER + " already");
    assertThat(chain.contract(OUTER)).containsSame(first);
    assertThat(chain.contract(INNER)).isEmpty();
    assertThat(execute(0, frame -> frame.hasCode(OUTER) && !frame.hasCode(INNER)).orThrow())
        .isTrue();
  }

  @Test
  void mintingStopsAt256Bits() {
    chain.mint(INNER, UInt256.MAX);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> chain.mint(INNER, UInt256.ONE));
    assertThat(chain.balance(INNER)).isEqualTo(UInt256.MAX);
  }
}
