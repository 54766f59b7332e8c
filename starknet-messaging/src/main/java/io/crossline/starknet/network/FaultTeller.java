// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.Faults;
import io.crossline.core.time.VirtualTime;
import io.crossline.core.trace.TimelineLog;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what goes wrong, and names it in the timeline and in the log. */
final class FaultTeller {
  private static final Logger LOG = LoggerFactory.getLogger(FaultTeller.class);

  private final Faults faults;
  private final VirtualTime time;
  private final TimelineLog timeline;

  FaultTeller(Faults faults, VirtualTime time, TimelineLog timeline) {
    this.faults = faults;
    this.time = time;
    this.timeline = timeline;
  }

  Faults faults() {
    return faults;
  }

  /** What goes wrong at a hop now, and has been told. */
  Optional<Fault> strikes(String hop, String chain, UInt64 block) {
    Set<FaultKind> possible = StarknetHops.kinds().getOrDefault(hop, Set.of());
    Optional<Fault> fault = faults.draw(hop, time.now(), possible);
    fault.ifPresent(what -> tell(chain, block, hop + " " + what));
    return fault;
  }

  void tell(String chain, UInt64 block, String what) {
    timeline.add(time.now(), chain, block, "fault: " + what);
    LOG.warn("{} {} #{}: fault: {}", time.now(), chain, block, what);
  }
}
