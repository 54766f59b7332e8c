// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import static io.crossline.vectors.ipc.gateway.GatewayForms.ENVELOPES;

import io.crossline.ipc.abi.GatewayFunctions;
import io.crossline.ipc.abi.GatewayFunctions.Fund;
import io.crossline.ipc.abi.GatewayFunctions.FundWithToken;
import io.crossline.ipc.abi.GatewayFunctions.Register;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.abi.Nothing;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All functions of the gateway that change it, by the name that steps give in {@code op}. */
final class GatewayOperations {
  private static final Form<Fund> FUND =
      ObjectForm.record(Fund.class, EnvelopeForms.SUBNET_ID, EnvelopeForms.FVM_ADDRESS);
  private static final Form<FundWithToken> FUND_WITH_TOKEN =
      ObjectForm.record(
          FundWithToken.class, EnvelopeForms.SUBNET_ID, EnvelopeForms.FVM_ADDRESS, Forms.UINT256);
  private static final Form<Register> REGISTER =
      ObjectForm.record(Register.class, Forms.UINT256, Forms.UINT256);

  private static final Map<String, GatewayOperation<?, ?>> ALL = new TreeMap<>();

  static {
    one(
        GatewayFunctions.SEND_CONTRACT_XNET_MESSAGE,
        "envelope",
        EnvelopeForms.ENVELOPE,
        Optional.of(EnvelopeForms.ENVELOPE));
    one(GatewayFunctions.APPLY_CROSS_MESSAGES, "messages", ENVELOPES);
    one(GatewayFunctions.EXEC_BOTTOM_UP_MSG_BATCH, "messages", ENVELOPES);
    none(GatewayFunctions.PROPAGATE_ALL);
    several(GatewayFunctions.FUND, FUND, Optional.empty(), "subnetId", "to");
    several(
        GatewayFunctions.FUND_WITH_TOKEN,
        FUND_WITH_TOKEN,
        Optional.empty(),
        "subnetId",
        "to",
        "amount");
    one(GatewayFunctions.RELEASE, "to", EnvelopeForms.FVM_ADDRESS);
    several(
        GatewayFunctions.REGISTER, REGISTER, Optional.empty(), "genesisCircSupply", "collateral");
    none(GatewayFunctions.KILL);
    one(GatewayFunctions.APPROVE_SUBNET, "subnet", Forms.ADDRESS);
    one(GatewayFunctions.REJECT_APPROVED_SUBNET, "subnet", Forms.ADDRESS);
    one(GatewayFunctions.ADD_STAKE, "amount", Forms.UINT256);
    one(GatewayFunctions.RELEASE_STAKE, "amount", Forms.UINT256);
    several(
        GatewayFunctions.COMMIT_PARENT_FINALITY,
        GatewayForms.FINALITY,
        Optional.of(GatewayForms.COMMITTED_FINALITY),
        "height",
        "blockHash");
    one(GatewayFunctions.COMMIT_CHECKPOINT, "checkpoint", CheckpointForms.CHECKPOINT);
  }

  private GatewayOperations() {}

  static Map<String, GatewayOperation<?, ?>> all() {
    return ALL;
  }

  private static void none(IpcFunction<Nothing, Nothing> function) {
    several(
        function,
        ObjectForm.<Nothing>of().build(read -> Nothing.NOTHING),
        Optional.<Form<Nothing>>empty());
  }

  private static <A, R> void one(IpcFunction<A, R> function, String field, Form<A> form) {
    one(function, field, form, Optional.empty());
  }

  @SuppressWarnings("unchecked") // what the form of the field has read
  private static <A, R> void one(
      IpcFunction<A, R> function, String field, Form<A> form, Optional<Form<R>> returns) {
    several(
        function,
        ObjectForm.<A>of()
            .field(field, form, Function.identity())
            .build(read -> (A) read.get(field, Object.class)),
        returns,
        field);
  }

  private static <A, R> void several(
      IpcFunction<A, R> function, Form<A> arguments, Optional<Form<R>> returns, String... fields) {
    ALL.put(function.name(), new GatewayOperation<>(function, List.of(fields), arguments, returns));
  }
}
