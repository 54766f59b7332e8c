// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import static io.crossline.vectors.ipc.gateway.GatewayForms.ENVELOPES;

import io.crossline.ipc.abi.IpcFunction;
import io.crossline.ipc.gateway.AddStake;
import io.crossline.ipc.gateway.ApplyCrossMessages;
import io.crossline.ipc.gateway.ApproveSubnet;
import io.crossline.ipc.gateway.CommitCheckpoint;
import io.crossline.ipc.gateway.CommitParentFinality;
import io.crossline.ipc.gateway.ExecBottomUpMsgBatch;
import io.crossline.ipc.gateway.Fund;
import io.crossline.ipc.gateway.FundWithToken;
import io.crossline.ipc.gateway.Kill;
import io.crossline.ipc.gateway.PropagateAll;
import io.crossline.ipc.gateway.Register;
import io.crossline.ipc.gateway.RejectApprovedSubnet;
import io.crossline.ipc.gateway.Release;
import io.crossline.ipc.gateway.ReleaseStake;
import io.crossline.ipc.gateway.SendContractXnetMessage;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions of the gateway that change it, by the name that steps give in {@code op}. */
final class GatewayOperations {
  private static final Map<String, GatewayOperation<?, ?>> ALL = new TreeMap<>();

  static {
    add(
        SendContractXnetMessage.FUNCTION,
        ObjectForm.record(SendContractXnetMessage.class, EnvelopeForms.ENVELOPE),
        Optional.of(EnvelopeForms.ENVELOPE),
        "envelope");
    add(
        CommitParentFinality.FUNCTION,
        Forms.mapped(
            GatewayForms.FINALITY, CommitParentFinality::new, CommitParentFinality::finality),
        Optional.of(GatewayForms.COMMITTED_FINALITY),
        "height",
        "blockHash");
    add(ApplyCrossMessages.class, ApplyCrossMessages.FUNCTION, ENVELOPES);
    add(ExecBottomUpMsgBatch.class, ExecBottomUpMsgBatch.FUNCTION, ENVELOPES);
    add(PropagateAll.class, PropagateAll.FUNCTION);
    add(Fund.class, Fund.FUNCTION, EnvelopeForms.SUBNET_ID, EnvelopeForms.FVM_ADDRESS);
    add(
        FundWithToken.class,
        FundWithToken.FUNCTION,
        EnvelopeForms.SUBNET_ID,
        EnvelopeForms.FVM_ADDRESS,
        Forms.UINT256);
    add(Release.class, Release.FUNCTION, EnvelopeForms.FVM_ADDRESS);
    add(Register.class, Register.FUNCTION, Forms.UINT256, Forms.UINT256);
    add(Kill.class, Kill.FUNCTION);
    add(ApproveSubnet.class, ApproveSubnet.FUNCTION, Forms.ADDRESS);
    add(RejectApprovedSubnet.class, RejectApprovedSubnet.FUNCTION, Forms.ADDRESS);
    add(AddStake.class, AddStake.FUNCTION, Forms.UINT256);
    add(ReleaseStake.class, ReleaseStake.FUNCTION, Forms.UINT256);
    add(CommitCheckpoint.class, CommitCheckpoint.FUNCTION, CheckpointForms.CHECKPOINT);
  }

  private GatewayOperations() {}

  static Map<String, GatewayOperation<?, ?>> all() {
    return ALL;
  }

  private static <A extends Record> void add(
      Class<A> type, IpcFunction<A, ?> function, Form<?>... forms) {
    add(
        function,
        ObjectForm.record(type, forms),
        Optional.empty(),
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toArray(String[]::new));
  }

  private static <A, R> void add(
      IpcFunction<A, R> function, Form<A> arguments, Optional<Form<R>> returns, String... fields) {
    ALL.put(function.name(), new GatewayOperation<>(function, List.of(fields), arguments, returns));
  }
}
