// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.ChainView;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Operation;
import io.crossline.core.network.DeployedContracts;
import io.crossline.core.trace.Elapsed;
import io.crossline.ethereum.Erc20Token;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.HandlerContract;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.message.BlockNote;
import io.crossline.ipc.network.node.Names;
import io.crossline.ipc.network.node.SubnetNode;
import io.crossline.ipc.network.node.TreeMember;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One network of the tree: its chain, its gateway, and what is deployed there. Transactions run at
 * once, in the open block.
 *
 * <p>Not thread-safe: it belongs to its {@link IpcNetwork}.
 */
public final class IpcSubnet {
  /** Who calls where nobody else is named: the account {@code user}. */
  public static final EthAddress USER = Names.USER;

  private static final Duration LONGEST_ABSENCE = Duration.ofDays(3650);

  private final IpcNetwork network;
  private final TreeMember member;
  private final SubnetSettings settings;
  private final SubnetNode node;
  private final Map<String, Deployed<?>> deployed = new LinkedHashMap<>();

  IpcSubnet(IpcNetwork network, SubnetNode node, Map<String, SubnetSettings> settings) {
    this.network = network;
    this.node = node;
    member = node.subnet();
    this.settings = Objects.requireNonNull(settings.get(member.name()));
    member.constructor(this::construct);
  }

  /** Its path in the tree: {@code root}, {@code games}, {@code games/chess}. */
  public String name() {
    return member.name();
  }

  /** Its name on the wire. */
  public SubnetId id() {
    return member.id();
  }

  /** How it runs. */
  public SubnetSettings settings() {
    return settings;
  }

  /** Its chain, to be read. */
  public ChainView chain() {
    return member.chain();
  }

  /** Its gateway. */
  public Gateway gateway() {
    return member.gateway();
  }

  /**
   * The network above.
   *
   * @return the parent, nothing for the root
   */
  public Optional<IpcSubnet> parent() {
    return member.parent().map(above -> network.at(above.name()));
  }

  /** The contract in the parent network that governs this one; nothing for the root. */
  Optional<SubnetActor> actor() {
    return member.actor();
  }

  /**
   * What the network counts value in.
   *
   * @return the parent's coins, or a token of the parent; coins for the root
   */
  public Asset supplySource() {
    return actor().map(actor -> actor.config().supplySource()).orElse(Asset.NATIVE);
  }

  /**
   * What circulates here by the node's own count: the coins of its genesis, those that came down,
   * less those that went up.
   *
   * @return the coins, in the smallest unit; 0 for the root, where nobody counts
   */
  public UInt256 circulatingSupply() {
    return node.circulatingSupply();
  }

  /**
   * Deploys a handler at an address made of its name: the last 20 bytes of the Keccak-256 of {@code
   * crossline contract <network>:<name>}, with the path for the network.
   *
   * @param contractName its name, unique in this network
   * @param handler the handler
   * @param <H> its type
   * @return the deployed handler
   * @throws io.crossline.core.handler.HandlerException if the handler has a field that can be
   *     written
   * @throws io.crossline.messaging.RevertedException if its {@link IpcHandler#construct} reverts
   */
  public <H extends IpcHandler> Deployed<H> deploy(String contractName, H handler) {
    return deploy(contractName, Names.contract(name(), contractName), handler);
  }

  /**
   * Deploys a handler at a given address. Its {@link IpcHandler#construct} is called by {@link
   * #USER}.
   *
   * @param contractName its name, unique in this network
   * @param address where
   * @param handler the handler
   * @param <H> its type
   * @return the deployed handler
   */
  public <H extends IpcHandler> Deployed<H> deploy(
      String contractName, EthAddress address, H handler) {
    IpcAddress full = IpcAddress.of(id(), address);
    HandlerContract<H> contract =
        new HandlerContract<>(
            handler,
            id(),
            gateway().address(),
            message -> network.faultTeller().handlerFails(member.tracked(), full, message));
    Deployed<H> result = new Deployed<>(this, contractName, address, contract);
    deployContract(
        contractName,
        address,
        contract,
        known -> {
          deployed.put(contractName, result);
          if (!known) {
            member.tracked().notes().hostAct(new BlockNote.Constructed(contractName));
          }
        });
    return result;
  }

  /** Constructs a handler that was deployed here, in the open block. */
  void construct(String contractName) {
    deployed(contractName)
        .run(
            USER,
            UInt256.ZERO,
            (handler, context) -> {
              handler.construct(context);
              return true;
            })
        .orThrow();
  }

  /**
   * Deploys any contract, such as a token.
   *
   * @param contractName its name, unique in this network
   * @param address where
   * @param contract the code
   */
  public void deployContract(String contractName, EthAddress address, Contract contract) {
    deployContract(contractName, address, contract, known -> {});
  }

  private void deployContract(
      String contractName, EthAddress address, Contract contract, Consumer<Boolean> afterwards) {
    DeployedContracts contracts = network.host().contracts();
    network
        .host()
        .writer()
        .run(
            () -> {
              boolean known = contracts.isKnown(name(), address, contractName);
              if (member.tracked().names().has(contractName)) {
                throw new IllegalArgumentException(
                    name() + ": there is a contract named \"" + contractName + "\" already");
              }
              member.chain().deploy(address, contract);
              member.tracked().names().add(address, contractName);
              afterwards.accept(known);
              contracts.add(name(), address, contractName);
            });
  }

  /**
   * A handler that was deployed here.
   *
   * @param contractName its name
   * @return the handler
   * @throws IllegalArgumentException if there is none with that name
   */
  public Deployed<?> deployed(String contractName) {
    Deployed<?> found = deployed.get(contractName);
    if (found == null) {
      throw new IllegalArgumentException(
          name()
              + ": nothing is deployed as \""
              + contractName
              + "\"; there is "
              + deployed.keySet());
    }
    return found;
  }

  /**
   * An account made of a name, the same in all networks: the last 20 bytes of the Keccak-256 of
   * {@code crossline account <name>}. The timeline of this network calls it by that name from now
   * on.
   *
   * @param accountName the name
   * @return its address
   */
  public EthAddress account(String accountName) {
    EthAddress address = Names.account(accountName);
    member.tracked().names().add(address, accountName);
    return address;
  }

  /**
   * A token of this network that backs the coins of a child.
   *
   * @param tokenName its name, as the child's settings give it
   * @return the token
   * @throws IllegalArgumentException if no child names it
   */
  public Erc20Token token(String tokenName) {
    return member.token(tokenName);
  }

  /**
   * Gives coins of the genesis to an account. A root makes them; elsewhere they come from the
   * faucet, so that what circulates stays what the parent counts. Where the block is lost they are
   * given again.
   *
   * @param account who gets them
   * @param coins how many, in the smallest unit
   * @throws IllegalStateException if the faucet has not so many; raise {@link
   *     SubnetSettings#genesisCoins}, or send coins from the parent by its gateway's {@code fund}
   * @throws io.crossline.messaging.RevertedException if the account is a contract that refuses them
   */
  public void give(EthAddress account, UInt256 coins) {
    network
        .host()
        .writer()
        .run(() -> member.tracked().notes().hostAct(new BlockNote.Given(account, coins)));
  }

  /** What an account owns here, in the smallest unit. */
  public UInt256 balance(EthAddress account) {
    return chain().balance(account);
  }

  /**
   * Runs a transaction given as calldata, in the open block.
   *
   * @param from who sends it
   * @param to the contract or account to call
   * @param value the coins to send along
   * @param calldata what to give the contract
   * @return return data and logs, or the revert
   */
  public Outcome<Bytes> transact(EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return follow(() -> member.chain().transact(from, to, value, calldata));
  }

  /**
   * Runs a transaction that does what an operation says, instead of calling the code at the address
   * with calldata: for what a test wants done to a contract without encoding it.
   */
  public <T> Outcome<T> execute(
      EthAddress from, EthAddress to, UInt256 value, Operation<T> operation) {
    return follow(() -> member.chain().execute(from, to, value, operation));
  }

  /**
   * Moves time until this network has finished so many blocks more. If its node is down or stands
   * still meanwhile, that takes longer; the clock moves ten years at most beyond the blocks' time.
   *
   * @param count how many blocks
   * @return what happened meanwhile
   */
  public Elapsed advanceBlocks(long count) {
    UInt64 target = chain().block().number().plus(UInt64.of(count));
    return network.runUntil(
        () -> chain().block().number().compareTo(target) >= 0,
        settings.blockTime().multipliedBy(count).plus(LONGEST_ABSENCE));
  }

  /**
   * Runs something that makes transactions of this network's chain, such as a call of its gateway,
   * and writes what they sent into the timeline at once. Called without this method, they stand in
   * the timeline, and their messages in {@link IpcNetwork#messages}, after the next event of the
   * network only.
   *
   * @param transactions what runs
   * @param <T> what it gives
   * @return what it gave
   */
  public <T> T follow(Supplier<T> transactions) {
    return network.host().call(() -> run(transactions));
  }

  /** The same within what is committed later. */
  <T> T run(Supplier<T> transactions) {
    T result = transactions.get();
    network.tracker().flush(member.tracked());
    return result;
  }

  TreeMember member() {
    return member;
  }

  IpcNetwork network() {
    return network;
  }

  @Override
  public String toString() {
    return name();
  }
}
