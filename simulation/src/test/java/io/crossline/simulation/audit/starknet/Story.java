// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;

/**
 * A run in which everything that is allowed happens once: messages settle, fail and are cancelled,
 * are no felts, are regretted; answers come back, equal ones too; two state updates.
 */
final class Story {
  final History history = new History();
  final L2ToL1Message twin = L2ToL1Message.of(History.VAULT, History.ALICE, words(1));
  final L2ToL1Message single = L2ToL1Message.of(History.VAULT, History.ALICE, words(2));
  final L1ToL2Message answered;
  final L1ToL2Message failing;
  final L1ToL2Message plain;
  final L1ToL2Message noFelt;
  final L1ToL2Message second;
  final L1ToL2Message regretted;
  final L1ToL2Message last;

  Story() {
    answered = history.send(10);
    failing = history.send(20);
    plain = history.send(30);
    noFelt = history.send(40, Payload.of(Felt.PRIME));
    history.mine();
    second = history.send(50);
    // L2 is faster.
    history.request(answered);
    history.mine();
    history.run(answered, twin, twin);
    history.fail(failing);
    history.run(plain);
    history.seal();
    history.run(second, single);
    history.seal();
    history.settle(answered, failing, plain, second);
    history.mine();
    history.seal();
    history.take(twin);
    history.request(failing);
    history.mine(History.DELAY);
    history.cancel(failing);
    regretted = history.send(60);
    history.mine();
    history.request(regretted);
    last = history.send(70);
    history.mine();
    history.leaveOut(noFelt);
    history.leaveOut(regretted);
    history.run(last);
    history.seal();
    history.settle(last);
    history.mine();
  }

  static Payload words(long... values) {
    UInt256[] words = new UInt256[values.length];
    for (int i = 0; i < values.length; i++) {
      words[i] = UInt256.of(values[i]);
    }
    return Payload.of(words);
  }
}
