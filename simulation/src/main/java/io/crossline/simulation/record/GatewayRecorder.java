// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.EthAddress;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records what the gateways of an {@link IpcNetwork} do, as cases of the suite {@code ipc.gateway}:
 * each network is a case of its own, since in the suite all gateways of a case share one chain and
 * its block numbers, and here each has its own. Steps of blocks that are lost are left out.
 *
 * <p>Messages reach only {@link RecordableContract}s and plain accounts; where one reaches another
 * contract, or a fault lets a contract fail, the network's case ends (see {@link
 * #withoutHandlerFaults}). Coins only: networks that count in a token are refused.
 *
 * <p>It takes the place of who observes calls on the networks' chains ({@code Chain.observe}). Not
 * thread-safe: it belongs to the network's thread.
 */
public final class GatewayRecorder implements Recorder {
  private final Map<SubnetId, GatewayTape> tapes = new LinkedHashMap<>();

  private GatewayRecorder(IpcNetwork network, int mostSteps) {
    Room room = new Room(mostSteps);
    for (IpcSubnet subnet : network.subnets()) {
      tapes.put(subnet.id(), new GatewayTape(subnet, childrenOf(subnet, network), room));
    }
  }

  /**
   * Begins to record.
   *
   * @param network the network; its gateways have done nothing yet
   * @return the recorder
   * @throws IllegalArgumentException if it has rules or assets that vectors cannot tell
   * @throws IllegalStateException if a gateway was used already
   */
  public static GatewayRecorder attach(IpcNetwork network) {
    return attach(network, MOST_STEPS);
  }

  /**
   * Begins to record.
   *
   * @param network the network; its gateways have done nothing yet
   * @param mostSteps how many steps are kept at most, over all networks, at least 1
   * @return the recorder
   * @throws IllegalArgumentException if it has rules or assets that vectors cannot tell
   * @throws IllegalStateException if a gateway was used already
   */
  public static GatewayRecorder attach(IpcNetwork network, int mostSteps) {
    GatewayRecorder recorder = new GatewayRecorder(network, mostSteps);
    recorder
        .tapes
        .values()
        .forEach(
            tape -> {
              tape.subnet().gateway().observe(tape);
              tape.subnet().chain().observe(tape);
            });
    return recorder;
  }

  /**
   * The faults of a profile that a recording can tell: all but those of handlers, since a contract
   * of a vector always does the same.
   *
   * @param profile the profile
   * @return one of the same name without handlers that fail
   */
  public static FaultProfile withoutHandlerFaults(FaultProfile profile) {
    Map<FaultKind, Double> rates = new HashMap<>(profile.perHour());
    rates.remove(FaultKind.HANDLER);
    return new FaultProfile(profile.name(), rates, profile.longest(), profile.deepestReorg());
  }

  private static Map<EthAddress, String> childrenOf(IpcSubnet parent, IpcNetwork network) {
    Map<EthAddress, String> names = new HashMap<>();
    for (IpcSubnet subnet : network.subnets()) {
      if (subnet.parent().filter(parent::equals).isPresent()) {
        if (subnet.supplySource().kind() != AssetKind.NATIVE) {
          throw new IllegalArgumentException(
              "recording: " + subnet.name() + " counts in a token; only coins are recorded");
        }
        names.put(subnet.id().actor(), subnet.name());
      }
    }
    return names;
  }

  @Override
  public int steps() {
    return tapes.values().stream().mapToInt(tape -> tape.tape().steps().size()).sum();
  }

  @Override
  public List<String> omissions() {
    return tapes.values().stream()
        .flatMap(
            tape -> tape.tape().omission().map(why -> tape.subnet().name() + ": " + why).stream())
        .toList();
  }

  @Override
  public void writeTo(Appendable out, String source) throws IOException {
    tapes.values().forEach(tape -> tape.tape().finished(tape.subnet().chain().receiptsSince(0)));
    List<RecordedCase> cases = tapes.values().stream().map(GatewayTape::toCase).toList();
    VectorDocument.write(out, "ipc.gateway", source, cases);
  }
}
