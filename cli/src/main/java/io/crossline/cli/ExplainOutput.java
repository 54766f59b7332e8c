// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.EthReceipt;
import io.crossline.core.rpc.LogBook;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.event.CoreEvent;
import java.util.Optional;

/** What becomes of what is found in receipts and logs. */
interface ExplainOutput {
  /** A receipt, before its logs. */
  void transaction(EthReceipt receipt);

  /** A log about a message, unless it came before and says the same. */
  void message(CoreEvent event, EthLog log, LogBook.News news, StarknetChain chain);

  /** Another event of the core contract. */
  void other(OtherEvent event);

  /** A transaction of L2 that handles a message, or its receipt. */
  void handler(ExplainedHandler handler);

  /** The end of all logs, of which there were so many. */
  void end(Optional<StarknetChain> chain, long logs);
}
