// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.RpcErrorException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class JsonRpcTest {
  private static String answer(String inside) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, " + inside + "}";
  }

  @Test
  void anAnswerIsTakenOutOfItsEnvelope() {
    String receipt = RealMessages.mainnetReceipt();
    assertThat(EthReceipt.parse(answer("\"result\": " + receipt)))
        .isEqualTo(EthReceipt.parse(receipt));
    assertThat(EthLog.parseAll(answer("\"result\": [], \"error\": null"))).isEmpty();
  }

  @Test
  void anErrorIsThrownAsSuch() {
    String unknown =
        answer("\"error\": {\"code\": 29, \"message\": \"Transaction hash not found\"}");
    assertThatThrownBy(() -> RpcMessageStatus.parse(unknown))
        .isInstanceOf(RpcErrorException.class)
        .hasMessage(
            "messages status:1:38: error: the node answered with error 29, Transaction hash not"
                + " found")
        .asInstanceOf(InstanceOfAssertFactories.type(RpcErrorException.class))
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo(StarknetErrors.TXN_HASH_NOT_FOUND);
              assertThat(e.error()).isEqualTo("Transaction hash not found");
              assertThat(e.place().path()).hasToString("error");
            });
  }

  @Test
  void nullMeansThatTheNodeDoesNotKnow() {
    assertThatThrownBy(() -> EthReceipt.parse(answer("\"result\": null")))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("result: the node's answer is null");
  }

  @Test
  void anEnvelopeHasAResultOrAnError() {
    assertThatThrownBy(() -> EthReceipt.parse("{\"jsonrpc\": \"2.0\", \"id\": 1}"))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("must have a result or an error, found neither");
  }

  @Test
  void anErrorIsShownWithAllThatTheServerSaysOfIt() {
    assertThatThrownBy(() -> EthReceipt.parse(answer("\"error\": \"bad\"")))
        .isInstanceOf(RpcErrorException.class)
        .hasMessageContaining("error: the server answered with an error: bad");
    assertThatThrownBy(
            () ->
                EthReceipt.parse(
                    "["
                        + answer(
                            "\"error\": {\"code\": 3, \"message\": \"execution reverted\","
                                + " \"data\": {\"reason\": [1.50, true, null]}}")
                        + "]"))
        .hasMessageEndingWith(
            "[0].error: the node answered with error 3, execution reverted,"
                + " data {\"reason\":[1.50,true,null]}");
    assertThatThrownBy(
            () ->
                EthLog.parseAll(
                    "{\"status\": \"0\", \"message\": \"NOTOK\","
                        + " \"result\": \"Max rate limit reached\"}"))
        .isInstanceOf(RpcErrorException.class)
        .hasMessageEndingWith("NOTOK, Max rate limit reached");
  }
}
