// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.address.FilAddress;
import io.crossline.ipc.address.FilNetwork;
import io.crossline.ipc.address.FilProtocol;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;

/** How Filecoin addresses, and subnet ids of them, are written in vectors. */
final class FilForms {
  static final Form<FilNetwork> NETWORK = Forms.member(FilNetwork.values(), FilNetwork::toString);
  static final Form<FilAddress> ADDRESS = new AddressForm();
  static final Form<FilSubnetId> SUBNET_ID =
      ObjectForm.record(FilSubnetId.class, Forms.UINT64, Forms.list(ADDRESS));
  static final Form<FilSubnetId.CommonParent> COMMON_PARENT =
      ObjectForm.<FilSubnetId.CommonParent>of()
          .field("index", Forms.number(0, Integer.MAX_VALUE), FilSubnetId.CommonParent::index)
          .field("subnet", Forms.TEXT, common -> common.subnet().toText(FilNetwork.MAINNET))
          .build(
              read ->
                  new FilSubnetId.CommonParent(
                      read.get("index", Integer.class),
                      FilSubnetId.parse(read.get("subnet", String.class), FilNetwork.MAINNET)));

  private FilForms() {}

  /** An address, whose fields depend on its protocol. */
  private static final class AddressForm implements Form<FilAddress> {
    private static final Form<FilProtocol> PROTOCOL =
        Forms.member(FilProtocol.values(), FilProtocol::toString);
    private static final Form<FilAddress> ID =
        start()
            .field("id", Forms.UINT64, FilAddress::number)
            .build(read -> FilAddress.id(read.get("id", UInt64.class)));
    private static final Form<FilAddress> DELEGATED =
        start()
            .field("namespace", Forms.UINT64, FilAddress::number)
            .field("subaddress", Forms.BYTES, FilAddress::payload)
            .build(
                read ->
                    address(
                        FilProtocol.DELEGATED,
                        read.get("namespace", UInt64.class),
                        read.get("subaddress", Bytes.class)));
    private static final Form<FilAddress> HASH =
        start()
            .field("payload", Forms.BYTES, FilAddress::payload)
            .build(
                read ->
                    address(
                        read.get("protocol", FilProtocol.class),
                        UInt64.ZERO,
                        read.get("payload", Bytes.class)));

    private static ObjectForm.Builder<FilAddress> start() {
      return ObjectForm.<FilAddress>of().field("protocol", PROTOCOL, FilAddress::protocol);
    }

    private static FilAddress address(FilProtocol protocol, UInt64 number, Bytes payload) {
      try {
        return new FilAddress(protocol, number, payload);
      } catch (IllegalArgumentException e) {
        throw new MalformedInputException(String.valueOf(e.getMessage()));
      }
    }

    private static Form<FilAddress> form(FilProtocol protocol) {
      return switch (protocol) {
        case ID -> ID;
        case DELEGATED -> DELEGATED;
        default -> HASH;
      };
    }

    @Override
    public FilAddress read(JsonValue json) {
      try {
        return form(PROTOCOL.read(json.asObject().required("protocol"))).read(json);
      } catch (InvalidJsonException e) {
        throw e;
      } catch (MalformedInputException e) {
        throw json.invalid(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public void compare(JsonValue expected, FilAddress actual, Differences differences) {
      JsonValue protocol = expected.asObject().required("protocol");
      if (protocol.asText().equals(actual.protocol().toString())) {
        form(actual.protocol()).compare(expected, actual, differences);
      } else {
        differences.add(expected, write(actual));
      }
    }

    @Override
    public String write(FilAddress value) {
      return form(value.protocol()).write(value);
    }
  }
}
