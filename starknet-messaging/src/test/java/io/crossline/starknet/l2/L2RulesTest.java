// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import org.junit.jupiter.api.Test;

class L2RulesTest {
  private static final Felt CLASS = Felt.of(0xc1a55);
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000e1");
  private static final Felt NO_L1_ADDRESS =
      Felt.parse("0x10000000000000000000000000000000000000000");

  static final class Library {
    @External
    Felt work(L2Context ctx, boolean fail) {
      ctx.storage().slot("n", Codec.UINT256, UInt256.ZERO).update(n -> n.plus(UInt256.ONE));
      ctx.sendMessageToL1(SENDER, Payload.of(ctx.caller()));
      if (fail) {
        throw new CairoPanic("library failed");
      }
      return ctx.self();
    }
  }

  static final class Caller {
    @L1Handler(anyone = true)
    void use(L2Context ctx, EthAddress from, boolean fail) {
      Payload calldata = Payload.of(Selector.ofName("work"), fail ? Felt.ONE : Felt.ZERO);
      CallResult result = ctx.libraryCall(CLASS, calldata.toBytes());
      ctx.storage().slot("answer", Codec.BYTES, calldata.toBytes()).set(result.data());
    }

    @L1Handler(anyone = true)
    void far(L2Context ctx, EthAddress from) {
      ctx.sendMessageToL1Syscall(NO_L1_ADDRESS, Payload.EMPTY);
    }

    @L1Handler(anyone = true)
    void fail(L2Context ctx, EthAddress from) {
      throw new CairoPanic("no");
    }
  }

  private L2Chain chain;
  private Felt caller;

  private L2Receipt run(L2Rules rules, String handler, Felt... payload) {
    chain = new L2Chain(StarknetChain.SEPOLIA, new BlockInfo(UInt64.ONE, UInt64.ONE), rules);
    caller = chain.deploy("caller", new Caller(), roles -> {});
    chain.declare(CLASS, new Library());
    L1ToL2Message message =
        L1ToL2Message.of(
            SENDER, caller, Selector.ofName(handler), Payload.of(payload), UInt64.ZERO);
    return chain.execute(L1HandlerTransaction.of(message, StarknetChain.SEPOLIA));
  }

  private UInt256 count() {
    return chain.storageOf(caller).slot("n", Codec.UINT256, UInt256.ZERO).get();
  }

  @Test
  void aLibraryCallUsesTheStorageAndTheAddressOfTheContractThatMakesIt() {
    L2Receipt receipt = run(L2Rules.DEPLOYED, "use", Felt.ZERO);
    assertThat(receipt.revertReason()).isEmpty();
    assertThat(count()).isEqualTo(UInt256.ONE);
    assertThat(receipt.messagesSent()).hasSize(1);
    assertThat(receipt.messagesSent().get(0).from().toFelt()).isEqualTo(caller);
    assertThat(receipt.messagesSent().get(0).payloadWords()).isEqualTo(Payload.of(Felt.ZERO));
  }

  @Test
  void aLibraryCallThatFailsIsUndoneAndGivenBack() {
    L2Receipt receipt = run(L2Rules.DEPLOYED, "use", Felt.ONE);
    assertThat(receipt.revertReason()).isEmpty();
    assertThat(count()).isEqualTo(UInt256.ZERO);
    assertThat(receipt.messagesSent()).isEmpty();
  }

  @Test
  void beforeV014AFailingHandlerIsNotIncluded() {
    L2Receipt included = run(L2Rules.V0_14, "fail");
    assertThat(included.included()).isTrue();
    assertThat(sealed().receipts()).containsExactly(included);
    L2Receipt rejected = run(L2Rules.V0_13, "fail");
    assertThat(rejected.included()).isFalse();
    assertThat(rejected.revertReason()).contains("\"no\"");
    assertThat(sealed().receipts()).isEmpty();
  }

  private Block<L2Receipt> sealed() {
    return chain.seal(new BlockInfo(UInt64.of(2), UInt64.ONE));
  }

  @Test
  void theReceiverIsCheckedWhereTheRulesSayIt() {
    assertThat(run(L2Rules.V0_14, "far").revertReason()).contains("\"L1_ADDRESS_OUT_OF_RANGE\"");
    L2Receipt unchecked = run(L2Rules.UNCHECKED_RECEIVER, "far");
    assertThat(unchecked.revertReason()).isEmpty();
    assertThat(unchecked.messagesSent().get(0).to().toFelt()).isEqualTo(NO_L1_ADDRESS);
  }
}
