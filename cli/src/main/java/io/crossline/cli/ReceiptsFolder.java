// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.rpc.EthBlock;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.ipc.event.GatewayEventType;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import io.crossline.scenario.ChainRecorder;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the blocks of each chain as a node gives them: {@code CHAIN.blocks.jsonl}, {@code
 * CHAIN.receipts.jsonl} and {@code CHAIN.logs.jsonl}, a line for each block, receipt and log. As at
 * fendermint, the transactions of the node itself have no receipt, and what a gateway emits at the
 * end of a block has no hash of block and transaction.
 */
final class ReceiptsFolder implements ChainRecorder {
  private static final Set<GatewayEventType> AT_THE_END =
      Set.of(
          GatewayEventType.STATE_COMMITMENT_CREATED,
          GatewayEventType.BOTTOM_UP_BATCH_RECORDED,
          GatewayEventType.ACTIVITY_ROLLUP_RECORDED);

  private final Map<String, NavigableMap<UInt64, Block<Receipt>>> chains = new TreeMap<>();

  @Override
  public void sealed(String chain, Block<Receipt> block) {
    chains.computeIfAbsent(chain, name -> new TreeMap<>()).put(block.info().number(), block);
  }

  @Override
  public void takenBack(String chain, UInt64 last) {
    chains.getOrDefault(chain, new TreeMap<>()).tailMap(last, false).clear();
  }

  /** Writes all files; gives what was written, a line for each chain. */
  List<String> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> written = new ArrayList<>();
    StringBuilder explain = new StringBuilder("crossline explain");
    StringBuilder files = new StringBuilder();
    for (Map.Entry<String, NavigableMap<UInt64, Block<Receipt>>> chain : chains.entrySet()) {
      String name = chain.getKey().replaceFirst("^/", "").replace('/', '_');
      List<String> blocks = new ArrayList<>();
      List<String> receipts = new ArrayList<>();
      List<String> logs = new ArrayList<>();
      for (Block<Receipt> block : chain.getValue().values()) {
        blocks.add(block(block).toJson());
        long[] index = new long[1];
        for (Receipt receipt : block.receipts()) {
          EthReceipt told = receipt(block, receipt, index);
          told.logs().forEach(log -> logs.add(asNodesTell(log).toJson()));
          if (!receipt.from().equals(SystemActors.SYSTEM_ACTOR)) {
            receipts.add(told.toJson());
          }
        }
      }
      write(folder.resolve(name + ".blocks.jsonl"), blocks);
      write(folder.resolve(name + ".receipts.jsonl"), receipts);
      write(folder.resolve(name + ".logs.jsonl"), logs);
      boolean isIpc = chain.getKey().startsWith("/");
      gatewayIn(chain.getValue().values())
          .filter(gateway -> isIpc)
          .ifPresent(
              gateway -> {
                if (!gateway.equals(SystemActors.SUBNET_GATEWAY)) {
                  explain.append(" --network ").append(chain.getKey()).append('=').append(gateway);
                }
                files.append(" \\\n    ").append(chain.getKey()).append('=');
                files.append(quoted(folder.resolve(name + ".logs.jsonl").toString()));
              });
      written.add(
          String.format(
              "%s: %,d blocks, %,d receipts, %,d logs in %s",
              chain.getKey(),
              blocks.size(),
              receipts.size(),
              logs.size(),
              folder.resolve(name + ".*.jsonl")));
    }
    if (files.length() > 0) {
      written.add("Where each message is, by these logs alone:");
      written.add("  " + explain + files);
    }
    return written;
  }

  /** As a shell takes it for one word. */
  private static String quoted(String path) {
    return path.matches("[A-Za-z0-9._/:+,@%-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private static Optional<EthAddress> gatewayIn(Collection<Block<Receipt>> blocks) {
    return blocks.stream()
        .flatMap(block -> block.logs().stream())
        .filter(
            log -> log.topics().stream().findFirst().flatMap(GatewayEventType::byTopic).isPresent())
        .map(log -> (EthAddress) log.emitter())
        .findFirst();
  }

  private static EthBlock block(Block<Receipt> block) {
    return new EthBlock(
        block.info(),
        block.hash(),
        block.parentHash(),
        block.receipts().stream().map(Receipt::transactionHash).toList());
  }

  private static EthReceipt receipt(Block<Receipt> block, Receipt receipt, long[] index) {
    List<EthLog> logs = new ArrayList<>();
    for (Log log : receipt.logs()) {
      logs.add(log(block, receipt, log, index[0]++));
    }
    return new EthReceipt(
        Optional.of(receipt.transactionHash()),
        Optional.of(receipt.outcome().fold((value, all) -> true, revert -> false)),
        Optional.of(block.info().number()),
        Optional.of(block.hash()),
        Optional.of(UInt64.of(receipt.index())),
        Optional.of(receipt.from()),
        Optional.of(receipt.to()),
        logs);
  }

  private static EthLog log(Block<Receipt> block, Receipt receipt, Log log, long index) {
    return new EthLog(
        (EthAddress) log.emitter(),
        log.topics(),
        log.data(),
        Optional.of(block.info().number()),
        Optional.of(block.hash()),
        Optional.of(receipt.transactionHash()),
        Optional.of(UInt64.of(receipt.index())),
        Optional.of(UInt64.of(index)),
        false,
        Optional.of(block.info().timestamp()),
        Optional.empty());
  }

  private static EthLog asNodesTell(EthLog log) {
    boolean atTheEnd =
        log.address().equals(SystemActors.SUBNET_GATEWAY)
            && log.topics().stream()
                .findFirst()
                .flatMap(GatewayEventType::byTopic)
                .filter(AT_THE_END::contains)
                .isPresent();
    return atTheEnd
        ? new EthLog(
            log.address(),
            log.topics(),
            log.data(),
            log.blockNumber(),
            Optional.of(Bytes32.ZERO),
            Optional.of(Bytes32.ZERO),
            Optional.of(UInt64.ZERO),
            Optional.of(UInt64.ZERO),
            false,
            Optional.empty(),
            Optional.empty())
        : log;
  }

  private static void write(Path path, List<String> lines) throws IOException {
    try (NewFile file = NewFile.replacing(path)) {
      try (Writer out = Files.newBufferedWriter(file.path())) {
        for (String line : lines) {
          out.write(line);
          out.write('\n');
        }
      }
      file.keep();
    }
  }
}
