// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultKind;
import io.crossline.core.network.DurableClock;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The process that carries checkpoints of one subnet up to its actor. It decides nothing, what
 * fails it tries again, and where it stands it reads from the chains each time.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class Relayer {
  /** Header, breakdown, messages. */
  private static final int TRANSACTIONS = 3;

  /** How many refusals it remembers to have told. */
  private static final int REMEMBERED = 256;

  private final RelayedCheckpoints link;
  private final TreeMessages tracker;
  private final FaultTeller faults;
  private final DurableClock clock;
  private final String hop;
  private final EthAddress account;
  private final EthAddress rival;
  private final Set<String> told = new LinkedHashSet<>();
  private int crashes;

  public Relayer(
      RelayedCheckpoints link, TreeMessages tracker, FaultTeller faults, DurableClock clock) {
    this.link = link;
    this.tracker = tracker;
    this.faults = faults;
    this.clock = clock;
    this.hop = IpcHops.relay(link.child().name());
    this.account = Names.account("relayer of " + link.child().name());
    this.rival = Names.account("second relayer of " + link.child().name());
  }

  public void start() {
    clock.begin(hop, interval(), this::due);
  }

  private void due() {
    Duration next = interval();
    try {
      next = run();
    } finally {
      clock.after(hop, next, this::due);
    }
  }

  /** Brings what is there to bring; how long until the next run is due. */
  private Duration run() {
    Optional<UInt64> due = link.firstDue();
    if (due.isEmpty()) {
      return interval();
    }
    Fault fault = faults.draw(hop, IpcHops.RELAY_KINDS).orElse(null);
    if (fault == null) {
      new RelayRun(this, link, Optional.empty()).run();
      return interval();
    }
    String name = link.child().name();
    boolean process = fault.kind() == FaultKind.CRASH || fault.kind() == FaultKind.STALL;
    String what = process ? "relayer of " : "relay of checkpoint " + due.get() + " of ";
    faults.tell(link.parent().tracked(), what + name + " " + fault);
    return run(fault);
  }

  private Duration run(Fault fault) {
    switch (fault.kind()) {
      case DROP, DELAY, STALL -> {}
      case CRASH -> {
        crashes++;
        new RelayRun(this, link, Optional.empty()).run(crashes % TRANSACTIONS);
        told.clear();
      }
      default -> new RelayRun(this, link, Optional.of(fault.kind())).run();
    }
    return fault.lasting().isZero() ? interval() : fault.lasting();
  }

  private Duration interval() {
    return link.child().pace().relayInterval();
  }

  EthAddress account() {
    return account;
  }

  EthAddress rival() {
    return rival;
  }

  TreeMessages tracker() {
    return tracker;
  }

  FaultTeller faults() {
    return faults;
  }

  /** A refusal is told once, however often the relayer tries. */
  void tell(String trouble) {
    if (told.add(trouble)) {
      tracker.tell(link.parent().tracked(), trouble);
      if (told.size() > REMEMBERED) {
        told.remove(told.iterator().next());
      }
    }
  }
}
