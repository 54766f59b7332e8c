// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.EthAddress;
import io.crossline.starknet.Felt;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** An entry point that messages from L1 reach, and who may send them. */
final class L1HandlerEntry {
  private final EntryPoint entryPoint;
  private final Optional<EthAddress> sender;

  private L1HandlerEntry(EntryPoint entryPoint, Optional<EthAddress> sender) {
    this.entryPoint = entryPoint;
    this.sender = sender;
  }

  static L1HandlerEntry of(Object receiver, Method method, Roles roles) {
    L1Handler handler = method.getAnnotation(L1Handler.class);
    Optional<EthAddress> sender = sender(handler, roles, EntryPoint.where(method));
    String form =
        "an @L1Handler method returns nothing and begins with the parameters (L2Context context,"
            + " EthAddress from); those of the payload follow.";
    EntryPoint.requireParameters(method, form, L2Context.class, EthAddress.class);
    if (method.getReturnType() != void.class) {
      throw new HandlerException(EntryPoint.where(method) + ": " + form);
    }
    return new L1HandlerEntry(new EntryPoint(receiver, method, handler.name(), 2), sender);
  }

  private static Optional<EthAddress> sender(L1Handler handler, Roles roles, String where) {
    boolean declared = !handler.from().isEmpty();
    if (!declared && !handler.anyone()) {
      throw new HandlerException(
          where
              + ": @L1Handler declares no sender, so any L1 contract could call it.\n"
              + "  Add from = \"role\" and bind it at deployment, or write anyone = true.");
    }
    if (declared && handler.anyone()) {
      throw new HandlerException(
          where + ": @L1Handler says both from and anyone = true. Keep one of them.");
    }
    return declared ? Optional.of(roles.resolve(handler.from(), where)) : Optional.empty();
  }

  EntryPoint entryPoint() {
    return entryPoint;
  }

  /**
   * Runs the handler with the calldata of an L1_HANDLER transaction: the sender, then the payload.
   */
  void run(L2Context context, List<Felt> calldata) {
    entryPoint.call(
        calldata.subList(1, calldata.size()),
        () -> requireSender(context),
        context,
        context.l1Sender());
  }

  private void requireSender(L2Context context) {
    if (sender.isPresent() && !sender.get().equals(context.l1Sender())) {
      throw new CairoPanic("UNEXPECTED_L1_SENDER");
    }
  }
}
