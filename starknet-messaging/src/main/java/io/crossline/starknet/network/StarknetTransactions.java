// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Operation;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.Network;
import io.crossline.core.network.NetworkHost;
import io.crossline.core.network.Writer;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ethereum.SolidityContract;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreEntry;
import io.crossline.starknet.l2.InvokeTransaction.Call;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.Roles;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is on the two chains of a {@link StarknetNetwork}, and who calls it. */
abstract class StarknetTransactions extends Network<NetworkListener> {
  final StarknetParameters parameters;
  final NetworkHost<NetworkEvent, NetworkListener> host;
  final Writer writer;
  final StarknetNodes nodes;
  final MessageRegistry book;
  private final Map<EthAddress, SolidityContract> typedOnL1 = new HashMap<>();

  StarknetTransactions(
      StarknetParameters parameters,
      FaultPlan plan,
      NetworkHost<NetworkEvent, NetworkListener> host) {
    super(host);
    this.parameters = parameters;
    this.host = host;
    writer = host.writer();
    nodes =
        new StarknetNodes(
            parameters, plan, host, update -> core(parameters.operator()).transact(update));
    book = nodes.book();
  }

  /** The core contract as one caller sees it; each call is mined as {@link #automine} says. */
  public CoreCaller core(EthAddress caller) {
    CoreEntry mined =
        new CoreEntry() {
          @Override
          public <T> Outcome<T> run(Supplier<Outcome<T>> transaction) {
            return writer.call(() -> nodes.onL1(transaction));
          }
        };
    return nodes.l1().core().as(caller, mined);
  }

  /**
   * Runs a transaction on L1 and mines it at once, in a block of its own, unless {@link #automine}
   * is off: how an account calls a contract of one's own, which may call the core contract.
   *
   * @param from who sends it
   * @param to the contract or account to call
   * @param value the coins to send along, in wei
   * @param calldata what to give the contract
   * @return return data and logs, or the revert
   */
  public Outcome<Bytes> transactOnL1(
      EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return writer.call(
        () -> nodes.onL1(() -> nodes.l1().chain().transact(from, to, value, calldata)));
  }

  /** The same with a typed operation in place of the calldata and of the contract's code. */
  public <T> Outcome<T> executeOnL1(
      EthAddress from, EthAddress to, UInt256 value, Operation<T> operation) {
    return writer.call(
        () -> nodes.onL1(() -> nodes.l1().chain().execute(from, to, value, operation)));
  }

  /**
   * Gives an account on L2 a name for the timeline. Its address follows from the name.
   *
   * @param name what people call it
   * @return the address: the selector of the name, as contracts that are deployed by name have it
   */
  public Felt accountOnL2(String name) {
    Felt address = Selector.starknetKeccak(name);
    writer.run(() -> book.names().label(address, name));
    return address;
  }

  /**
   * Lets an account on L2 call a function of a contract. The transaction runs at once, in the block
   * of L2 that is being made, and is told in the timeline when that is finished; the messages that
   * it sent count from then on. If the block is lost or taken back, so is the transaction: nobody
   * sends it again.
   *
   * @param account the account; any address
   * @param contract the contract
   * @param function the name of its {@code @External} function
   * @param arguments a value for each of its parameters, by their types; of a function that the
   *     contract does not have, as {@link io.crossline.starknet.Payload#cairo} takes them
   * @return the receipt: hash, messages and events, or why it is REVERTED
   * @throws io.crossline.messaging.MalformedInputException if the arguments do not fit the
   *     parameters
   */
  public L2Receipt invoke(Felt account, Felt contract, String function, Object... arguments) {
    List<Felt> calldata =
        writer
            .read(() -> nodes.l2().chain().contract(contract))
            .flatMap(code -> code.calldata(function, Arrays.asList(arguments)))
            .orElseGet(() -> Payload.cairo(arguments).felts());
    return invoke(account, List.of(new Call(contract, Selector.ofName(function), calldata)));
  }

  /**
   * Lets an account on L2 call several functions in one transaction: either all of it happens, or
   * nothing.
   *
   * @param account the account; any address
   * @param calls the calls, in order
   * @return the receipt: hash, messages and events, or why it is REVERTED
   */
  public L2Receipt invoke(Felt account, List<Call> calls) {
    return writer.call(() -> nodes.l2().chain().invoke(account, calls));
  }

  /**
   * Puts coins into an account of L1 and gives it a name for the timeline. Each call gives the
   * coins, also if a store holds the account already; see {@link #isReopened}.
   *
   * @param name what people call it
   * @param address its address
   * @param balance coins to add, in wei
   * @return the address
   */
  public EthAddress account(String name, EthAddress address, UInt256 balance) {
    writer.run(
        () -> {
          book.names().label(address, name);
          nodes.l1().give(address, balance);
        });
    return address;
  }

  /** Deploys a contract on L2 at the address that is the selector of its name. */
  public Felt deploy(String name, Object handler, Consumer<Roles> roles) {
    return deploy(name, Selector.starknetKeccak(name), handler, roles);
  }

  /**
   * Deploys a contract on L2.
   *
   * @param name what people call it
   * @param address where
   * @param handler the object with the {@code @L1Handler} methods
   * @param roles binds the roles that they name
   * @return the address
   */
  public Felt deploy(String name, Felt address, Object handler, Consumer<Roles> roles) {
    writer.run(
        () -> {
          nodes.l2().chain().deploy(address, handler, roles);
          host.contracts().add("L2", address, name);
          book.names().label(address, name);
        });
    return address;
  }

  /**
   * Declares a class on L2 without deploying it, for {@link
   * io.crossline.starknet.l2.L2Context#libraryCall}. No store keeps it.
   *
   * @param classHash what identifies the class
   * @param handler the object with the {@code @External} methods
   */
  public void declare(Felt classHash, Object handler) {
    writer.run(() -> nodes.l2().chain().declare(classHash, handler));
  }

  /**
   * Puts a contract of one's own on L1. This is an act of the host, not a transaction; no
   * reorganisation undoes it.
   *
   * @param name what people call it
   * @param address where
   * @param contract the code
   * @return the address
   * @throws IllegalArgumentException if there is code already
   */
  public EthAddress deployOnL1(String name, EthAddress address, Contract contract) {
    writer.run(
        () -> {
          nodes.l1().chain().deploy(address, contract);
          host.contracts().add("L1", address, name);
          book.names().label(address, name);
        });
    return address;
  }

  /**
   * Puts a contract on L1 whose methods are annotated with {@link
   * io.crossline.ethereum.SolidityFunction}. This is an act of the host, not a transaction; no
   * reorganisation undoes it.
   *
   * @param name what people call it
   * @param address where
   * @param contract the object
   * @return the address
   * @throws IllegalArgumentException if there is code already
   * @throws io.crossline.core.handler.HandlerException if the object cannot serve
   */
  public EthAddress deployOnL1(String name, EthAddress address, Object contract) {
    SolidityContract typed = SolidityContract.of(contract);
    deployOnL1(name, address, (Contract) typed);
    writer.run(() -> typedOnL1.put(address, typed));
    return address;
  }

  /**
   * Calls a function of a contract on L1 that was deployed with its annotated methods, as {@link
   * #transactOnL1(EthAddress, EthAddress, UInt256, Bytes)} does.
   *
   * @param from who sends it
   * @param to the contract
   * @param value the coins to send along, in wei
   * @param function the name of the function, or its whole signature
   * @param arguments a Java value for each parameter
   * @return return data and logs, or the revert
   * @throws io.crossline.messaging.MalformedInputException if it has no such function, or the
   *     arguments do not fit
   * @throws IllegalArgumentException if no such contract is there
   */
  public Outcome<Bytes> transactOnL1(
      EthAddress from, EthAddress to, UInt256 value, String function, Object... arguments) {
    SolidityContract contract = writer.read(() -> typedOnL1.get(to));
    if (contract == null) {
      throw new IllegalArgumentException(
          book.labelOf(to) + ": no contract with @SolidityFunction methods was deployed there");
    }
    return transactOnL1(from, to, value, contract.calldata(function, arguments));
  }

  /** The L1 chain, to be read. */
  public ChainView l1() {
    writer.requireSafe();
    return nodes.l1().chain();
  }

  /** Puts an ERC-20 token on L1; tokens that are made in blocks which are lost are lost too. */
  public Erc20Token deployToken(String name, EthAddress address) {
    Erc20Token token = new Erc20Token(address, new L1TokenHost(this));
    deployOnL1(name, address, token);
    return token;
  }
}
