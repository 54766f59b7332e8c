// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonObject;
import io.crossline.core.state.JournaledList;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.gateway.HandledForm.Handled;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;

/** Reads the exchanges of a case. */
final class ExchangeReader {
  private static final Shape BEHAVIOUR =
      Shape.of().in("kind", "gateway", "owner", "callHandler", "resultHandler");

  private ExchangeReader() {}

  /** Reads an exchange and puts it into the network, deployed by its owner. */
  static void read(
      VectorCase vector, Fields contract, String name, SubnetId subnet, NetworkBuilder network) {
    JsonObject json = contract.input("behaviour").asObject();
    Fields fields = vector.track(json, BEHAVIOUR);
    fields.input("kind");
    EthAddress address = contract.in("address", Forms.ADDRESS);
    JournaledList<Handled> handled =
        network.chain().state().list("handled by " + address, HandledForm.CODEC);
    ExchangeScript script =
        new ExchangeScript(
            HandlerActionReader.onCall(vector, fields.input("callHandler")),
            HandlerActionReader.onResult(vector, fields.input("resultHandler")));
    HandlerContract<ScriptedExchange> code =
        new HandlerContract<>(
            new ScriptedExchange(script, handled), subnet, fields.in("gateway", Forms.ADDRESS));
    network.deploy(contract.input("address"), address, code);
    network.addExchange(
        contract.input("name"), name, new Exchange(network.chain(), address, code, handled));
    network
        .chain()
        .execute(
            fields.in("owner", Forms.ADDRESS),
            address,
            UInt256.ZERO,
            code.operation(
                (exchange, context) -> {
                  exchange.construct(context);
                  return true;
                }))
        .orThrow();
  }
}
