// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.Chain;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayConfig;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopDownTest {
  private static final EthAddress PARENT_GATEWAY = EthAddress.of(UInt256.of(1));
  private static final EthAddress ACTOR = EthAddress.of(UInt256.of(2));
  private static final EthAddress PERSON = EthAddress.of(UInt256.of(3));
  private static final SubnetId ROOT = SubnetId.root(7);
  private static final SubnetId HERE = ROOT.child(ACTOR);

  /** A parent whose block n has what was put into it. */
  private static final class Parent implements ParentView {
    private final List<List<Log>> blocks = new ArrayList<>();

    void block(Log... logs) {
      blocks.add(List.of(logs));
    }

    @Override
    public UInt64 head() {
      return UInt64.of(blocks.size() - 1L);
    }

    @Override
    public Bytes32 blockHash(UInt64 height) {
      return height.toBytes32();
    }

    @Override
    public List<Log> logs(UInt64 height) {
      return blocks.get((int) height.longValueExact());
    }
  }

  private final Parent parent = new Parent();
  private final Chain chain = new Chain("child", new BlockInfo(UInt64.ONE, UInt64.ONE));
  private final Gateway gateway =
      Gateway.deploy(
          chain, EthAddress.of(UInt256.of(9)), GatewayConfig.of(HERE, UInt256.of(10), PERSON));
  private final TopDownExecution execution =
      new TopDownExecution(chain, gateway, parent, PARENT_GATEWAY, UInt64.ZERO);

  private static IpcEnvelope transfer(long nonce, long value) {
    return IpcEnvelope.createTransferMsg(
            IpcAddress.of(ROOT, PERSON), IpcAddress.of(HERE, PERSON), UInt256.of(value))
        .withNonces(UInt64.of(nonce), UInt64.ZERO);
  }

  private static Log log(EthAddress gateway, EthAddress actor, IpcEnvelope message) {
    return new NewTopDownMessage(actor, message, message.tracingId()).toLog(gateway);
  }

  private static Log down(long nonce, long value) {
    return log(PARENT_GATEWAY, ACTOR, transfer(nonce, value));
  }

  private static ParentFinality finality(long height) {
    return new ParentFinality(UInt256.of(height), UInt64.of(height).toBytes32());
  }

  @Test
  void aVoterStaysBehindTheHead() {
    for (int i = 0; i <= 5; i++) {
      parent.block();
    }
    FinalityVoter voter = FinalityVoter.atDepth(2);
    assertThat(voter.propose(ParentFinality.NONE, parent)).contains(finality(3));
    assertThat(voter.propose(finality(2), parent)).contains(finality(3));
    assertThat(voter.propose(finality(3), parent)).isEmpty();
    assertThat(FinalityVoter.atDepth(5).propose(ParentFinality.NONE, parent))
        .isEqualTo(Optional.empty());
  }

  @Test
  void readsItsOwnMessagesAndSortsThem() {
    parent.block(
        down(1, 5),
        log(PARENT_GATEWAY, PERSON, transfer(7, 5)),
        log(PERSON, ACTOR, transfer(8, 5)),
        new Log(PARENT_GATEWAY, List.of(), Bytes.EMPTY),
        down(0, 5));
    parent.block(down(2, 5));
    assertThat(TopDownMessages.fetch(parent, PARENT_GATEWAY, ACTOR, UInt64.ZERO, UInt64.ONE))
        .containsExactly(transfer(0, 5), transfer(1, 5), transfer(2, 5));
    assertThat(TopDownMessages.fetch(parent, PARENT_GATEWAY, ACTOR, UInt64.ONE, UInt64.ZERO))
        .isEmpty();
  }

  @Test
  void aGapIsNotApplied() {
    parent.block(down(0, 5), down(2, 5));
    assertThatThrownBy(() -> execution.run(finality(0)))
        .isInstanceOf(NonSequentialNonceException.class)
        .hasMessageContaining("found local nonce 2, expected 1");
    assertThat(gateway.view().getLatestParentFinality()).isEqualTo(ParentFinality.NONE);
  }

  @Test
  void mintsWhatComesDownAndContinuesWhereItStopped() {
    parent.block();
    parent.block(down(0, 5));
    parent.block(down(1, 7));
    Outcome<List<Delivery>> first = execution.run(finality(1));
    assertThat(first.orThrow()).hasSize(1);
    assertThat(chain.balance(PERSON)).isEqualTo(UInt256.of(5));
    Outcome<List<Delivery>> second = execution.run(finality(2));
    assertThat(second.orThrow()).hasSize(1);
    assertThat(chain.balance(PERSON)).isEqualTo(UInt256.of(12));
    assertThat(gateway.view().getLatestParentFinality()).isEqualTo(finality(2));
    assertThat(gateway.view().appliedTopDownNonce()).isEqualTo(UInt64.of(2));
  }

  @Test
  void whatCannotBeAppliedChangesNothingAndComesAgain() {
    IpcEnvelope upwards =
        IpcEnvelope.createTransferMsg(
            IpcAddress.of(HERE.child(PERSON), PERSON), IpcAddress.of(HERE, PERSON), UInt256.of(5));
    parent.block();
    parent.block(log(PARENT_GATEWAY, ACTOR, upwards));
    Outcome<List<Delivery>> refused = execution.run(finality(1));
    assertThat(refused).isEqualTo(Outcome.reverted(IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY));
    assertThat(gateway.view().getLatestParentFinality()).isEqualTo(ParentFinality.NONE);
    assertThat(chain.balance(gateway.address())).isEqualTo(UInt256.ZERO);
  }
}
