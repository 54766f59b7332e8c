// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Require;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each error means, in words. {@code {0}} stands for its first argument, {@code {from}} and
 * {@code {to}} for the message's sender and receiver, {@code {source}} and {@code {destination}}
 * for their networks, {@code {by}} for the network that answered.
 */
final class ErrorMeanings {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Map<IpcError, String> OF_ERRORS = new EnumMap<>(IpcError.class);
  private static final Map<String, String> OF_TEXTS = new HashMap<>();

  static {
    gateway();
    tokens();
    subnets();
    checkpoints();
    validators();
    texts();
  }

  private ErrorMeanings() {}

  private static void gateway() {
    is(IpcError.INVALID_XNET_MESSAGE, "the message is not valid for reason number {0}");
    is(IpcError.NOT_ENOUGH_BALANCE, "the gateway of {by} owns less than it has to pay, {value}");
    is(
        IpcError.INVALID_SUBNET_ACTOR,
        "{to} is no contract, so it cannot be called (upstream's name of the error misleads)");
    is(
        IpcError.NOT_DELEGATED_EVM_ADDRESS,
        "the address of {to} is not one of an EVM account (f410, 20 bytes)");
    is(IpcError.CANNOT_EXECUTE_EMPTY_ENVELOPE, "the message is empty: there is nothing to deliver");
    is(IpcError.FUNCTION_NOT_FOUND, "{to} is a gateway, which has no function {0}");
    is(
        IpcError.INSUFFICIENT_FUNDS,
        "the gateway of {by} owns less than it has to burn, {value}, for a message on its way up");
    is(IpcError.METHOD_NOT_ALLOWED, "{0}");
    is(IpcError.NOT_SYSTEM_ACTOR, "only the system actor of {by} may do this");
    is(IpcError.NOT_OWNER, "only the owner of the gateway may do this");
    is(IpcError.REENTRANCY_ERROR, "the gateway is within a guarded function already");
    is(IpcError.POSTBOX_NOT_EXIST, "the postbox holds no such message");
    is(IpcError.CALL_FAILED, "a call failed, or a precompile did");
    is(IpcError.INVALID_ADDRESS, "the bytes are no Filecoin address");
    is(IpcError.EMPTY_ADDRESS, "the address is empty");
    is(IpcError.CALLER_IS_NOT_GATEWAY, "{to} takes messages from its gateway alone");
    is(
        IpcError.UNRECOGNIZED_RESULT,
        "{to} waits for no such Result: it sent no such call, was answered already, or two equal"
            + " calls share a tracing id (trap 1)");
    is(IpcError.UNSUPPORTED_MSG_KIND, "{to} takes Calls and Results, and no Transfers");
    is(
        IpcError.REENTRANCY_GUARD_REENTRANT_CALL,
        "{to} was called again while it was within a function that does not allow it");
    is(IpcError.OWNABLE_UNAUTHORIZED_ACCOUNT, "{0} is not the owner of the contract");
  }

  private static void tokens() {
    is(IpcError.ADDRESS_EMPTY_CODE, "{0} is no contract");
    is(IpcError.ADDRESS_INSUFFICIENT_BALANCE, "{0} owns fewer coins than it has to send");
    is(
        IpcError.ERC20_INSUFFICIENT_ALLOWANCE,
        "{0} may take {1} of the token, and would need {2}: the owner has to approve more");
    is(IpcError.ERC20_INSUFFICIENT_BALANCE, "{0} owns {1} of the token, and would need {2}");
    is(IpcError.ERC20_INVALID_RECEIVER, "{0} cannot receive the token");
    is(IpcError.ERC20_INVALID_SENDER, "{0} cannot send the token");
    is(IpcError.FAILED_INNER_CALL, "a call of the token reverted without data");
    is(IpcError.SAFE_ERC20_FAILED_OPERATION, "the token {0} answered that the transfer failed");
    is(
        IpcError.TRANSFER_FAILED,
        "{0} could not pay {2} to {1}: it was refused, and why is lost (trap 32)");
    is(IpcError.NOT_ENOUGH_FUNDS, "the amount must not be 0");
    is(IpcError.NOT_ENOUGH_FUNDS_TO_RELEASE, "the stake is smaller than the amount");
    is(IpcError.CANNOT_RELEASE_ZERO, "the amount must not be 0");
    is(IpcError.NOT_ENOUGH_BALANCE_FOR_REWARDS, "there is not enough to pay the rewards");
  }

  private static void subnets() {
    is(IpcError.ALREADY_REGISTERED_SUBNET, "the subnet is registered already");
    is(IpcError.NOT_REGISTERED_SUBNET, "no such child is registered with the gateway of {by}");
    is(IpcError.SUBNET_NOT_FOUND, "the caller is no registered child of {by}");
    is(IpcError.CANNOT_FIND_SUBNET, "no such subnet is known");
    is(IpcError.UNKNOWN_SUBNET, "no such subnet is known");
    is(IpcError.NOT_AUTHORIZED, "the owner of the gateway has not approved {0}");
    is(
        IpcError.NOT_ENOUGH_SUBNET_CIRC_SUPPLY,
        "the batch carries more value than the subnet has in circulation");
    is(IpcError.NOT_EMPTY_SUBNET_CIRC_SUPPLY, "the subnet still has value in circulation");
    is(IpcError.NO_PARENT_FOR_SUBNET, "a root network has no parent");
    is(
        IpcError.NO_ADDRESS_FOR_ROOT,
        "no registered child of {by} leads to {destination}, so the answer cannot be sent either");
    is(IpcError.INVALID_ACTOR_ADDRESS, "the zero address is no subnet actor");
    is(IpcError.INVALID_SUBNET, "the subnet is not the one expected");
    is(IpcError.EMPTY_SUBNET, "the subnet has nothing in it");
    is(IpcError.NOT_GATEWAY, "only the gateway may do this");
    is(IpcError.WRONG_GATEWAY, "the gateway is not the one expected");
    is(IpcError.GATEWAY_CANNOT_BE_ZERO, "the gateway's address must not be 0");
    is(IpcError.FACET_CANNOT_BE_ZERO, "the address of a facet must not be 0");
    is(IpcError.SUBNET_ALREADY_BOOTSTRAPPED, "the subnet runs already");
    is(IpcError.SUBNET_ALREADY_KILLED, "the subnet was killed");
    is(IpcError.SUBNET_NOT_ACTIVE, "the subnet is not active");
    is(IpcError.SUBNET_NOT_BOOTSTRAPPED, "the subnet does not run yet");
    is(
        IpcError.MISSING_GENESIS_SUBNET_IPC_CONTRACTS_OWNER,
        "the genesis names no owner of the subnet's contracts");
  }

  private static void checkpoints() {
    is(IpcError.APP_HASH_NOT_EQUAL, "what the checkpoint is made of does not give its hash");
    is(IpcError.BATCH_ALREADY_EXISTS, "there is a batch of this epoch already");
    is(IpcError.BATCH_NOT_CREATED, "there is no batch of this epoch");
    is(IpcError.BATCH_MSG_ALREADY_EXECUTED, "the message of the batch was executed already");
    is(
        IpcError.BOTTOM_UP_CHECKPOINT_ALREADY_SUBMITTED,
        "the checkpoint of this height was submitted already");
    is(IpcError.CHECKPOINT_ALREADY_EXISTS, "there is a checkpoint of this block already");
    is(IpcError.CHECKPOINT_NOT_CREATED, "there is no checkpoint of this height");
    is(IpcError.DUPLICATED_CHECKPOINT_HEIGHT, "the batch of height {0} is recorded already");
    is(IpcError.INVALID_ACTIVITY_PROOF, "the proof of activity does not hold");
    is(IpcError.INVALID_BATCH_EPOCH, "the epoch of the batch is not a multiple of the period");
    is(IpcError.INVALID_BATCH_SOURCE, "the batch is of another subnet");
    is(IpcError.INVALID_CHECKPOINT_EPOCH, "the next checkpoint is that of height {0}, not {1}");
    is(IpcError.INVALID_CHECKPOINT_SOURCE, "the checkpoint is of another subnet");
    is(IpcError.INVALID_INCLUSION_PROOF, "the proof does not lead to the root of the batch");
    is(IpcError.INVALID_MAJORITY_PERCENTAGE, "the majority must be 51 to 100 percent");
    is(IpcError.INVALID_SUBMISSION_PERIOD, "the period of checkpoints must not be 0");
    is(IpcError.MISSING_ACTIVITY_COMMITMENT, "the activity of this height is not recorded");
    is(IpcError.MISSING_BATCH_COMMITMENT, "no batch of this height is recorded");
    is(
        IpcError.PARENT_FINALITY_ALREADY_COMMITTED,
        "the parent's finality of this height, or a later one, is committed already");
  }

  private static void validators() {
    is(IpcError.ADDRESS_SHOULD_BE_VALIDATOR, "the address is of no validator");
    is(IpcError.ALREADY_IN_SET, "the member is in the set already");
    is(IpcError.NOT_IN_SET, "the member is not in the set");
    is(
        IpcError.CANNOT_CONFIRM_FUTURE_CHANGES,
        "changes that are still to come cannot be confirmed");
    is(IpcError.COLLATERAL_IS_ZERO, "the collateral must not be 0");
    is(IpcError.INVALID_COLLATERAL, "the collateral is not what was expected");
    is(IpcError.NOT_ENOUGH_COLLATERAL, "the collateral is too small");
    is(IpcError.NO_COLLATERAL_TO_WITHDRAW, "there is no collateral to withdraw");
    is(IpcError.DUPLICATED_GENESIS_VALIDATOR, "a validator of the genesis is named twice");
    is(IpcError.DUPLICATE_VALIDATOR_SIGNATURES_FOUND, "a validator signed twice");
    is(IpcError.FAILED_ADD_SIGNATORY, "the signatory cannot be added");
    is(IpcError.INVALID_CONFIGURATION_NUMBER, "the configuration number is not the next one");
    is(IpcError.OLD_CONFIGURATION_NUMBER, "the configuration number is an old one");
    is(IpcError.INVALID_FEDERATION_PAYLOAD, "the lists of validators, keys and powers differ");
    is(IpcError.INVALID_POWER_SCALE, "the scale of power is out of range");
    is(IpcError.INVALID_PUBLIC_KEY_LENGTH, "a public key must have 65 bytes");
    is(IpcError.NOT_ALL_VALIDATORS_HAVE_LEFT, "some validators have not left");
    is(IpcError.NOT_ENOUGH_GENESIS_VALIDATORS, "the genesis needs more validators");
    is(IpcError.NOT_ENOUGH_VALIDATORS_IN_SUBNET, "the subnet needs more validators");
    is(IpcError.NO_VALIDATORS_IN_SUBNET, "the subnet has no validators");
    is(IpcError.NOT_OWNER_OF_PUBLIC_KEY, "the public key is not the caller's");
    is(IpcError.NOT_STAKED_BEFORE, "the validator has no stake");
    is(IpcError.NOT_VALIDATOR, "{0} is no validator");
    is(
        IpcError.POWER_REDUCTION_MORE_THAN_TOTAL,
        "the power of {0} cannot be reduced by {1}, which is more");
    is(IpcError.PQ_DOES_NOT_CONTAIN_ADDRESS, "the address is not in the queue of validators");
    is(IpcError.PQ_EMPTY, "the queue of validators is empty");
    is(IpcError.SIGNATURE_ADDRESSES_NOT_SORTED, "the signers are not in ascending order");
    is(IpcError.SIGNATURE_REPLAY, "the signature was used already");
    is(IpcError.TOO_MANY_VALIDATORS, "there are more validators than allowed");
    is(IpcError.VALIDATOR_ALREADY_CLAIMED, "the validator has claimed the reward already");
    is(IpcError.VALIDATOR_POWER_CHANGE_DENIED, "the power of a validator may not change so");
    is(IpcError.ZERO_MEMBERSHIP_WEIGHT, "the validators have no power together");
  }

  private static void texts() {
    is(
        IpcRequire.EXPECTING_TOP_DOWN_MESSAGES_ONLY,
        "a message on its way up came down from the parent");
    is(
        IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX,
        "an entry of the postbox of {by} is empty or missing, which blocks all others (trap 17)");
    is(IpcRequire.INSUFFICIENT_FUNDS, "fewer coins came along than the message carries, {value}");
    is(
        IpcRequire.NO_BALANCE_INCREASE,
        "the gateway of {by} owns no more of the token than before; a value of 0 gives this too"
            + " (trap 11)");
    is(IpcRequire.UNEXPECTED_ASSET, "{destination} counts in another kind of asset");
    is(IpcRequire.INVALID_ERC20_ADDRESS, "the address of the token is no contract");
  }

  private static void is(IpcError error, String meaning) {
    OF_ERRORS.put(error, meaning);
  }

  private static void is(Require text, String meaning) {
    OF_TEXTS.put(text.reason(), meaning);
  }

  static String of(IpcError error, List<AbiValue> arguments, MessageEnds ends) {
    return fill(OF_ERRORS.getOrDefault(error, ""), arguments, ends);
  }

  /** Nothing for a text that is the receiver's own. */
  static Optional<String> of(String text, MessageEnds ends) {
    return Optional.ofNullable(OF_TEXTS.get(text)).map(meaning -> fill(meaning, List.of(), ends));
  }

  static String of(InvalidXnetMessageReason reason, MessageEnds ends) {
    String meaning =
        switch (reason) {
          case SENDER -> "{from} is no contract, and only a contract may send a Call";
          case DST_SUBNET ->
              ends.to().filter(to -> to.subnetId().isEmpty()).isPresent()
                  ? "the message names no destination"
                  : "no registered child of {by} leads to {destination}";
          case NONCE -> "{nonce} is not the one that {by} expects next";
          case VALUE -> "the value must not be 0";
          case KIND -> "the kind of message is not allowed";
          case REFLEXIVE_SEND -> "{destination} is the network that it is sent from";
          case NO_ROUTE ->
              related(ends)
                  ? "{destination} lies under another root than {by}"
                  : "{source} and {destination} have no common parent";
          case INCOMPATIBLE_SUPPLY_SOURCE ->
              "the subnets that {by} joins between {source} and {destination} do not count in the"
                  + " same asset";
        };
    return fill(meaning, List.of(), ends);
  }

  private static boolean related(MessageEnds ends) {
    return ends.from().isPresent()
        && ends.to().isPresent()
        && !ends.from().get().subnetId().commonParent(ends.to().get().subnetId()).isEmpty();
  }

  private static String fill(String meaning, List<AbiValue> arguments, MessageEnds ends) {
    Matcher places = PLACE.matcher(meaning);
    return places.replaceAll(
        place -> Matcher.quoteReplacement(said(place.group(1), arguments, ends)));
  }

  private static String said(String place, List<AbiValue> arguments, MessageEnds ends) {
    return switch (place) {
      case "from" -> ends.sender();
      case "to" -> ends.receiver();
      case "source" -> ends.senderNetwork();
      case "destination" -> ends.receiverNetwork();
      case "by" -> ends.answerer();
      case "value" -> ends.amount();
      case "nonce" -> ends.number();
      default -> argument(Integer.parseInt(place), arguments);
    };
  }

  private static String argument(int index, List<AbiValue> arguments) {
    if (index >= arguments.size()) {
      return "…";
    }
    AbiValue value = arguments.get(index);
    return value instanceof AbiValue.Text text ? text.value() : value.toString();
  }
}
