// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.ipc.trace.MessageTrace;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GatewayLogsTest {
  /** How many mutations are tried: {@code -Dcrossline.mutated=150000}. */
  private static final int MUTATED = Integer.getInteger("crossline.mutated", 2000);

  private static final EthAddress GATEWAY =
      EthAddress.parse("0x00000000000000000000000000000000000000a1");
  private static final EthAddress ACTOR =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final SubnetId ROOT = SubnetId.root(314);
  private static final SubnetId CHILD = ROOT.child(ACTOR);
  private static final IpcEnvelope DOWN =
      new IpcEnvelope(
          EnvelopeKind.TRANSFER,
          UInt64.ZERO,
          UInt64.ZERO,
          UInt256.of(5),
          IpcAddress.of(CHILD, ACTOR),
          IpcAddress.of(ROOT, ACTOR),
          Bytes.EMPTY);
  private static final IpcEnvelope UP =
      new IpcEnvelope(
          EnvelopeKind.TRANSFER,
          UInt64.ZERO,
          UInt64.ONE,
          UInt256.of(6),
          IpcAddress.of(ROOT, ACTOR),
          IpcAddress.of(CHILD, ACTOR),
          Bytes.EMPTY);

  private static GatewayLogs logs() {
    return new GatewayLogs(
        List.of(
            GatewayLogs.Network.parse("/r314=" + GATEWAY, EthAddress::parse),
            GatewayLogs.Network.parse(CHILD + "@10", EthAddress::parse)));
  }

  private static EthLog log(EthAddress gateway, long block, boolean atTheEnd, GatewayEvent event) {
    EthLog log = EthLog.of(event.toLog(gateway));
    Optional<Bytes32> hash =
        atTheEnd ? Optional.empty() : Optional.of(Bytes32.ofLimbs(0, 0, 1, block));
    return new EthLog(
        log.address(),
        log.topics(),
        log.data(),
        Optional.of(UInt64.of(block)),
        hash,
        hash,
        Optional.of(UInt64.ZERO),
        Optional.of(UInt64.ZERO),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static EthLog down(EthAddress gateway, long block) {
    return log(
        gateway, block, false, new GatewayEvent.NewTopDownMessage(ACTOR, DOWN, DOWN.tracingId()));
  }

  private static List<MessageTrace> traces(GatewayLogs logs) {
    return logs.traces(SubnetId::toString).traces();
  }

  @Test
  void aLogCountsIfTheGatewayOfItsNetworkEmittedIt() {
    GatewayLogs logs = logs();
    assertThat(logs.add(down(ACTOR, 3), Optional.empty())).isEmpty();
    assertThat(logs.add(down(GATEWAY, 3), Optional.of(CHILD))).isEmpty();
    assertThat(traces(logs)).isEmpty();
    assertThat(logs.add(down(GATEWAY, 3), Optional.empty())).isPresent();
    assertThat(logs.add(down(GATEWAY, 3), Optional.empty())).isEmpty();
    assertThat(traces(logs))
        .singleElement()
        .satisfies(trace -> assertThat(trace.status()).isEqualTo(MessageStatus.SENT));
  }

  /** They have no hash of block or transaction, and count from 0 again. */
  @Test
  void logsOfTheEndOfABlockBelongToTheBlockOfTheirNumber() {
    GatewayLogs logs = logs();
    EthAddress gateway = SystemActors.SUBNET_GATEWAY;
    logs.add(
        log(gateway, 10, true, new GatewayEvent.BottomUpBatchRecorded(UInt64.of(10), List.of(UP))),
        Optional.empty());
    logs.add(
        log(gateway, 4, false, new GatewayEvent.QueuedBottomUpMessage(UP.tracingId())),
        Optional.empty());
    assertThat(traces(logs))
        .singleElement()
        .satisfies(
            trace -> {
              assertThat(trace.status()).isEqualTo(MessageStatus.IN_CHECKPOINT);
              assertThat(trace.envelope()).contains(UP);
            });
  }

  @Test
  void whatAReorganisationTookBackIsNoFact() {
    GatewayLogs logs = logs();
    logs.add(down(GATEWAY, 3), Optional.empty());
    EthLog removed =
        EthLog.parse(down(GATEWAY, 3).toJson().replace("\"removed\":false", "\"removed\":true"));
    logs.add(removed, Optional.empty());
    assertThat(traces(logs)).isEmpty();
  }

  @Test
  void aTransactionThatMovedIsInItsLastBlock() {
    GatewayLogs logs = logs();
    logs.add(down(GATEWAY, 3), Optional.empty());
    EthLog moved =
        EthLog.parse(
            down(GATEWAY, 3)
                .toJson()
                .replace("\"blockNumber\":\"0x3\"", "\"blockNumber\":\"0x4\"")
                .replaceFirst(
                    "\"blockHash\":\"[^\"]*\"", "\"blockHash\":\"0x" + "77".repeat(32) + '"'));
    logs.add(moved, Optional.empty());
    assertThat(traces(logs))
        .singleElement()
        .satisfies(trace -> assertThat(trace.toString()).contains("sent in block 4"));
  }

  @Test
  void receiptsAndLogsOnTheirOwnAreTheSame() {
    EthLog log = down(GATEWAY, 3);
    EthReceipt receipt =
        EthReceipt.parse(
            "{\"status\": \"0x1\", \"transactionHash\": \""
                + log.transactionHash().orElseThrow()
                + "\", \"logs\": ["
                + log.toJson()
                + "]}");
    GatewayLogs logs = logs();
    assertThat(logs.add(receipt, Optional.empty())).hasSize(1);
    assertThat(logs.add(log, Optional.empty())).isEmpty();
    assertThat(logs.add(receipt, Optional.of(ROOT))).isEmpty();
  }

  @Test
  void whatIsNotKnownIsTold() {
    GatewayLogs logs = logs();
    EthLog odd =
        EthLog.parse(
            down(GATEWAY, 3).toJson().replaceFirst("\"topics\":\\[\"0x..", "\"topics\":[\"0x00"));
    logs.add(odd, Optional.empty());
    assertThat(logs.unknown()).containsExactly(odd);
  }

  @Test
  void aNetworkIsReadFromText() {
    GatewayLogs.Network root = GatewayLogs.Network.parse("/r314=" + GATEWAY, EthAddress::parse);
    assertThat(root.id()).isEqualTo(ROOT);
    assertThat(root.gateway()).isEqualTo(GATEWAY);
    GatewayLogs.Network child = GatewayLogs.Network.parse(CHILD + "@10", EthAddress::parse);
    assertThat(child.gateway()).isEqualTo(SystemActors.SUBNET_GATEWAY);
    assertThat(child.checkPeriod()).contains(UInt256.of(10));
    for (String wrong :
        List.of("", "/r314", "314=" + GATEWAY, "/r314=0x1", CHILD + "@0", "/r1@x")) {
      assertThatThrownBy(() -> GatewayLogs.Network.parse(wrong, EthAddress::parse))
          .as(wrong)
          .isInstanceOf(MalformedInputException.class);
    }
  }

  /** Whatever is done to the characters of a log, it is read or there is a typed error. */
  @Test
  void nothingElseEscapes() {
    Random random = new Random(20_261_201);
    List<String> texts =
        List.of(
            down(GATEWAY, 3).toJson(),
            log(
                    SystemActors.SUBNET_GATEWAY,
                    10,
                    true,
                    new GatewayEvent.BottomUpBatchRecorded(UInt64.of(10), List.of(UP)))
                .toJson());
    int taken = 0;
    int refused = 0;
    for (int i = 0; i < MUTATED; i++) {
      StringBuilder text = new StringBuilder(texts.get(i % 2));
      for (int n = random.nextInt(3); n >= 0; n--) {
        text.setCharAt(
            random.nextInt(text.length()),
            random.nextInt(4) == 0
                ? (char) (32 + random.nextInt(95))
                : "0123456789abcdef".charAt(random.nextInt(16)));
      }
      try {
        GatewayLogs logs = logs();
        logs.add(EthLog.parse(text.toString()), Optional.empty());
        traces(logs).forEach(MessageTrace::lines);
        taken++;
      } catch (MalformedInputException typed) {
        refused++;
      }
    }
    assertThat(taken).isPositive();
    assertThat(refused).isPositive();
  }
}
