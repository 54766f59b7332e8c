// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;

/** What other contracts of the same network may call an exchange for. None of it takes coins. */
final class ExchangeCalldata {
  private static final Signature DROP_MESSAGES = Signature.parse("dropMessages(bytes32[] ids)");
  private static final Signature OWNER = Signature.parse("owner()");
  private static final int SELECTOR_BYTES = 4;

  private ExchangeCalldata() {}

  static Bytes call(IpcExchange exchange, Bytes calldata, IpcContext context) {
    Bytes selector = calldata.truncate(SELECTOR_BYTES);
    boolean drop = selector.equals(DROP_MESSAGES.selector());
    if (!context.value().isZero() || !drop && !selector.equals(OWNER.selector())) {
      throw new RevertSignal(RawRevert.EMPTY);
    }
    if (drop) {
      exchange.dropMessages(ids(calldata.slice(SELECTOR_BYTES)));
      return Bytes.EMPTY;
    }
    return exchange.owner().toBytes32().toBytes();
  }

  private static List<Bytes32> ids(Bytes arguments) {
    AbiReader.Items items = new AbiReader(arguments).head(1).array(0, 1, false);
    List<Bytes32> ids = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      ids.add(items.bytes32(i));
    }
    return ids;
  }
}
