// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The postman of starknet-devnet 0.8.1: parameters and answers, as section 11 of the spec has them.
 */
class PostmanTest {
  private static final EthAddress L1 =
      EthAddress.parse("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512");
  private static final Felt L2 =
      Felt.parse("0x285ddb7e5c777b310d806b9b2a0f7c7ba0a41f12b420219209d97a3b7f25b2");
  private static final L1ToL2Message TO_L2 =
      L1ToL2Message.of(L1, L2, Felt.of(3), Payload.of(Felt.of(1), Felt.of(2)), Felt.ZERO)
          .withFee(UInt256.parse("0x123456abcdef"));
  private static final L2ToL1Message TO_L1 =
      L2ToL1Message.of(L2, L1, Payload.of(Felt.ZERO, Felt.ONE, Felt.of(1000)));
  private static final String TO_L1_TEXT =
      "{\"from_address\":\"0x285ddb7e5c777b310d806b9b2a0f7c7ba0a41f12b420219209d97a3b7f25b2\","
          + "\"to_address\":\"0xe7f1725e7734ce288f8367e1bb143e90bb3f0512\","
          + "\"payload\":[\"0x0\",\"0x1\",\"0x3e8\"]}";
  private static final String TO_L2_TEXT =
      "{\"l2_contract_address\":"
          + "\"0x285ddb7e5c777b310d806b9b2a0f7c7ba0a41f12b420219209d97a3b7f25b2\","
          + "\"entry_point_selector\":\"0x3\","
          + "\"l1_contract_address\":\"0xe7f1725e7734ce288f8367e1bb143e90bb3f0512\","
          + "\"payload\":[\"0x1\",\"0x2\"],\"paid_fee_on_l1\":\"0x123456abcdef\",\"nonce\":\"0x0\"}";

  private static String request(String method, String params) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \""
        + method
        + "\", \"params\": "
        + params
        + "}";
  }

  @Test
  void load() {
    Postman.Load load =
        new Postman.Load("http://localhost:8545", Optional.of(L1), Optional.of(Bytes32.ZERO));
    assertThat(load.toJson())
        .isEqualTo(
            "{\"network_url\":\"http://localhost:8545\",\"messaging_contract_address\":\""
                + L1
                + "\",\"deployer_account_private_key\":\""
                + Bytes32.ZERO
                + "\"}");
    assertThat(Postman.Load.parse(load.toJson())).isEqualTo(load);
    assertThat(Postman.Load.parse(request(Postman.Load.METHOD, load.toJson()))).isEqualTo(load);
    String alias = load.toJson().replace("messaging_contract_address", "address");
    assertThat(Postman.Load.parse(alias)).isEqualTo(load);
    Postman.Load bare = new Postman.Load("u", Optional.empty(), Optional.empty());
    assertThat(bare.toJson()).isEqualTo("{\"network_url\":\"u\"}");
    assertThat(Postman.Load.parse(bare.toJson())).isEqualTo(bare);
    Postman.Load.Answer answer = new Postman.Load.Answer(L1);
    assertThat(answer.toJson()).isEqualTo("{\"messaging_contract_address\":\"" + L1 + "\"}");
    assertThat(Postman.Load.Answer.parse(answer.toJson())).isEqualTo(answer);
  }

  @Test
  void thePrivateKeyIsNotInTheText() {
    Bytes32 key = Bytes32.ofLimbs(0, 0, 0, 0xdeadbeefL);
    Postman.Load load = new Postman.Load("u", Optional.empty(), Optional.of(key));
    assertThat(load.toJson()).contains("deadbeef");
    assertThat(load.toString()).doesNotContain("deadbeef").contains("(given)");
  }

  @Test
  void flush() {
    assertThat(new Postman.Flush(true).toJson()).isEqualTo("{\"dry_run\":true}");
    assertThat(Postman.Flush.parse("{\"dry_run\":true}").dryRun()).isTrue();
    assertThat(Postman.Flush.parse("{}").dryRun()).isFalse();
    assertThat(Postman.Flush.parse(request(Postman.Flush.METHOD, "{\"dry_run\": true}")).dryRun())
        .isTrue();
    assertThat(Postman.Flush.parse("{\"method\": \"devnet_postmanFlush\"}").dryRun()).isFalse();
    Postman.Flush.Answer answer =
        new Postman.Flush.Answer(
            List.of(TO_L1),
            List.of(new Postman.SendMessageToL2(TO_L2, Optional.empty())),
            List.of(Felt.of(7)),
            "dry run");
    assertThat(answer.toJson())
        .isEqualTo(
            "{\"messages_to_l1\":["
                + TO_L1_TEXT
                + "],\"messages_to_l2\":["
                + TO_L2_TEXT
                + "],\"generated_l2_transactions\":[\"0x7\"],\"l1_provider\":\"dry run\"}");
    assertThat(Postman.Flush.Answer.parse(answer.toJson())).isEqualTo(answer);
  }

  @Test
  void sendMessageToL2() {
    Postman.SendMessageToL2 send = new Postman.SendMessageToL2(TO_L2, Optional.empty());
    assertThat(send.toJson()).isEqualTo(TO_L2_TEXT);
    assertThat(Postman.SendMessageToL2.parse(TO_L2_TEXT)).isEqualTo(send);
    String named = TO_L2_TEXT.replace("}", ",\"l1_transaction_hash\":\"0x000abc123\"}");
    Postman.SendMessageToL2 found = Postman.SendMessageToL2.parse(named);
    assertThat(found.l1TransactionHash()).contains(Bytes32.ofLimbs(0, 0, 0, 0xabc123));
    assertThat(Postman.SendMessageToL2.parse(found.toJson())).isEqualTo(found);
    String padded = TO_L2_TEXT.replace("0xe7f1", "0x000000000000000000000000e7f1");
    assertThat(Postman.SendMessageToL2.parse(padded)).isEqualTo(send);
    Postman.SendMessageToL2.Answer answer = new Postman.SendMessageToL2.Answer(Felt.of(0x548));
    assertThat(answer.toJson()).isEqualTo("{\"transaction_hash\":\"0x548\"}");
    assertThat(Postman.SendMessageToL2.Answer.parse("{\"transaction_hash\": \"0x0548\"}"))
        .isEqualTo(answer);
  }

  @Test
  void whatThePostmanCannotSendIsRefused() {
    L1ToL2Message free = L1ToL2Message.of(L1, L2, Felt.ONE, Payload.EMPTY, Felt.ONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Postman.SendMessageToL2(free, Optional.empty()))
        .withMessageContaining("withFee");
    L1ToL2Message wide = L1ToL2Message.of(L1, Felt.PRIME, Felt.ONE, Payload.EMPTY, Felt.ONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Postman.SendMessageToL2(wide.withFee(UInt256.ONE), Optional.empty()))
        .withMessageContaining("felts only: to is");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Postman.SendMessageToL2(free.withFee(Felt.PRIME), Optional.empty()))
        .withMessageContaining("felts only: the fee is");
  }

  @Test
  void consumeMessageFromL2() {
    Postman.ConsumeMessageFromL2 consume = new Postman.ConsumeMessageFromL2(TO_L1);
    assertThat(consume.toJson()).isEqualTo(TO_L1_TEXT);
    assertThat(Postman.ConsumeMessageFromL2.parse(TO_L1_TEXT)).isEqualTo(consume);
    Postman.ConsumeMessageFromL2.Answer answer =
        new Postman.ConsumeMessageFromL2.Answer(Bytes32.ofLimbs(0, 0, 0, 1));
    assertThat(answer.toJson()).isEqualTo("{\"message_hash\":\"0x" + "0".repeat(63) + "1\"}");
    assertThat(Postman.ConsumeMessageFromL2.Answer.parse("{\"message_hash\": \"0x1\"}"))
        .isEqualTo(answer);
  }

  @Test
  void aRequestForSomethingElseIsRefused() {
    assertThatThrownBy(() -> Postman.Flush.parse(request(Postman.Load.METHOD, "{}")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("must be devnet_postmanFlush, found devnet_postmanLoad");
    assertThatThrownBy(() -> Postman.Flush.parse(request(Postman.Flush.METHOD, "[true]")))
        .hasMessageContaining("params: must be an object, found an array");
  }
}
