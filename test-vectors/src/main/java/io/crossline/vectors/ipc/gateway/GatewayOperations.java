// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import static io.crossline.vectors.ipc.gateway.GatewayForms.ENVELOPES;

import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.gateway.GatewayFunctions;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions of the gateway that change it, by the name that steps give in {@code op}. */
final class GatewayOperations {
  private static final Map<String, GatewayOperation<?, ?>> ALL = new TreeMap<>();

  static {
    add("sendContractXnetMessage", Optional.of(EnvelopeForms.ENVELOPE), EnvelopeForms.ENVELOPE);
    RecordShape<Record> finality = RecordShape.of(arguments("commitParentFinality"));
    put(
        "commitParentFinality",
        List.of("height", "blockHash"),
        Forms.mapped(
            GatewayForms.FINALITY,
            committed -> finality.join(new Object[] {committed}),
            call -> (ParentFinality) finality.split(call)[0]),
        Optional.of(GatewayForms.COMMITTED_FINALITY));
    add("applyCrossMessages", Optional.empty(), ENVELOPES);
    add("execBottomUpMsgBatch", Optional.empty(), ENVELOPES);
    add("propagateAll", Optional.empty());
    add("fund", Optional.empty(), EnvelopeForms.SUBNET_ID, EnvelopeForms.FVM_ADDRESS);
    add(
        "fundWithToken",
        Optional.empty(),
        EnvelopeForms.SUBNET_ID,
        EnvelopeForms.FVM_ADDRESS,
        Forms.UINT256);
    add("release", Optional.empty(), EnvelopeForms.FVM_ADDRESS);
    add("register", Optional.empty(), Forms.UINT256, Forms.UINT256);
    add("kill", Optional.empty());
    add("approveSubnet", Optional.empty(), Forms.ADDRESS);
    add("rejectApprovedSubnet", Optional.empty(), Forms.ADDRESS);
    add("addStake", Optional.empty(), Forms.UINT256);
    add("releaseStake", Optional.empty(), Forms.UINT256);
    add("commitCheckpoint", Optional.empty(), CheckpointForms.CHECKPOINT);
  }

  private GatewayOperations() {}

  static Map<String, GatewayOperation<?, ?>> all() {
    return ALL;
  }

  /** The record that a function takes, which bears its name. */
  @SuppressWarnings("unchecked") // all operations are records
  private static Class<Record> arguments(String name) {
    return Stream.of(io.crossline.ipc.gateway.GatewayOperation.class.getPermittedSubclasses())
        .filter(type -> type.getSimpleName().equalsIgnoreCase(name))
        .map(type -> (Class<Record>) type)
        .findFirst()
        .orElseThrow();
  }

  private static void add(String name, Optional<? extends Form<?>> returns, Form<?>... forms) {
    Class<Record> type = arguments(name);
    put(name, RecordShape.of(type).names(), ObjectForm.record(type, forms), returns);
  }

  @SuppressWarnings("unchecked") // a function takes the record that bears its name
  private static void put(
      String name,
      List<String> fields,
      Form<Record> arguments,
      Optional<? extends Form<?>> returns) {
    ALL.put(
        name,
        new GatewayOperation<>(
            (IpcFunction<Record, Object>) (IpcFunction<?, ?>) GatewayFunctions.named(name),
            fields,
            arguments,
            (Optional<Form<Object>>) (Optional<?>) returns));
  }
}
