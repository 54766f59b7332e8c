// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.Require;
import io.crossline.core.chain.Contract;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.Int256;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.UpdateState;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * With what a state update begins.
 *
 * @param collector whom fees are paid to, zero for the caller
 * @param behaviour what the collector does when it is paid
 * @param reentry the program output of the update that a collector makes when it reenters
 * @param root the state's root
 * @param blockNumber the state's block number
 * @param blockHash the state's block hash
 * @param toL2 entries of the pending messages to L2
 * @param toL1 entries of the messages to L1
 * @param balance what the contract owns
 */
record UpdateInitial(
    EthAddress collector,
    Behaviour behaviour,
    Optional<Payload> reentry,
    UInt256 root,
    Int256 blockNumber,
    UInt256 blockHash,
    Map<Bytes32, UInt256> toL2,
    Map<Bytes32, UInt256> toL1,
    UInt256 balance) {
  static final Shape SHAPE =
      Shape.of()
          .in("programHash", "aggregatorProgramHash", "configHash", "operators", "feeCollector")
          .in("feeCollectorBehaviour", "proofAccepted", "globalRoot", "blockNumber", "blockHash")
          .in("l1ToL2Messages", "l2ToL1Messages", "contractBalance");

  /** What a fee collector does when it is paid. */
  enum Behaviour {
    ACCEPTS,
    REFUSES,
    REENTERS
  }

  private static final Form<Behaviour> BEHAVIOUR =
      Forms.member(Behaviour.values(), behaviour -> behaviour.name().toLowerCase(Locale.ROOT));

  private static final Contract REFUSING =
      (frame, calldata) -> {
        throw frame.revert(new Require("no"));
      };

  /** Reads it and puts it into a setup. */
  static UpdateInitial read(Fields fields, CoreSetup.Builder setup, Optional<Payload> reentry) {
    UpdateInitial initial =
        new UpdateInitial(
            fields.in("feeCollector", Forms.ADDRESS),
            fields.in("feeCollectorBehaviour", BEHAVIOUR),
            reentry,
            fields.in("globalRoot", Forms.UINT256),
            fields.in("blockNumber", StarknetForms.INT256),
            fields.in("blockHash", Forms.UINT256),
            fields.in("l1ToL2Messages", StarknetForms.ENTRIES),
            fields.in("l2ToL1Messages", StarknetForms.ENTRIES),
            fields.in("contractBalance", Forms.UINT256));
    if (reentry.isPresent() != (initial.behaviour == Behaviour.REENTERS)) {
      throw fields
          .input("feeCollectorBehaviour")
          .invalid("\"reenters\" and collectorReenters go together");
    }
    boolean proven = fields.in("proofAccepted", Forms.BOOL);
    setup
        .facts(fact -> proven)
        .feeCollector(initial.collector)
        .programs(
            fields.in("programHash", Forms.UINT256),
            fields.in("aggregatorProgramHash", Forms.UINT256),
            fields.in("configHash", Forms.UINT256))
        .l2State(initial.root, initial.blockNumber, initial.blockHash);
    fields.in("operators", Forms.list(Forms.ADDRESS)).forEach(setup::operator);
    if (initial.behaviour == Behaviour.REENTERS) {
      setup.operator(initial.collector);
    }
    initial.toL2.forEach(setup::l1ToL2Message);
    initial.toL1.forEach(setup::l2ToL1Message);
    return initial;
  }

  /** Pays the contract what it owns and deploys the collector. */
  void deploy(TwinCores cores) {
    cores.mint(TwinCores.CORE, balance);
    switch (behaviour) {
      case ACCEPTS -> {}
      case REFUSES -> cores.deploy(collector, REFUSING);
      case REENTERS -> cores.deploy(collector, reentering(reentry.orElseThrow()));
    }
  }

  /** A failing update of its own does not keep it from taking the fees. */
  private static Contract reentering(Payload output) {
    Bytes update =
        new UpdateState(new ProgramOutput(output), UInt256.ZERO, UInt256.ZERO)
            .calldata(CoreRules.DEPLOYED);
    return (frame, calldata) -> {
      frame.call(TwinCores.CORE, UInt256.ZERO, update);
      return Bytes.EMPTY;
    };
  }
}
