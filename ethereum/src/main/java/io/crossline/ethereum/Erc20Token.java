// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Contract;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Operation;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * An honest ERC-20 token on a network in this process: {@code balanceOf}, {@code allowance}, {@code
 * approve}, {@code transfer} and {@code transferFrom}, with Transfer and Approval events. The
 * Ethereum standard says what they do; a refusal says {@code ERC20InsufficientBalance} or {@code
 * ERC20InsufficientAllowance}. Only its host makes new tokens.
 *
 * <p>Not thread-safe: it is used by the thread that uses its chain.
 */
public final class Erc20Token implements Contract {
  private static final Signature BALANCE_OF = Signature.parse("balanceOf(address)");
  private static final Signature ALLOWANCE = Signature.parse("allowance(address,address)");
  private static final Signature APPROVE = Signature.parse("approve(address,uint256)");
  private static final Signature TRANSFER = Signature.parse("transfer(address,uint256)");
  private static final Signature TRANSFER_FROM =
      Signature.parse("transferFrom(address,address,uint256)");
  private static final Signature TRANSFERRED = Signature.parse("Transfer(address,address,uint256)");
  private static final Signature APPROVED = Signature.parse("Approval(address,address,uint256)");

  private final EthAddress address;
  private final TokenHost host;

  /**
   * A token that nobody owns yet, to be deployed by its host.
   *
   * @param address its address
   * @param host the network that it is in
   */
  public Erc20Token(EthAddress address, TokenHost host) {
    this.address = address;
    this.host = host;
  }

  /**
   * Deploys a token that nobody owns yet on a chain without a network.
   *
   * @param chain where
   * @param address its address
   * @return the token
   * @throws IllegalArgumentException if there is a contract at the address already
   */
  public static Erc20Token deploy(Chain chain, EthAddress address) {
    Erc20Token token = new Erc20Token(address, TokenHost.of(chain));
    chain.deploy(address, token);
    return token;
  }

  /**
   * Its address.
   *
   * @return the address
   */
  public EthAddress address() {
    return address;
  }

  /**
   * What an account owns.
   *
   * @param account its address
   * @return its tokens, in the smallest unit
   */
  public UInt256 balanceOf(EthAddress account) {
    Bytes calldata = Bytes.concat(BALANCE_OF.selector(), new AbiWriter().word(account).toBytes());
    return host.chain().view(account, address, calldata).orThrow().getUInt256(0);
  }

  /**
   * Makes new tokens: an act of the host.
   *
   * @param account who gets them
   * @param tokens how many, in the smallest unit
   * @throws ArithmeticException if the account would own 2^256 or more
   */
  public void mint(EthAddress account, UInt256 tokens) {
    host.mint(this, account, tokens);
  }

  /**
   * Makes new tokens in a transaction of the open block: what a host does when it has taken note
   * that a reorganisation must not take them back.
   *
   * @param account who gets them
   * @param tokens how many, in the smallest unit
   */
  public void mintInOpenBlock(EthAddress account, UInt256 tokens) {
    host.run(
        account,
        address,
        frame -> {
          balances(frame).update(account, balance -> balance.plus(tokens));
          log(frame, TRANSFERRED, EthAddress.ZERO, account, tokens);
          return true;
        });
  }

  /**
   * Lets somebody take tokens.
   *
   * @param owner whose tokens
   * @param spender who may take them
   * @param tokens how many at most, in the smallest unit
   */
  public void approve(EthAddress owner, EthAddress spender, UInt256 tokens) {
    Bytes calldata =
        Bytes.concat(APPROVE.selector(), new AbiWriter().word(spender).word(tokens).toBytes());
    host.run(owner, address, Operation.calling(() -> calldata, frame -> call(frame, calldata)));
  }

  @Override
  public Bytes call(Frame frame, Bytes calldata) {
    if (calldata.size() < 4 || !frame.value().isZero()) {
      throw frame.revert(RawRevert.EMPTY);
    }
    Bytes selector = calldata.slice(0, 4);
    AbiReader arguments = new AbiReader(calldata.slice(4));
    try {
      if (selector.equals(BALANCE_OF.selector())) {
        return word(balances(frame).get(arguments.head(1).address(0)));
      } else if (selector.equals(ALLOWANCE.selector())) {
        AbiReader.Head head = arguments.head(2);
        return word(allowances(frame, head.address(0)).get(head.address(1)));
      } else if (selector.equals(APPROVE.selector())) {
        AbiReader.Head head = arguments.head(2);
        allowances(frame, frame.caller()).put(head.address(0), head.uint256(1));
        log(frame, APPROVED, frame.caller(), head.address(0), head.uint256(1));
        return word(UInt256.ONE);
      } else if (selector.equals(TRANSFER.selector())) {
        AbiReader.Head head = arguments.head(2);
        return move(frame, frame.caller(), head.address(0), head.uint256(1));
      } else if (selector.equals(TRANSFER_FROM.selector())) {
        AbiReader.Head head = arguments.head(3);
        spend(frame, head.address(0), head.uint256(2));
        return move(frame, head.address(0), head.address(1), head.uint256(2));
      }
    } catch (AbiDecodeException malformed) {
      throw frame.revert(EvmRevert.of(malformed));
    }
    throw frame.revert(RawRevert.EMPTY);
  }

  private static void spend(Frame frame, EthAddress owner, UInt256 tokens) {
    StorageMap<EthAddress, UInt256> allowances = allowances(frame, owner);
    UInt256 allowed = allowances.get(frame.caller());
    if (allowed.compareTo(tokens) < 0) {
      throw frame.revert(new Require("ERC20InsufficientAllowance"));
    }
    // The largest allowance stands for one without an end, as in OpenZeppelin's ERC20.
    if (!allowed.equals(UInt256.MAX)) {
      allowances.put(frame.caller(), allowed.minus(tokens));
    }
  }

  private static Bytes move(Frame frame, EthAddress from, EthAddress to, UInt256 tokens) {
    StorageMap<EthAddress, UInt256> balances = balances(frame);
    UInt256 owned = balances.get(from);
    if (owned.compareTo(tokens) < 0) {
      throw frame.revert(new Require("ERC20InsufficientBalance"));
    }
    balances.put(from, owned.minus(tokens));
    balances.put(to, balances.get(to).plus(tokens));
    log(frame, TRANSFERRED, from, to, tokens);
    return word(UInt256.ONE);
  }

  private static Bytes word(UInt256 number) {
    return number.toBytes32().toBytes();
  }

  private static void log(
      Frame frame, Signature event, EthAddress first, EthAddress second, UInt256 tokens) {
    frame.emit(
        List.of(event.topic(), first.toUInt256().toBytes32(), second.toUInt256().toBytes32()),
        word(tokens));
  }

  private static StorageMap<EthAddress, UInt256> balances(Frame frame) {
    return frame.storage().map("balances", Codec.ADDRESS, Codec.UINT256, UInt256.ZERO);
  }

  private static StorageMap<EthAddress, UInt256> allowances(Frame frame, EthAddress owner) {
    return frame.storage().map("allowances " + owner, Codec.ADDRESS, Codec.UINT256, UInt256.ZERO);
  }
}
