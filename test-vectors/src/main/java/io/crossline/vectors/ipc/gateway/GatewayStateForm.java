// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.json.JsonValue;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.ipc.EnvelopeForms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How what a gateway holds after a step is written. */
final class GatewayStateForm {
  /**
   * What a gateway holds.
   *
   * @param bottomUpNonce the number of the next message upwards
   * @param appliedTopDownNonce the number expected of the next message from above
   * @param children its children, in storage order
   * @param postboxKeys the keys of its postbox, in storage order
   * @param batch the batch that the present block fills
   */
  record Held(
      UInt64 bottomUpNonce,
      UInt64 appliedTopDownNonce,
      List<Child> children,
      List<Bytes32> postboxKeys,
      Optional<Batch> batch) {}

  /**
   * A child of a gateway.
   *
   * @param aliases what the case calls the child: an actor that is a child of several parents bears
   *     the alias that it has with any of them
   * @param subnet the child
   */
  record Child(Set<String> aliases, Subnet subnet) {}

  /**
   * A batch of messages upwards.
   *
   * @param epoch the block that ends it
   * @param blockHeight the block that it says ends it
   * @param subnetId the network that it says it comes from
   * @param size how many messages it has
   * @param hash the hash of all of them
   * @param added those that the step added
   */
  record Batch(
      UInt256 epoch,
      UInt256 blockHeight,
      SubnetId subnetId,
      int size,
      Bytes32 hash,
      List<IpcEnvelope> added) {}

  private static final Form<Child> CHILD =
      ObjectForm.<Child>of()
          .field("alias", new AliasForm(), Child::aliases)
          .field("subnetId", EnvelopeForms.SUBNET_ID, child -> child.subnet().id())
          .field("topDownNonce", Forms.UINT64, child -> child.subnet().topDownNonce())
          .field(
              "appliedBottomUpNonce", Forms.UINT64, child -> child.subnet().appliedBottomUpNonce())
          .field("circSupply", Forms.UINT256, child -> child.subnet().circSupply())
          .field("stake", Forms.UINT256, child -> child.subnet().stake())
          .build(GatewayStateForm::child);

  private static final Form<Batch> BATCH =
      ObjectForm.record(
          Batch.class,
          Forms.UINT256,
          Forms.UINT256,
          EnvelopeForms.SUBNET_ID,
          Forms.number(1, Integer.MAX_VALUE),
          Forms.BYTES32,
          GatewayForms.ENVELOPES);

  static final Form<Held> HELD =
      ObjectForm.record(
          Held.class,
          Forms.UINT64,
          Forms.UINT64,
          Forms.list(CHILD),
          Forms.list(Forms.BYTES32),
          Forms.nullable(BATCH));

  private GatewayStateForm() {}

  private static Child child(ObjectForm.Reading read) {
    Subnet subnet =
        new Subnet(
            read.get("stake", UInt256.class),
            UInt256.ZERO,
            read.get("circSupply", UInt256.class),
            read.get("topDownNonce", UInt64.class),
            read.get("appliedBottomUpNonce", UInt64.class),
            read.get("subnetId", SubnetId.class));
    Set<?> aliases = read.get("alias", Set.class);
    return new Child(Set.copyOf(aliases.stream().map(String.class::cast).toList()), subnet);
  }

  /** One of several aliases. */
  private static final class AliasForm implements Form<Set<String>> {
    @Override
    public Set<String> read(JsonValue json) {
      return Set.of(json.asText());
    }

    @Override
    public void compare(JsonValue expected, Set<String> actual, Differences differences) {
      if (!actual.contains(expected.asText())) {
        differences.add(expected, write(actual));
      }
    }

    @Override
    public String write(Set<String> value) {
      return String.join(" or ", value);
    }
  }
}
