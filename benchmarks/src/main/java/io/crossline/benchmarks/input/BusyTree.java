// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.input;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** A tree of networks, each of which has a contract that calls those of others. */
public final class BusyTree {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int CALLS_PER_MINUTE = 5;
  private static final Bytes METHOD = Bytes.parse("0x12345678");

  private final IpcNetwork network;
  private final List<Deployed<IpcHandler>> contracts = new ArrayList<>();
  private final Random random = new Random(1);
  private long calls;
  private long hops;

  /**
   * Builds a tree: one chain down to the lowest level, and the other networks spread over those
   * that may have children.
   *
   * @param networks how many networks, the root included
   * @param depth how many levels
   */
  public BusyTree(int networks, int depth) {
    IpcNetworkBuilder builder = IpcNetwork.root(314).forgetting();
    String last = "";
    // Who may have one more child, in turn.
    Deque<String> parents = new ArrayDeque<>(List.of(last));
    for (int i = 1; i < networks; i++) {
      String parent = last;
      if (i >= depth) {
        parent = parents.remove();
        parents.add(parent);
      }
      last = (parent.isEmpty() ? "" : parent + "/") + "n" + i;
      if (level(last) < depth) {
        parents.add(last);
      }
      builder.subnet(last);
    }
    network = builder.start();
    for (IpcSubnet subnet : network.subnets()) {
      contracts.add(subnet.<IpcHandler>deploy("contract", (envelope, context) -> Bytes.EMPTY));
    }
    network.listen(
        new IpcNetworkListener() {
          @Override
          public void sealed(IpcSubnet at, Block<Receipt> block) {
            block.logs().forEach(BusyTree.this::count);
          }
        });
  }

  private static int level(String path) {
    return path.isEmpty() ? 1 : path.split("/").length + 1;
  }

  private void count(Log log) {
    boolean hop =
        log.topics().get(0).equals(GatewayEventType.NEW_TOP_DOWN_MESSAGE.topic())
            || log.topics().get(0).equals(GatewayEventType.QUEUED_BOTTOM_UP_MESSAGE.topic());
    hops += hop ? 1 : 0;
  }

  /**
   * Each contract makes a few calls to other networks, and a minute passes.
   *
   * @return how many hops messages and Results made so far
   */
  public long minute() {
    for (int i = 0; i < CALLS_PER_MINUTE * contracts.size(); i++) {
      int from = i % contracts.size();
      int other = random.nextInt(contracts.size() - 1);
      IpcAddress to = contracts.get(other < from ? other : other + 1).address();
      CallMsg call = new CallMsg(METHOD, UInt256.of(calls++).toBytes32().toBytes());
      contracts
          .get(from)
          .transact((contract, context) -> context.send(to, call, UInt256.ZERO))
          .orThrow();
    }
    network.advance(MINUTE);
    return hops;
  }
}
