// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import static io.crossline.simulation.audit.ipc.History.A;
import static io.crossline.simulation.audit.ipc.History.ALICE;
import static io.crossline.simulation.audit.ipc.History.B;
import static io.crossline.simulation.audit.ipc.History.C;
import static io.crossline.simulation.audit.ipc.History.ROOT;
import static io.crossline.simulation.audit.ipc.History.TELLER;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.event.GatewayEvent.StateCommitmentCreated;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** One thing changed in {@link Scripts#everything}. */
final class Distortions {
  private Distortions() {}

  private static Arguments of(String name, Consumer<History> distortion, String... expected) {
    return Arguments.of(name, distortion, List.of(expected));
  }

  private static Consumer<History> drop(SubnetId at, Class<? extends GatewayEvent> type, int skip) {
    return h -> h.told.remove(h.indexOf(at, type, skip));
  }

  private static Consumer<History> repeat(
      SubnetId at, Class<? extends GatewayEvent> type, int skip) {
    return h -> {
      int index = h.indexOf(at, type, skip);
      h.told.add(index, h.told.get(index));
    };
  }

  private static Consumer<History> swap(
      SubnetId at, Class<? extends GatewayEvent> type, int one, int other) {
    return h -> Collections.swap(h.told, h.indexOf(at, type, one), h.indexOf(at, type, other));
  }

  private static Consumer<History> number(SubnetId at, String name, long change) {
    return h -> h.state.add(at, name, change);
  }

  /** Changes a message that goes down; its id is made anew if asked. */
  private static Consumer<History> down(
      SubnetId at, int skip, boolean newId, UnaryOperator<IpcEnvelope> change) {
    return h -> {
      int index = h.indexOf(at, NewTopDownMessage.class, skip);
      NewTopDownMessage old = (NewTopDownMessage) h.event(index);
      IpcEnvelope changed = change.apply(old.message());
      h.replace(
          index,
          new NewTopDownMessage(old.subnet(), changed, newId ? changed.tracingId() : old.id()));
    };
  }

  /** Changes a message of a batch, and its queued id with it. */
  private static Consumer<History> up(
      SubnetId at, int batch, int place, UnaryOperator<IpcEnvelope> change) {
    return h -> {
      int index = h.indexOf(at, BottomUpBatchRecorded.class, batch);
      BottomUpBatchRecorded old = (BottomUpBatchRecorded) h.event(index);
      List<IpcEnvelope> messages = new ArrayList<>(old.msgs());
      IpcEnvelope changed = change.apply(messages.get(place));
      QueuedBottomUpMessage before = new QueuedBottomUpMessage(messages.get(place).tracingId());
      QueuedBottomUpMessage after = new QueuedBottomUpMessage(changed.tracingId());
      messages.set(place, changed);
      h.replace(index, new BottomUpBatchRecorded(old.checkpointHeight(), messages));
      h.told.replaceAll(
          told ->
              told.network().equals(at) && told.log().equals(before.toLog(History.GATEWAY))
                  ? new History.Told(at, told.block(), after.toLog(History.GATEWAY))
                  : told);
    };
  }

  private static Consumer<History> handled(int skip, UnaryOperator<History.Told> change) {
    return h -> {
      int left = skip;
      for (int i = 0; i < h.told.size(); i++) {
        if (HandledLog.parse(h.told.get(i).log()).isPresent() && left-- == 0) {
          h.told.set(i, change.apply(h.told.get(i)));
        }
      }
    };
  }

  private static IpcEnvelope with(IpcEnvelope e, UInt256 value, IpcAddress to, IpcAddress from) {
    return new IpcEnvelope(
        e.kind(), e.localNonce(), e.originalNonce(), value, to, from, e.message());
  }

  private static IpcEnvelope worth(IpcEnvelope e, long value) {
    return with(e, UInt256.of(value), e.to(), e.from());
  }

  /** Name, distortion, and the invariants that it breaks. */
  static Stream<Arguments> all() {
    return Stream.of(links(), fields(), answers(), handling(), funds()).flatMap(each -> each);
  }

  private static Stream<Arguments> links() {
    return Stream.of(
        of(
            "a commit is not told",
            drop(ROOT, NewTopDownMessage.class, 2),
            "I2",
            "I10",
            "I25",
            "I27"),
        of(
            "a relay is lost",
            h -> {
              h.told.remove(h.told.size() - 1);
              h.told.remove(h.told.size() - 1);
              h.state.add(A, "appliedUp", -2);
            },
            "I29"),
        of("applied twice by the counter", number(C, "appliedDown", 1), "I22"),
        of("a relay is lost, and what it brought is there", number(C, "appliedDown", -1), "I22"),
        of("a batch is never executed", number(A, "appliedUp", -2), "I22"),
        of("applied what was not sent", number(B, "appliedUp", 1), "I22"),
        of("the sender's nonce is too high", number(B, "sentDown", 1), "I21"),
        of("the sender's nonce up is too low", number(C, "sentUp", -1), "I21"),
        of(
            "wrong nonce down",
            down(ROOT, 2, true, e -> e.withNonces(UInt64.of(9), UInt64.ZERO)),
            "I2",
            "I22"),
        of("not stored", drop(A, MessageStoredInPostbox.class, 1), "I9", "I16"),
        of("stored twice", repeat(A, MessageStoredInPostbox.class, 1), "I8"),
        of("not propagated", drop(A, MessagePropagatedFromPostbox.class, 1), "I10", "I23", "I29"),
        of("propagated twice", repeat(A, MessagePropagatedFromPostbox.class, 1), "I9"),
        of("stored in another order", swap(A, MessageStoredInPostbox.class, 1, 2), "I15"),
        of("batch without commitment", drop(A, StateCommitmentCreated.class, 0), "I4"),
        of(
            "no batch",
            drop(A, BottomUpBatchRecorded.class, 1),
            "I2",
            "I4",
            "I8",
            "I9",
            "I17",
            "I26",
            "I27"),
        of(
            "a queued message is missing in its batch",
            h -> {
              int index = h.indexOf(C, BottomUpBatchRecorded.class, 0);
              BottomUpBatchRecorded old = (BottomUpBatchRecorded) h.event(index);
              h.replace(
                  index,
                  new BottomUpBatchRecorded(old.checkpointHeight(), old.msgs().subList(0, 1)));
              h.replace(index - 1, History.commitment(10, 1));
            },
            "I4",
            "I8",
            "I9",
            "I21",
            "I22",
            "I26",
            "I27"),
        of(
            "batch order swapped",
            h -> {
              int index = h.indexOf(B, BottomUpBatchRecorded.class, 0);
              BottomUpBatchRecorded old = (BottomUpBatchRecorded) h.event(index);
              List<IpcEnvelope> messages = new ArrayList<>(old.msgs());
              Collections.swap(messages, 0, 1);
              h.replace(index, new BottomUpBatchRecorded(old.checkpointHeight(), messages));
            },
            "I2",
            "I4"),
        of(
            "batch of another height",
            h -> {
              int index = h.indexOf(B, BottomUpBatchRecorded.class, 0);
              BottomUpBatchRecorded old = (BottomUpBatchRecorded) h.event(index);
              h.replace(index, new BottomUpBatchRecorded(UInt64.of(11), old.msgs()));
            },
            "I4",
            "I24"),
        of("checkpoint height differs", number(A, "checkpoint", -10), "I24"),
        of("postbox not empty", number(A, "postbox", 1), "I23"));
  }

  private static Stream<Arguments> fields() {
    return Stream.of(
        of(
            "another id",
            down(ROOT, 0, false, e -> worth(e, 6)),
            "I3",
            "I8",
            "I9",
            "I16",
            "I25",
            "I27"),
        of(
            "value changed on the way",
            down(A, 0, true, e -> worth(e, 4)),
            "I6",
            "I9",
            "I10",
            "I16",
            "I17",
            "I23",
            "I25",
            "I27",
            "I29"),
        of(
            "receiver changed on the way",
            down(A, 0, true, e -> with(e, e.value(), IpcAddress.of(C, ALICE), e.from())),
            "I6",
            "I9",
            "I10",
            "I16",
            "I17",
            "I23",
            "I29"),
        of(
            "original nonce set downwards",
            down(ROOT, 2, true, e -> e.withNonces(e.localNonce(), UInt64.of(1))),
            "I5",
            "I10",
            "I16"),
        of(
            "original nonce not set upwards",
            up(B, 0, 2, e -> e.withNonces(e.localNonce(), UInt64.ZERO)),
            "I5",
            "I10",
            "I16"),
        of(
            "sent from elsewhere",
            down(ROOT, 2, true, e -> with(e, e.value(), e.to(), IpcAddress.of(C, ALICE))),
            "I6",
            "I10",
            "I16"),
        of(
            "swapped children",
            h -> {
              int index = h.indexOf(ROOT, NewTopDownMessage.class, 2);
              NewTopDownMessage old = (NewTopDownMessage) h.event(index);
              h.replace(index, new NewTopDownMessage(A.actor(), old.message(), old.id()));
            },
            "I2",
            "I7",
            "I10",
            "I16",
            "I25",
            "I27"),
        of(
            "an unknown child",
            h -> {
              int index = h.indexOf(ROOT, NewTopDownMessage.class, 2);
              NewTopDownMessage old = (NewTopDownMessage) h.event(index);
              h.replace(index, new NewTopDownMessage(ALICE, old.message(), old.id()));
            },
            "I2",
            "I7",
            "I10",
            "I25",
            "I27"),
        of(
            "a log without its topics",
            h -> {
              int index = h.indexOf(A, MessageStoredInPostbox.class, 0);
              History.Told old = h.told.get(index);
              h.told.set(
                  index,
                  new History.Told(
                      A,
                      old.block(),
                      new Log(History.GATEWAY, old.log().topics().subList(0, 1), Bytes.EMPTY)));
            },
            "I1",
            "I9",
            "I16"));
  }

  private static Stream<Arguments> answers() {
    return Stream.of(
        of("a Result is missing", drop(ROOT, NewTopDownMessage.class, 4), "I16", "I21", "I22"),
        of("a Result comes twice", repeat(ROOT, NewTopDownMessage.class, 4), "I2", "I10"),
        of(
            "a Result with the wrong value",
            up(B, 0, 0, e -> worth(e, 6)),
            "I8",
            "I9",
            "I12",
            "I16",
            "I27"),
        of("an Ok with value", up(B, 0, 1, e -> worth(e, 3)), "I12", "I27"),
        of(
            "a Result to the wrong receiver",
            up(B, 0, 1, e -> with(e, e.value(), IpcAddress.of(ROOT, TELLER), e.from())),
            "I11",
            "I16"),
        of(
            "a Result of something else",
            up(
                B,
                0,
                1,
                e ->
                    Scripts.result(
                            UInt64.ONE.toBytes32(),
                            OutcomeType.OK,
                            Bytes.EMPTY,
                            e.value(),
                            e.from(),
                            e.to())
                        .withNonces(e.localNonce(), e.originalNonce())),
            "I10",
            "I16"),
        of(
            "refused for another reason",
            up(B, 0, 3, e -> refusedFor(e, InvalidXnetMessageReason.NO_ROUTE)),
            "I14",
            "I16",
            "I17"),
        of(
            "nonce refused without reason",
            up(B, 0, 3, e -> refusedFor(e, InvalidXnetMessageReason.NONCE)),
            "I14",
            "I16",
            "I17"),
        of(
            "executed on the way",
            up(
                B,
                0,
                3,
                e -> {
                  IpcEnvelope asked = Scripts.call(ROOT, e.from().subnetId(), "lost", 4);
                  return Scripts.result(asked, OutcomeType.ACTOR_ERR, Bytes.EMPTY)
                      .withNonces(e.localNonce(), e.originalNonce());
                }),
            "I14",
            "I16",
            "I17"),
        of(
            "a Result of a Result",
            h -> {
              h.at(C, 16);
              NewTopDownMessage result =
                  (NewTopDownMessage) h.event(h.indexOf(A, NewTopDownMessage.class, 1));
              h.told.removeIf(told -> told.network().equals(C) && told.block() == 15);
              h.up(Scripts.ok(result.message()), false);
              h.at(C, 20).batch();
              h.at(A, 41).stored(result.message());
            },
            "I8",
            "I13",
            "I16"));
  }

  private static IpcEnvelope refusedFor(IpcEnvelope e, InvalidXnetMessageReason reason) {
    IpcEnvelope asked = Scripts.call(ROOT, e.from().subnetId(), "lost", 4);
    return Scripts.result(asked, OutcomeType.SYSTEM_ERR, Scripts.refusal(reason))
        .withNonces(e.localNonce(), e.originalNonce());
  }

  private static Stream<Arguments> handling() {
    return Stream.of(
        of(
            "handled by another",
            handled(0, t -> new History.Told(A, t.block(), t.log())),
            "I17",
            "I19"),
        of(
            "handled twice",
            h -> {
              History.Told told = h.told.get(h.told.size() - 1);
              h.told.add(told);
            },
            "I17"),
        of(
            "Ok and not handled",
            h -> {
              int index = h.indexOf(C, QueuedBottomUpMessage.class, 0) - 1;
              h.told.remove(index);
            },
            "I19"),
        of(
            "calls handled in another order",
            h -> {
              int index = h.indexOf(A, QueuedBottomUpMessage.class, 2);
              Collections.swap(h.told, index - 1, index + 1);
            },
            "I15",
            "I18"),
        of("a Result is not handled", h -> h.told.remove(h.told.size() - 1), "I16"),
        of(
            "Results handled in another order",
            h -> {
              int last = h.told.size() - 1;
              Collections.swap(h.told, last, last - 1);
            },
            "I15",
            "I18"));
  }

  private static Stream<Arguments> funds() {
    return Stream.of(
        of("forgotten burn", number(C, "burnt", -7), "I26"),
        of("burnt too much", number(B, "burnt", 1), "I26"),
        of("minted twice", number(A, "coins", 5), "I25"),
        of("coins of the root made", number(ROOT, "coins", 1), "I25"),
        of(
            "supply not lowered",
            h -> {
              h.state.add(C, "supply", 7);
              h.state.add(A, "locked", 7);
            },
            "I27"),
        of("locked too little", number(ROOT, "locked", -1), "I28"));
  }
}
