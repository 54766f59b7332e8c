// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL2;
import java.util.List;
import java.util.Optional;

/**
 * From what L1 logged straight to the transactions of L2: no node of L2 has to be asked. One
 * transaction of L1 can send several messages; they are handled in the order of their logs, each in
 * a transaction of its own.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class L1HandlerTransactions {
  private L1HandlerTransactions() {}

  /**
   * The messages that a transaction of L1 sent to L2.
   *
   * @param receipt the receipt of the transaction
   * @param chain the network; its core contract's address decides which logs count
   * @return the messages in the order of their logs; those that cannot be delivered are among them.
   *     None if the transaction failed
   * @throws IllegalArgumentException if the network has no address of a core contract
   * @throws MalformedInputException if a log of the core contract does not fit its event
   */
  public static List<LoggedMessage> fromReceipt(EthReceipt receipt, StarknetChain chain) {
    EthAddress core = coreContract(chain);
    return receipt.mayHaveLogs() ? inOrder(receipt.logs(), core, chain) : List.of();
  }

  /**
   * The messages to L2 among logs.
   *
   * @param logs the logs, of whatever contracts
   * @param chain the network; its core contract's address decides which logs count
   * @return the messages in the order of {@link EthLog#inOrder}, each log once ({@link
   *     EthLog#distinct}); those that cannot be delivered, and those of removed and pending logs,
   *     are among them
   * @throws IllegalArgumentException if the network has no address of a core contract
   * @throws MalformedInputException if a log of the core contract does not fit its event
   */
  public static List<LoggedMessage> fromLogs(List<EthLog> logs, StarknetChain chain) {
    return inOrder(EthLog.distinct(logs), coreContract(chain), chain);
  }

  /**
   * The message that a log tells of.
   *
   * @param log the log
   * @param chain the network; its core contract's address decides whether the log counts
   * @return the message; nothing if the log is of another contract or another event
   * @throws IllegalArgumentException if the network has no address of a core contract
   * @throws MalformedInputException if the log is of the core contract and does not fit its event
   */
  public static Optional<LoggedMessage> fromLog(EthLog log, StarknetChain chain) {
    return fromLog(log, coreContract(chain), chain);
  }

  private static List<LoggedMessage> inOrder(
      List<EthLog> logs, EthAddress core, StarknetChain chain) {
    return EthLog.inOrder(logs).stream()
        .flatMap(log -> fromLog(log, core, chain).stream())
        .toList();
  }

  private static Optional<LoggedMessage> fromLog(EthLog log, EthAddress core, StarknetChain chain) {
    Optional<CoreEvent> event = CoreLogs.event(log, core);
    return event
        .filter(LogMessageToL2.class::isInstance)
        .map(sent -> LoggedMessage.of(log, ((LogMessageToL2) sent).message(), chain));
  }

  private static EthAddress coreContract(StarknetChain chain) {
    return chain
        .coreContract()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "network "
                        + chain
                        + " has no address of a core contract, which tells its logs from others:"
                        + " make it with StarknetChain.of(name, coreContract)"));
  }
}
