// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.Revert;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Calls, results, errors and events of gateways in the words of vectors. */
final class GatewayWords {
  private static final IpcFunction<?, ?> SENDING =
      GatewayFunctions.named("sendContractXnetMessage");

  private GatewayWords() {}

  /** The arguments of a call as fields of a step. */
  static Members arguments(GatewayOperation<?> call) {
    Signature signature = call.function().signature();
    Members arguments =
        AbiJson.of(signature.parameters(), AbiCoder.decodeCall(signature, call.calldata()));
    return commitsFinality(call) ? arguments.inner("finality") : arguments;
  }

  private static boolean commitsFinality(GatewayOperation<?> call) {
    return call.function().name().equals("commitParentFinality");
  }

  /** What a call returned, where steps show it. */
  static void putReturned(Members expect, GatewayOperation<?> call, Object result) {
    if (result instanceof IpcEnvelope sent && call.function().equals(SENDING)) {
      expect.put("returns", envelope(sent));
    } else if (commitsFinality(call)) {
      ParentFinality previous = (ParentFinality) result;
      expect.put(
          "returns",
          new Members()
              .put("hasCommittedBefore", !previous.height().isZero())
              .put(
                  "previousFinality",
                  new Members()
                      .put("height", previous.height())
                      .put("blockHash", previous.blockHash().toString())));
    }
  }

  /** A message. */
  static Members envelope(IpcEnvelope envelope) {
    AbiType.Tuple parameters = SENDING.signature().parameters();
    return AbiJson.of(parameters, AbiCoder.decode(parameters, envelope.encoded()))
        .inner("envelope");
  }

  /** An error. */
  static Members error(Revert reason) {
    EvmRevert revert = EvmRevert.decode(reason.data(), IpcReverts.catalogue());
    Members error = new Members();
    if (revert instanceof Require require) {
      error.put("revert", require.reason());
    } else if (revert instanceof Panic panic) {
      error.put("panic", panic.code());
    } else {
      String name =
          revert.fold(
              require -> "Error",
              custom -> custom.signature().name(),
              panic -> "Panic",
              raw -> raw.data().isEmpty() ? "(empty)" : "(unknown)");
      error.put("error", name);
    }
    return error.put("data", reason.data().toString());
  }

  /** An event of a gateway. */
  static Object event(String gateway, Log log) {
    GatewayEventType type = GatewayEventType.byTopic(log.topics().get(0)).orElseThrow();
    return new Members()
        .put("gateway", gateway)
        .put("event", type.signature().name())
        .put("args", arguments(type, log))
        .toMap();
  }

  private static Members arguments(GatewayEventType type, Log log) {
    AbiType.Tuple parameters = type.signature().parameters();
    List<AbiType> inData = new ArrayList<>();
    for (int i = 0; i < parameters.components().size(); i++) {
      if (!isIndexed(type, i)) {
        inData.add(parameters.components().get(i));
      }
    }
    Iterator<AbiValue> data = AbiCoder.decode(types(inData), log.data()).values().iterator();
    Iterator<Bytes32> topics = log.topics().listIterator(1);
    List<AbiValue> values = new ArrayList<>();
    for (int i = 0; i < parameters.components().size(); i++) {
      values.add(
          isIndexed(type, i)
              ? indexed(parameters.components().get(i), topics.next())
              : data.next());
    }
    return AbiJson.of(parameters, AbiValue.tuple(values));
  }

  private static boolean isIndexed(GatewayEventType type, int parameter) {
    return type.indexed()
        .contains(type.signature().parameters().names().get(parameter).orElseThrow());
  }

  private static AbiValue indexed(AbiType type, Bytes32 topic) {
    return AbiCoder.decode(types(List.of(type)), topic.toBytes()).get(0);
  }

  private static AbiType.Tuple types(List<AbiType> types) {
    return AbiType.parameters(
        types.stream().map(AbiType::canonical).collect(Collectors.joining(",", "(", ")")));
  }
}
