// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.rpc;

import io.crossline.core.follow.FollowException;
import io.crossline.core.hash.Keccak256;
import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.LogBook;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.trace.MessageTraces;
import io.crossline.ipc.trace.ObservedBlock;
import io.crossline.ipc.trace.TracedNetwork;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Collects the logs of gateways from receipts and answers of any number of networks, in any order,
 * and makes of them what {@link MessageTraces} reads. A log counts if the gateway of its network
 * emitted it, whatever a filter let through: fendermint gives logs of other contracts along with
 * those that were asked for, and anybody can emit what looks like a message.
 *
 * <p>The logs that fendermint writes at the end of a block have no hash of block and transaction,
 * and count their index from 0 again; they are put to the block of their number. The order is that
 * of the node. A pending log is no fact and is left out.
 *
 * <p>Not thread-safe: one thread uses it at a time.
 */
public final class GatewayLogs {
  /** What upstream's tools set up a subnet with, where nothing says otherwise. */
  private static final long DEFAULT_PERIOD = 30;

  private final List<Network> networks;
  private final Map<SubnetId, Collected> collected = new LinkedHashMap<>();

  /**
   * A network whose logs are read.
   *
   * <p>Immutable and thread-safe.
   *
   * @param id the network
   * @param gateway its gateway there
   * @param checkPeriod how many of its blocks make an epoch, if it is known
   */
  public record Network(SubnetId id, EthAddress gateway, Optional<UInt256> checkPeriod) {
    /**
     * Reads a network as a person writes it.
     *
     * @param text {@code /r314159=0x…} with the gateway of a root; a subnet may leave it out,
     *     because fendermint puts it at {@link SystemActors#SUBNET_GATEWAY}; and behind {@code @}
     *     the blocks of an epoch, if they are known
     * @param addresses reads the address
     * @return the network
     * @throws MalformedInputException if the text has another form
     */
    public static Network parse(String text, Function<String, EthAddress> addresses) {
      int at = text.indexOf('@');
      String rest = at < 0 ? text : text.substring(0, at);
      Optional<UInt256> period =
          at < 0 ? Optional.empty() : Optional.of(UInt256.parse(text.substring(at + 1)));
      if (period.filter(UInt256::isZero).isPresent()) {
        throw new MalformedInputException("an epoch has at least 1 block, found 0");
      }
      int equals = rest.indexOf('=');
      SubnetId id = SubnetId.parse(equals < 0 ? rest : rest.substring(0, equals));
      if (equals < 0 && id.isRoot()) {
        throw new MalformedInputException(
            text + ": the gateway of a root is a contract, add its address: " + id + "=0x…");
      }
      return new Network(
          id,
          equals < 0 ? SystemActors.SUBNET_GATEWAY : addresses.apply(rest.substring(equals + 1)),
          period);
    }
  }

  /** What was read of one network. */
  private static final class Collected {
    private final Map<UInt64, List<EthLog>> blocks = new TreeMap<>();
    private final LogBook book = new LogBook(Integer.MAX_VALUE);
    private final List<EthLog> unknown = new ArrayList<>();

    /** Takes a log out of its block; one that moved may have had another index there. */
    void takeBack(EthLog log, boolean moved) {
      for (List<EthLog> logs : blocks.values()) {
        for (int i = 0; i < logs.size(); i++) {
          EthLog one = logs.get(i);
          if (one.toLog().equals(log.toLog())
              && one.transactionHash().equals(log.transactionHash())
              && (moved
                  ? !one.blockHash().equals(log.blockHash())
                  : one.logIndex().equals(log.logIndex()))) {
            logs.remove(i);
            return;
          }
        }
      }
    }
  }

  /**
   * Makes an empty collection.
   *
   * @param networks the networks, each once
   */
  public GatewayLogs(List<Network> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Which network a log is of.
   *
   * @param log the log
   * @param from the network that the answer is of, if that is known
   * @return the network whose gateway emitted it; nothing if none did
   * @throws MalformedInputException if gateways of several networks have this address
   */
  public Optional<Network> networkOf(EthLog log, Optional<SubnetId> from) {
    List<Network> fitting =
        networks.stream()
            .filter(one -> one.gateway().equals(log.address()))
            .filter(one -> from.isEmpty() || from.get().equals(one.id()))
            .toList();
    if (fitting.size() > 1) {
      throw new MalformedInputException(
          "a log of "
              + log.address()
              + " can be of "
              + String.join(" or ", fitting.stream().map(one -> one.id().toString()).toList())
              + ", whose gateways have the same address: say of which network it is");
    }
    return fitting.stream().findFirst();
  }

  /**
   * Takes a log that stands in no receipt.
   *
   * @param log the log, of whatever contract
   * @param from the network that the answer is of, if that is known
   * @return the event, if it is a new one of a gateway
   * @throws MalformedInputException if it is of a gateway and cannot be read
   */
  public Optional<GatewayEvent> add(EthLog log, Optional<SubnetId> from) {
    Optional<Network> network = networkOf(log, from);
    return network.flatMap(of -> take(of, log, at(of).book.add(readable(log))));
  }

  /**
   * Takes the logs of a receipt.
   *
   * @param receipt the receipt; one that failed has none
   * @param from the network that it is of, if that is known
   * @return the new events of gateways, in order
   * @throws MalformedInputException if one is of a gateway and cannot be read
   */
  public List<GatewayEvent> add(EthReceipt receipt, Optional<SubnetId> from) {
    Map<Network, List<EthLog>> ours = new LinkedHashMap<>();
    for (EthLog log : receipt.mayHaveLogs() ? receipt.logs() : List.<EthLog>of()) {
      networkOf(log, from)
          .ifPresent(of -> ours.computeIfAbsent(of, n -> new ArrayList<>()).add(readable(log)));
    }
    List<GatewayEvent> events = new ArrayList<>();
    ours.forEach(
        (network, logs) -> {
          List<LogBook.News> news = at(network).book.addAll(receipt, logs);
          for (int i = 0; i < logs.size(); i++) {
            take(network, logs.get(i), news.get(i)).ifPresent(events::add);
          }
        });
    return events;
  }

  private static EthLog readable(EthLog log) {
    log.toLog();
    return log;
  }

  private Collected at(Network network) {
    return collected.computeIfAbsent(network.id(), id -> new Collected());
  }

  private Optional<GatewayEvent> take(Network network, EthLog log, LogBook.News news) {
    Collected there = at(network);
    if (news == LogBook.News.REMOVED || news == LogBook.News.MOVED) {
      there.takeBack(log, news == LogBook.News.MOVED);
    }
    boolean stands =
        news == LogBook.News.RESTORED
            || news == LogBook.News.MOVED
            || news == LogBook.News.NEW && !log.removed();
    if (!stands) {
      return Optional.empty();
    }
    UInt64 number =
        log.blockNumber()
            .orElseThrow(
                () ->
                    new MalformedInputException("a log of a gateway: its blockNumber is missing"));
    there.blocks.computeIfAbsent(number, n -> new ArrayList<>()).add(log);
    Optional<GatewayEvent> event = GatewayEvent.parse(log.toLog());
    if (event.isEmpty()) {
      there.unknown.add(log);
    }
    return event;
  }

  /**
   * Logs of gateways whose first topic is of no event that is known here.
   *
   * @return the logs, in the order in which they came
   */
  public List<EthLog> unknown() {
    return collected.values().stream().flatMap(there -> there.unknown.stream()).toList();
  }

  /**
   * Where each message is, as far as the logs tell.
   *
   * @param names what to call networks
   * @return a follower that has read all of them
   * @throws MalformedInputException if logs of two blocks have the same number: one of them was
   *     taken back
   */
  public MessageTraces traces(Function<SubnetId, String> names) {
    MessageTraces traces =
        new MessageTraces(address -> names.apply(address.subnetId()) + ":" + address.rawAddress());
    for (Network network : networks) {
      Collected there = at(network);
      traces.follow(
          TracedNetwork.of(network.id(), network.gateway(), checkPeriod(network, there))
              .named(names.apply(network.id()))
              .withUndoableBlocks(Integer.MAX_VALUE));
      there.blocks.forEach(
          (number, logs) -> {
            if (!logs.isEmpty()) {
              append(traces, block(network, number, logs));
            }
          });
    }
    return traces;
  }

  private static void append(MessageTraces traces, ObservedBlock block) {
    try {
      traces.append(block);
    } catch (FollowException unequal) {
      throw new MalformedInputException(String.valueOf(unequal.getMessage()));
    }
  }

  private static ObservedBlock block(Network network, UInt64 number, List<EthLog> logs) {
    List<Bytes32> hashes =
        logs.stream().flatMap(log -> log.blockHash().stream()).distinct().toList();
    if (hashes.size() > 1) {
      throw new MalformedInputException(
          network.id()
              + ": there are logs of two blocks "
              + number
              + ", "
              + hashes.get(0)
              + " and "
              + hashes.get(1)
              + "; leave out those of the one that was taken back");
    }
    UInt64 time =
        logs.stream().flatMap(log -> log.blockTimestamp().stream()).findFirst().orElse(UInt64.ZERO);
    return new ObservedBlock(
        network.id(),
        new BlockInfo(number, time),
        hashes.stream().findFirst().orElseGet(() -> stand(network, number)),
        Optional.empty(),
        logs.stream().map(EthLog::toLog).toList());
  }

  /** What stands for the hash of a block of which only logs without one are known. */
  private static Bytes32 stand(Network network, UInt64 number) {
    return Keccak256.hash(Bytes.utf8(network.id() + " " + number));
  }

  /**
   * How many blocks an epoch has: as it was given, otherwise what all checkpoints of the network
   * that logs show are multiples of.
   */
  private static UInt256 checkPeriod(Network network, Collected there) {
    BigInteger common = BigInteger.ZERO;
    for (List<EthLog> logs : there.blocks.values()) {
      for (EthLog log : logs) {
        common = common.gcd(height(log.toLog()));
      }
    }
    UInt256 known = common.signum() == 0 ? UInt256.of(DEFAULT_PERIOD) : UInt256.of(common);
    return network.checkPeriod().orElse(known);
  }

  private static BigInteger height(Log log) {
    return GatewayEvent.parse(log)
        .map(
            event -> {
              if (event instanceof GatewayEvent.BottomUpBatchRecorded batch) {
                return batch.checkpointHeight().toUInt256().toBigInteger();
              } else if (event instanceof GatewayEvent.StateCommitmentCreated created) {
                return created.checkpointHeight().toUInt256().toBigInteger();
              }
              return BigInteger.ZERO;
            })
        .orElse(BigInteger.ZERO);
  }
}
