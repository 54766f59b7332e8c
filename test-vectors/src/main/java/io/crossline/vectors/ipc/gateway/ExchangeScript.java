// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

/** What the two handlers of an exchange do. Steps of a case change it. */
final class ExchangeScript {
  private HandlerAction onCall;
  private HandlerAction onResult;

  ExchangeScript(HandlerAction onCall, HandlerAction onResult) {
    this.onCall = onCall;
    this.onResult = onResult;
  }

  void change(HandlerAction call, HandlerAction result) {
    onCall = call;
    onResult = result;
  }

  HandlerAction onCall() {
    return onCall;
  }

  HandlerAction onResult() {
    return onResult;
  }
}
