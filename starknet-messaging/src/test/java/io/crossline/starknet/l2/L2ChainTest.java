// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.chain.Block;
import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.Address;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Message;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class L2ChainTest {
  private static final EthAddress L1 = EthAddress.truncate(UInt256.of(0xb1));
  private static final EthAddress STRANGER = EthAddress.truncate(UInt256.of(0xb2));
  private static final Felt OUTER = Felt.of(0x101);
  private static final Felt INNER = Felt.of(0x102);

  /** Its handlers run what the test says. */
  static final class Scripted {
    private final BiConsumer<L2Context, Payload> script;

    Scripted(BiConsumer<L2Context, Payload> script) {
      this.script = script;
    }

    @L1Handler(anyone = true)
    void run(L2Context ctx, EthAddress from, Payload payload) {
      script.accept(ctx, payload);
    }

    @L1Handler(from = "bridge")
    void deposit(L2Context ctx, EthAddress from, Felt account, UInt256 amount) {
      leaveTraces(ctx, from, amount.longValueExact());
    }

    @External
    void inner(L2Context ctx, Payload payload) {
      script.accept(ctx, payload);
    }

    @External
    Felt answer(L2Context ctx, boolean negative) {
      return negative ? Felt.MAX : Felt.ONE;
    }

    @External
    UInt256 wide(L2Context ctx) {
      return UInt256.MAX;
    }

    @External
    boolean yes(L2Context ctx) {
      return true;
    }

    @External
    Payload words(L2Context ctx) {
      return Payload.of(Felt.ONE, Felt.of(2));
    }
  }

  static final class WithDefault {
    @L1Handler(anyone = true)
    void known(L2Context ctx, EthAddress from) {
      mark(ctx, "known");
    }

    @L1Handler(anyone = true, name = "__l1_default__")
    void fallback(L2Context ctx, EthAddress from, Payload payload) {
      mark(ctx, "fallback" + payload.size());
    }
  }

  private static void mark(L2Context ctx, String text) {
    ctx.storage().slot("mark", Codec.TEXT, "").set(text);
  }

  private static void leaveTraces(L2Context ctx, EthAddress to, long number) {
    mark(ctx, "n" + number);
    ctx.sendMessageToL1(to, Payload.of(Felt.of(number)));
    ctx.emit(new Log(ctx.self(), List.of(Felt.of(number).toBytes32()), Bytes.EMPTY));
  }

  private final L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, block(1, 1000));
  private BiConsumer<L2Context, Payload> outer = (ctx, payload) -> {};
  private BiConsumer<L2Context, Payload> inner = (ctx, payload) -> {};

  private static BlockInfo block(long number, long time) {
    return new BlockInfo(UInt64.of(number), UInt64.of(time));
  }

  @BeforeEach
  void deploy() {
    chain.deploy(OUTER, new Scripted((ctx, p) -> outer.accept(ctx, p)), r -> r.bind("bridge", L1));
    chain.deploy(INNER, new Scripted((ctx, p) -> inner.accept(ctx, p)), r -> r.bind("bridge", L1));
  }

  private String marked(Felt contract) {
    return chain.storageOf(contract).slot("mark", Codec.TEXT, "").get();
  }

  private L2Receipt execute(EthAddress from, Felt to, String handler, Word... payload) {
    L1ToL2Message message =
        L1ToL2Message.of(from, to, Selector.ofName(handler), Payload.of(payload), UInt256.of(7));
    return chain.execute(L1HandlerTransaction.of(message, chain.network()));
  }

  private L2Receipt run(BiConsumer<L2Context, Payload> script) {
    outer = script;
    return execute(L1, OUTER, "run");
  }

  private static CallResult call(L2Context ctx, Felt target, String function, Word... arguments) {
    List<Word> words = new ArrayList<>(List.of(Selector.ofName(function)));
    words.addAll(List.of(arguments));
    return ctx.call(target, UInt256.ZERO, Payload.of(words).toBytes());
  }

  private static L2ToL1Message message(Felt from, EthAddress to, long number) {
    return L2ToL1Message.of(from, to, Payload.of(Felt.of(number)));
  }

  private void assertReverted(L2Receipt receipt, String reason) {
    assertThat(receipt.succeeded()).isFalse();
    assertThat(receipt.revertReason().orElseThrow()).contains(reason);
    assertThat(receipt.messagesSent()).isEmpty();
    assertThat(receipt.events()).isEmpty();
    assertThat(marked(OUTER)).isEmpty();
    assertThat(marked(INNER)).isEmpty();
  }

  private L2Receipt deposit() {
    return execute(L1, OUTER, "deposit", Felt.of(5), Felt.of(9), Felt.ZERO);
  }

  @Test
  void aHandlerRunsWithTheDecodedPayload() {
    L2Receipt receipt = deposit();
    assertThat(receipt.succeeded()).isTrue();
    assertThat(receipt.messagesSent()).containsExactly(message(OUTER, L1, 9));
    assertThat(receipt.events())
        .containsExactly(new Log(OUTER, List.of(Felt.of(9).toBytes32()), Bytes.EMPTY));
    assertThat(receipt.transactionHash()).isEqualTo(receipt.transaction().transactionHash());
    assertThat(marked(OUTER)).isEqualTo("n9");
    assertThat(chain.seal(block(2, 1000)).receipts()).containsExactly(receipt);
  }

  @Test
  void aHandlerSeesWhereItRuns() {
    List<Object> seen = new ArrayList<>();
    outer =
        (ctx, payload) -> {
          seen.addAll(
              List.of(
                  ctx.self(),
                  ctx.caller(),
                  ctx.l1Sender(),
                  ctx.nonce(),
                  ctx.value(),
                  ctx.block(),
                  payload));
          call(ctx, INNER, "inner", Felt.of(3));
        };
    inner =
        (ctx, payload) -> seen.addAll(List.of(ctx.self(), ctx.caller(), ctx.l1Sender(), payload));
    assertThat(execute(STRANGER, OUTER, "run", Felt.of(8)).succeeded()).isTrue();
    assertThat(seen)
        .containsExactly(
            OUTER,
            Felt.ZERO,
            STRANGER,
            UInt256.of(7),
            UInt256.ZERO,
            block(1, 1000),
            Payload.of(Felt.of(8)),
            INNER,
            OUTER,
            STRANGER,
            Payload.of(Felt.of(3)));
  }

  @Test
  void onlyTheDeclaredSenderIsLetIn() {
    assertReverted(
        execute(STRANGER, OUTER, "deposit", Felt.of(5), Felt.of(9), Felt.ZERO),
        "\"UNEXPECTED_L1_SENDER\"");
    assertThat(deposit().succeeded()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "5 9, 'Scripted.deposit: payload ends after 2 felts, one more expected'",
    "5 9 0 1, 'Scripted.deposit: payload has 4 felts, the parameters take 3'",
    "5 0x100000000000000000000000000000000 0, 'Scripted.deposit: payload[1]: 0x100000000000000000000000000000000 is not a limb of a u256'",
  })
  void aPayloadThatDoesNotFitRevertsWithThePlace(String payload, String reason) {
    Word[] words =
        java.util.Arrays.stream(payload.split(" ")).map(Felt::parse).toArray(Word[]::new);
    assertReverted(execute(L1, OUTER, "deposit", words), reason);
  }

  @ParameterizedTest
  @CsvSource({
    "0x101, nothing, ENTRYPOINT_NOT_FOUND",
    "0x101, inner, ENTRYPOINT_NOT_FOUND",
    "0x101, __l1_default__, ENTRYPOINT_NOT_FOUND",
    "0x999, run, CONTRACT_NOT_FOUND",
  })
  void whatDoesNotAnswerReverts(String to, String handler, String reason) {
    assertReverted(execute(L1, Felt.parse(to), handler), reason);
  }

  @Test
  void anL1HandlerCannotBeCalled() {
    L2Receipt receipt =
        run(
            (ctx, payload) -> {
              CallResult result = call(ctx, INNER, "run");
              assertThat(result.success()).isFalse();
              assertThat(result.data())
                  .isEqualTo(Payload.of(Felt.fromShortString("ENTRYPOINT_NOT_FOUND")).toBytes());
              assertThat(call(ctx, INNER, "inner").success()).isTrue();
            });
    assertThat(receipt.revertReason()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "known, known",
    "unknown, fallback1",
    "__l1_default__, fallback1",
    "__default__, fallback1"
  })
  void theFallbackTakesWhatNothingElseTakes(String handler, String mark) {
    Felt address = chain.deploy("withDefault", new WithDefault(), r -> {});
    assertThat(address).isEqualTo(Selector.starknetKeccak("withDefault"));
    Word[] payload = mark.equals("known") ? new Word[0] : new Word[] {Felt.ONE};
    assertThat(execute(L1, address, handler, payload).succeeded()).isTrue();
    assertThat(marked(address)).isEqualTo(mark);
  }

  @Test
  void messagesAndEventsAreInOrderOverAllCalls() {
    inner = (ctx, payload) -> leaveTraces(ctx, STRANGER, payload.word(0).longValueExact());
    L2Receipt receipt =
        run(
            (ctx, payload) -> {
              leaveTraces(ctx, L1, 1);
              call(ctx, INNER, "inner", Felt.of(2));
              leaveTraces(ctx, L1, 3);
              call(ctx, INNER, "inner", Felt.of(4));
            });
    assertThat(receipt.messagesSent())
        .containsExactly(
            message(OUTER, L1, 1),
            message(INNER, STRANGER, 2),
            message(OUTER, L1, 3),
            message(INNER, STRANGER, 4));
    assertThat(receipt.events())
        .extracting(Log::emitter)
        .containsExactly(OUTER, INNER, OUTER, INNER);
  }

  @Test
  void aFailingInnerCallIsUndoneAndGivenBack() {
    inner =
        (ctx, payload) -> {
          leaveTraces(ctx, STRANGER, 2);
          throw new CairoPanic(List.of(Felt.of(11), Felt.of(12)));
        };
    List<CallResult> results = new ArrayList<>();
    L2Receipt receipt =
        run(
            (ctx, payload) -> {
              leaveTraces(ctx, L1, 1);
              results.add(call(ctx, INNER, "inner"));
              ctx.sendMessageToL1(L1, Payload.of(Felt.of(3)));
            });
    assertThat(receipt.succeeded()).isTrue();
    assertThat(results)
        .containsExactly(new CallResult(false, Payload.of(Felt.of(11), Felt.of(12)).toBytes()));
    assertThat(receipt.messagesSent())
        .containsExactly(message(OUTER, L1, 1), message(OUTER, L1, 3));
    assertThat(receipt.events()).hasSize(1);
    assertThat(marked(OUTER)).isEqualTo("n1");
    assertThat(marked(INNER)).isEmpty();
  }

  @Test
  void whatAnInnerCallDidGoesWithTheTransaction() {
    inner = (ctx, payload) -> leaveTraces(ctx, STRANGER, 2);
    assertReverted(
        run(
            (ctx, payload) -> {
              leaveTraces(ctx, L1, 1);
              assertThat(call(ctx, INNER, "inner").success()).isTrue();
              throw new CairoPanic("paused");
            }),
        "\"paused\"");
  }

  @ParameterizedTest
  @CsvSource({
    "answer, 0, 0x1",
    "answer, 1, 0x800000000000011000000000000000000000000000000000000000000000000",
    "wide, , 0xffffffffffffffffffffffffffffffff 0xffffffffffffffffffffffffffffffff",
    "yes, , 0x1",
    "words, , 0x1 0x2",
    "inner, , ''",
  })
  void anInnerCallReturnsWords(String function, String argument, String words) {
    List<CallResult> results = new ArrayList<>();
    run(
        (ctx, payload) ->
            results.add(
                argument == null
                    ? call(ctx, INNER, function)
                    : call(ctx, INNER, function, Felt.parse(argument))));
    Word[] expected =
        words.isEmpty()
            ? new Word[0]
            : java.util.Arrays.stream(words.split(" ")).map(Felt::parse).toArray(Word[]::new);
    assertThat(results).containsExactly(new CallResult(true, Payload.of(expected).toBytes()));
  }

  @Test
  void anInnerCallThatDoesNotFitIsGivenBack() {
    List<CallResult> results = new ArrayList<>();
    L2Receipt receipt =
        run(
            (ctx, payload) -> {
              results.add(call(ctx, INNER, "answer", Felt.of(2), Felt.of(2)));
              results.add(call(ctx, INNER, "answer"));
              results.add(call(ctx, Felt.of(0x999), "answer", Felt.ONE));
            });
    assertThat(receipt.succeeded()).isTrue();
    assertThat(results).extracting(CallResult::success).containsExactly(false, false, false);
  }

  @Test
  void callsNestToTheLimitAndNoFurther() {
    int[] depth = {0};
    inner =
        (ctx, payload) -> {
          depth[0]++;
          if (!call(ctx, INNER, "inner").success()) {
            mark(ctx, "deepest");
          }
        };
    assertThat(run((ctx, payload) -> call(ctx, INNER, "inner")).succeeded()).isTrue();
    assertThat(depth[0]).isEqualTo(L2Execution.MAX_CALL_DEPTH - 1);
    assertThat(marked(INNER)).isEqualTo("deepest");
  }

  private record Text(Address to, Bytes payload) implements Message {}

  private record NoWord(Bytes encoded) implements Address {}

  private static Object[] row(String reason, BiConsumer<L2Context, Payload> script) {
    return new Object[] {reason, script};
  }

  static List<Object[]> failing() {
    UInt256 none = UInt256.ZERO;
    Bytes get = Selector.ofName("yes").toBytes32().toBytes();
    Bytes tooLarge = Felt.PRIME.toBytes32().toBytes();
    return List.of(
        row("\"ZERO_L1_ADDRESS\"", (ctx, p) -> ctx.sendMessageToL1(EthAddress.ZERO, p)),
        row(
            "\"PAYLOAD_WORD_NOT_A_FELT\"",
            (ctx, p) -> ctx.sendMessageToL1(L1, Payload.of(Felt.PRIME))),
        row("\"L1_ADDRESS_OUT_OF_RANGE\"", (ctx, p) -> ctx.sendMessageToL1Syscall(Felt.MAX, p)),
        row(
            "\"L1_ADDRESS_OUT_OF_RANGE\"",
            (ctx, p) -> ctx.send(new Text(Felt.MAX, Bytes.EMPTY), none)),
        row("found value 1", (ctx, p) -> ctx.send(new Text(L1, Bytes.EMPTY), UInt256.ONE)),
        row(
            "goes to an L1 address",
            (ctx, p) -> ctx.send(new Text(new NoWord(Bytes.EMPTY), Bytes.EMPTY), none)),
        row(
            "must be a multiple of 32",
            (ctx, p) -> ctx.send(new Text(L1, Bytes.parse("0x01")), none)),
        row("found value 1", (ctx, p) -> ctx.call(INNER, UInt256.ONE, get)),
        row("called by its felt address", (ctx, p) -> ctx.call(L1, none, get)),
        row("must begin with a selector", (ctx, p) -> ctx.call(INNER, none, Bytes.EMPTY)),
        row("is not a felt", (ctx, p) -> ctx.call(INNER, none, tooLarge)),
        row("but " + OUTER + " runs", (ctx, p) -> ctx.emit(new Log(INNER, List.of(), Bytes.EMPTY))),
        row(
            "must be felts",
            (ctx, p) -> ctx.emit(new Log(OUTER, List.of(Felt.PRIME.toBytes32()), Bytes.EMPTY))),
        row("must be felts", (ctx, p) -> ctx.emit(new Log(OUTER, List.of(), tooLarge))),
        row("multiple of 32", (ctx, p) -> ctx.emit(new Log(OUTER, List.of(), Bytes.parse("0x01")))),
        row(
            "short string",
            (ctx, p) -> {
              throw new CairoPanic("x".repeat(32));
            }),
        row(
            "java.lang.IllegalStateException: bug",
            (ctx, p) -> {
              throw new IllegalStateException("bug");
            }),
        row(
            "java.lang.StackOverflowError",
            (ctx, p) -> {
              throw new StackOverflowError();
            }));
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.MethodSource("failing")
  void aHandlerThatFailsLeavesNothing(String reason, BiConsumer<L2Context, Payload> script) {
    L2Receipt receipt =
        run(
            (ctx, payload) -> {
              leaveTraces(ctx, L1, 1);
              script.accept(ctx, payload);
            });
    assertReverted(receipt, reason);
    assertThat(chain.seal(block(2, 1000)).receipts()).containsExactly(receipt);
  }

  @Test
  void theSyscallTakesTheAddressZero() {
    // Only the wrapper refuses it; neither the blockifier nor L1 does.
    L2Receipt receipt = run((ctx, payload) -> ctx.sendMessageToL1Syscall(Felt.ZERO, Payload.EMPTY));
    assertThat(receipt.messagesSent())
        .containsExactly(L2ToL1Message.of(OUTER, Felt.ZERO, Payload.EMPTY));
  }

  @Test
  void sendIsTheGenericFace() {
    Bytes word = Felt.of(4).toBytes32().toBytes();
    L2Receipt receipt = run((ctx, payload) -> ctx.send(new Text(STRANGER, word), UInt256.ZERO));
    assertThat(receipt.messagesSent()).containsExactly(message(OUTER, STRANGER, 4));
  }

  @Test
  void anErrorOfTheHostComesOutAndLeavesNothing() {
    AssertionError failed = new AssertionError("in the handler");
    inner =
        (ctx, payload) -> {
          leaveTraces(ctx, L1, 2);
          throw failed;
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                run(
                    (ctx, payload) -> {
                      leaveTraces(ctx, L1, 1);
                      call(ctx, INNER, "inner");
                    }))
        .isSameAs(failed);
    assertThat(marked(OUTER)).isEmpty();
    assertThat(marked(INNER)).isEmpty();
    assertThat(chain.seal(block(2, 1000)).receipts()).isEmpty();
    assertThat(deposit().succeeded()).isTrue();
  }

  @Test
  void aContractMustNotUseTheChainInPlaceOfItsContext() {
    Block<L2Receipt> sealed = chain.seal(block(2, 1000));
    List<Runnable> direct =
        List.of(this::deposit, () -> chain.seal(block(3, 1000)), () -> chain.undo(sealed));
    for (Runnable call : direct) {
      assertReverted(
          run(
              (ctx, payload) -> {
                leaveTraces(ctx, L1, 1);
                call.run();
              }),
          "a transaction is running; a contract calls others through its context");
    }
    assertThat(chain.block()).isEqualTo(block(2, 1000));
    assertThat(chain.seal(block(3, 1000)).receipts()).hasSize(direct.size());
  }

  @Test
  void anAddressHoldsOneContract() {
    assertThatExceptionOfType(HandlerException.class)
        .isThrownBy(() -> chain.deploy(OUTER, new WithDefault(), r -> {}))
        .withMessageMatching(
            "(?s)Two handlers serve starknet:0x101: Scripted \\(/.*\\), WithDefault \\(/.*\\).*")
        .withMessageContaining("another address");
    assertThat(chain.contract(OUTER).orElseThrow().name()).isEqualTo("Scripted");
  }

  @Test
  void severalBlocksAreUndoneFromTheLastOneBackwards() {
    List<Block<L2Receipt>> blocks = new ArrayList<>();
    for (long i = 1; i <= 4; i++) {
      execute(L1, OUTER, "deposit", Felt.ONE, Felt.of(i), Felt.ZERO);
      blocks.add(chain.seal(block(i + 1, 1000 + i)));
    }
    execute(L1, INNER, "deposit", Felt.ONE, Felt.of(9), Felt.ZERO);
    for (int i = 3; i >= 0; i--) {
      if (i > 0) {
        Block<L2Receipt> older = blocks.get(i - 1);
        String before = marked(OUTER);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> chain.undo(older))
            .withMessageContaining("is not the one that this chain sealed last");
        assertThat(marked(OUTER)).isEqualTo(before);
      }
      chain.undo(blocks.get(i));
      assertThat(marked(INNER)).isEmpty();
      assertThat(marked(OUTER)).isEqualTo(i == 0 ? "" : "n" + i);
      assertThat(chain.block()).isEqualTo(blocks.get(i).info());
    }
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(blocks.get(0)));
    assertThat(chain.seal(block(2, 1000)).receipts()).isEmpty();
  }

  @Test
  void aBlockOfAnotherChainIsRefused() {
    Block<L2Receipt> foreign =
        new L2Chain(StarknetChain.SEPOLIA, block(1, 1000)).seal(block(2, 1000));
    chain.seal(block(2, 1000));
    assertThatIllegalArgumentException().isThrownBy(() -> chain.undo(foreign));
    assertThat(chain.block()).isEqualTo(block(2, 1000));
  }

  @ParameterizedTest
  @CsvSource({"1, 1000", "0, 2000", "2, 999"})
  void theNextBlockMustFollow(long number, long time) {
    deposit();
    BlockInfo next = block(number, time);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chain.seal(next))
        .withMessageContaining("does not follow");
    assertThat(chain.block()).isEqualTo(block(1, 1000));
    assertThat(chain.seal(block(2, 1000)).receipts()).hasSize(1);
  }

  @Test
  void aSenderThatIsNoL1AddressReverts() {
    L1HandlerTransaction transaction =
        new L1HandlerTransaction(
            OUTER, Selector.ofName("run"), List.of(Felt.MAX), Felt.ZERO, chain.network().id());
    assertReverted(chain.execute(transaction), "is not an address");
  }

  @Test
  void panicsAreReadable() {
    Bytes32 name = Felt.fromShortString("hello").toBytes32();
    PanicData data = PanicData.of(List.of(Felt.of(name), Felt.of(7), Felt.ZERO));
    assertThat(data.description()).isEqualTo("\"hello\", 0x7, 0x0");
    assertThat(data.data())
        .isEqualTo(
            Bytes.concat(name.toBytes(), Felt.of(7).toBytes32().toBytes(), Bytes.of(new byte[32])));
    List<Felt> felts = new ArrayList<>(List.of(Felt.ONE));
    PanicData copied = new PanicData(felts, "x");
    felts.clear();
    assertThat(copied.felts()).containsExactly(Felt.ONE);
  }
}
