// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.RevertSignal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The custom errors of IPC's contracts, and of the libraries they call: upstream's {@code
 * IPCErrors.sol}, {@code FvmAddressHelper.sol}, the diamond, the SDK's {@code IpcContract.sol},
 * fevmate and OpenZeppelin 5.0.2. What they mean with {@code require} stands in {@link IpcRequire}.
 *
 * <p>Thread-safe.
 */
public enum IpcError {
  /** {@code AddressEmptyCode(address target)}. */
  ADDRESS_EMPTY_CODE("AddressEmptyCode(address target)"),
  /** {@code AddressInsufficientBalance(address account)}. */
  ADDRESS_INSUFFICIENT_BALANCE("AddressInsufficientBalance(address account)"),
  /** {@code AddressShouldBeValidator()}. */
  ADDRESS_SHOULD_BE_VALIDATOR("AddressShouldBeValidator()"),
  /** {@code AlreadyInSet()}. */
  ALREADY_IN_SET("AlreadyInSet()"),
  /** {@code AlreadyRegisteredSubnet()}. */
  ALREADY_REGISTERED_SUBNET("AlreadyRegisteredSubnet()"),
  /** {@code AppHashNotEqual()}. */
  APP_HASH_NOT_EQUAL("AppHashNotEqual()"),
  /** {@code BatchAlreadyExists()}. */
  BATCH_ALREADY_EXISTS("BatchAlreadyExists()"),
  /** {@code BatchMsgAlreadyExecuted()}. */
  BATCH_MSG_ALREADY_EXECUTED("BatchMsgAlreadyExecuted()"),
  /** {@code BatchNotCreated()}. */
  BATCH_NOT_CREATED("BatchNotCreated()"),
  /** {@code BottomUpCheckpointAlreadySubmitted()}. */
  BOTTOM_UP_CHECKPOINT_ALREADY_SUBMITTED("BottomUpCheckpointAlreadySubmitted()"),
  /** {@code CallerIsNotGateway()}. */
  CALLER_IS_NOT_GATEWAY("CallerIsNotGateway()"),
  /** {@code CallFailed()}. */
  CALL_FAILED("CallFailed()"),
  /** {@code CannotConfirmFutureChanges()}. */
  CANNOT_CONFIRM_FUTURE_CHANGES("CannotConfirmFutureChanges()"),
  /** {@code CannotExecuteEmptyEnvelope()}. */
  CANNOT_EXECUTE_EMPTY_ENVELOPE("CannotExecuteEmptyEnvelope()"),
  /** {@code CannotFindSubnet()}. */
  CANNOT_FIND_SUBNET("CannotFindSubnet()"),
  /** {@code CannotReleaseZero()}. */
  CANNOT_RELEASE_ZERO("CannotReleaseZero()"),
  /** {@code CheckpointAlreadyExists()}. */
  CHECKPOINT_ALREADY_EXISTS("CheckpointAlreadyExists()"),
  /** {@code CheckpointNotCreated()}. */
  CHECKPOINT_NOT_CREATED("CheckpointNotCreated()"),
  /** {@code CollateralIsZero()}. */
  COLLATERAL_IS_ZERO("CollateralIsZero()"),
  /** {@code DuplicatedCheckpointHeight(uint64 height)}. */
  DUPLICATED_CHECKPOINT_HEIGHT("DuplicatedCheckpointHeight(uint64 height)"),
  /** {@code DuplicatedGenesisValidator()}. */
  DUPLICATED_GENESIS_VALIDATOR("DuplicatedGenesisValidator()"),
  /** {@code DuplicateValidatorSignaturesFound()}. */
  DUPLICATE_VALIDATOR_SIGNATURES_FOUND("DuplicateValidatorSignaturesFound()"),
  /** {@code EmptyAddress()}. */
  EMPTY_ADDRESS("EmptyAddress()"),
  /** {@code EmptySubnet()}. */
  EMPTY_SUBNET("EmptySubnet()"),
  /** {@code ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)}. */
  ERC20_INSUFFICIENT_ALLOWANCE(
      "ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)"),
  /** {@code ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)}. */
  ERC20_INSUFFICIENT_BALANCE(
      "ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)"),
  /** {@code ERC20InvalidReceiver(address receiver)}. */
  ERC20_INVALID_RECEIVER("ERC20InvalidReceiver(address receiver)"),
  /** {@code ERC20InvalidSender(address sender)}. */
  ERC20_INVALID_SENDER("ERC20InvalidSender(address sender)"),
  /** {@code FacetCannotBeZero()}. */
  FACET_CANNOT_BE_ZERO("FacetCannotBeZero()"),
  /** {@code FailedAddSignatory()}. */
  FAILED_ADD_SIGNATORY("FailedAddSignatory()"),
  /** {@code FailedInnerCall()}. */
  FAILED_INNER_CALL("FailedInnerCall()"),
  /** {@code FunctionNotFound(bytes4 _functionSelector)}. */
  FUNCTION_NOT_FOUND("FunctionNotFound(bytes4 _functionSelector)"),
  /** {@code GatewayCannotBeZero()}. */
  GATEWAY_CANNOT_BE_ZERO("GatewayCannotBeZero()"),
  /** {@code InsufficientFunds()}. */
  INSUFFICIENT_FUNDS("InsufficientFunds()"),
  /** {@code InvalidActivityProof()}. */
  INVALID_ACTIVITY_PROOF("InvalidActivityProof()"),
  /** {@code InvalidActorAddress()}. */
  INVALID_ACTOR_ADDRESS("InvalidActorAddress()"),
  /** {@code InvalidAddress()}. */
  INVALID_ADDRESS("InvalidAddress()"),
  /** {@code InvalidBatchEpoch()}. */
  INVALID_BATCH_EPOCH("InvalidBatchEpoch()"),
  /** {@code InvalidBatchSource()}. */
  INVALID_BATCH_SOURCE("InvalidBatchSource()"),
  /** {@code InvalidCheckpointEpoch(uint64 expected, uint64 actual)}. */
  INVALID_CHECKPOINT_EPOCH("InvalidCheckpointEpoch(uint64 expected, uint64 actual)"),
  /** {@code InvalidCheckpointSource()}. */
  INVALID_CHECKPOINT_SOURCE("InvalidCheckpointSource()"),
  /** {@code InvalidCollateral()}. */
  INVALID_COLLATERAL("InvalidCollateral()"),
  /** {@code InvalidConfigurationNumber()}. */
  INVALID_CONFIGURATION_NUMBER("InvalidConfigurationNumber()"),
  /** {@code InvalidFederationPayload()}. */
  INVALID_FEDERATION_PAYLOAD("InvalidFederationPayload()"),
  /** {@code InvalidInclusionProof()}. */
  INVALID_INCLUSION_PROOF("InvalidInclusionProof()"),
  /** {@code InvalidMajorityPercentage()}. */
  INVALID_MAJORITY_PERCENTAGE("InvalidMajorityPercentage()"),
  /** {@code InvalidPowerScale()}. */
  INVALID_POWER_SCALE("InvalidPowerScale()"),
  /** {@code InvalidPublicKeyLength()}. */
  INVALID_PUBLIC_KEY_LENGTH("InvalidPublicKeyLength()"),
  /** {@code InvalidSubmissionPeriod()}. */
  INVALID_SUBMISSION_PERIOD("InvalidSubmissionPeriod()"),
  /** {@code InvalidSubnet()}. */
  INVALID_SUBNET("InvalidSubnet()"),
  /** {@code InvalidSubnetActor()}. */
  INVALID_SUBNET_ACTOR("InvalidSubnetActor()"),
  /** {@code InvalidXnetMessage(uint8 reason)}. */
  INVALID_XNET_MESSAGE("InvalidXnetMessage(uint8 reason)"),
  /** {@code MethodNotAllowed(string reason)}. */
  METHOD_NOT_ALLOWED("MethodNotAllowed(string reason)"),
  /** {@code MissingActivityCommitment()}. */
  MISSING_ACTIVITY_COMMITMENT("MissingActivityCommitment()"),
  /** {@code MissingBatchCommitment()}. */
  MISSING_BATCH_COMMITMENT("MissingBatchCommitment()"),
  /** {@code MissingGenesisSubnetIpcContractsOwner()}. */
  MISSING_GENESIS_SUBNET_IPC_CONTRACTS_OWNER("MissingGenesisSubnetIpcContractsOwner()"),
  /** {@code NotAllValidatorsHaveLeft()}. */
  NOT_ALL_VALIDATORS_HAVE_LEFT("NotAllValidatorsHaveLeft()"),
  /** {@code NotAuthorized(address)}. */
  NOT_AUTHORIZED("NotAuthorized(address)"),
  /** {@code NotDelegatedEvmAddress()}. */
  NOT_DELEGATED_EVM_ADDRESS("NotDelegatedEvmAddress()"),
  /** {@code NotEmptySubnetCircSupply()}. */
  NOT_EMPTY_SUBNET_CIRC_SUPPLY("NotEmptySubnetCircSupply()"),
  /** {@code NotEnoughBalance()}. */
  NOT_ENOUGH_BALANCE("NotEnoughBalance()"),
  /** {@code NotEnoughBalanceForRewards()}. */
  NOT_ENOUGH_BALANCE_FOR_REWARDS("NotEnoughBalanceForRewards()"),
  /** {@code NotEnoughCollateral()}. */
  NOT_ENOUGH_COLLATERAL("NotEnoughCollateral()"),
  /** {@code NotEnoughFunds()}. */
  NOT_ENOUGH_FUNDS("NotEnoughFunds()"),
  /** {@code NotEnoughFundsToRelease()}. */
  NOT_ENOUGH_FUNDS_TO_RELEASE("NotEnoughFundsToRelease()"),
  /** {@code NotEnoughGenesisValidators()}. */
  NOT_ENOUGH_GENESIS_VALIDATORS("NotEnoughGenesisValidators()"),
  /** {@code NotEnoughSubnetCircSupply()}. */
  NOT_ENOUGH_SUBNET_CIRC_SUPPLY("NotEnoughSubnetCircSupply()"),
  /** {@code NotEnoughValidatorsInSubnet()}. */
  NOT_ENOUGH_VALIDATORS_IN_SUBNET("NotEnoughValidatorsInSubnet()"),
  /** {@code NotGateway()}. */
  NOT_GATEWAY("NotGateway()"),
  /** {@code NotInSet()}. */
  NOT_IN_SET("NotInSet()"),
  /** {@code NotOwner()}. */
  NOT_OWNER("NotOwner()"),
  /** {@code NotOwnerOfPublicKey()}. */
  NOT_OWNER_OF_PUBLIC_KEY("NotOwnerOfPublicKey()"),
  /** {@code NotRegisteredSubnet()}. */
  NOT_REGISTERED_SUBNET("NotRegisteredSubnet()"),
  /** {@code NotStakedBefore()}. */
  NOT_STAKED_BEFORE("NotStakedBefore()"),
  /** {@code NotSystemActor()}. */
  NOT_SYSTEM_ACTOR("NotSystemActor()"),
  /** {@code NotValidator(address)}. */
  NOT_VALIDATOR("NotValidator(address)"),
  /** {@code NoAddressForRoot()}. */
  NO_ADDRESS_FOR_ROOT("NoAddressForRoot()"),
  /** {@code NoCollateralToWithdraw()}. */
  NO_COLLATERAL_TO_WITHDRAW("NoCollateralToWithdraw()"),
  /** {@code NoParentForSubnet()}. */
  NO_PARENT_FOR_SUBNET("NoParentForSubnet()"),
  /** {@code NoValidatorsInSubnet()}. */
  NO_VALIDATORS_IN_SUBNET("NoValidatorsInSubnet()"),
  /** {@code OldConfigurationNumber()}. */
  OLD_CONFIGURATION_NUMBER("OldConfigurationNumber()"),
  /** {@code OwnableUnauthorizedAccount(address account)}. */
  OWNABLE_UNAUTHORIZED_ACCOUNT("OwnableUnauthorizedAccount(address account)"),
  /** {@code ParentFinalityAlreadyCommitted()}. */
  PARENT_FINALITY_ALREADY_COMMITTED("ParentFinalityAlreadyCommitted()"),
  /** {@code PostboxNotExist()}. */
  POSTBOX_NOT_EXIST("PostboxNotExist()"),
  /** {@code PowerReductionMoreThanTotal(uint256 total, uint256 change)}. */
  POWER_REDUCTION_MORE_THAN_TOTAL("PowerReductionMoreThanTotal(uint256 total, uint256 change)"),
  /** {@code PQDoesNotContainAddress()}. */
  PQ_DOES_NOT_CONTAIN_ADDRESS("PQDoesNotContainAddress()"),
  /** {@code PQEmpty()}. */
  PQ_EMPTY("PQEmpty()"),
  /** {@code ReentrancyError()}. */
  REENTRANCY_ERROR("ReentrancyError()"),
  /** {@code ReentrancyGuardReentrantCall()}. */
  REENTRANCY_GUARD_REENTRANT_CALL("ReentrancyGuardReentrantCall()"),
  /** {@code SafeERC20FailedOperation(address token)}. */
  SAFE_ERC20_FAILED_OPERATION("SafeERC20FailedOperation(address token)"),
  /** {@code SignatureAddressesNotSorted()}. */
  SIGNATURE_ADDRESSES_NOT_SORTED("SignatureAddressesNotSorted()"),
  /** {@code SignatureReplay()}. */
  SIGNATURE_REPLAY("SignatureReplay()"),
  /** {@code SubnetAlreadyBootstrapped()}. */
  SUBNET_ALREADY_BOOTSTRAPPED("SubnetAlreadyBootstrapped()"),
  /** {@code SubnetAlreadyKilled()}. */
  SUBNET_ALREADY_KILLED("SubnetAlreadyKilled()"),
  /** {@code SubnetNotActive()}. */
  SUBNET_NOT_ACTIVE("SubnetNotActive()"),
  /** {@code SubnetNotBootstrapped()}. */
  SUBNET_NOT_BOOTSTRAPPED("SubnetNotBootstrapped()"),
  /** {@code SubnetNotFound()}. */
  SUBNET_NOT_FOUND("SubnetNotFound()"),
  /** {@code TooManyValidators()}. */
  TOO_MANY_VALIDATORS("TooManyValidators()"),
  /** {@code TransferFailed(address, address, uint256)}. */
  TRANSFER_FAILED("TransferFailed(address, address, uint256)"),
  /** {@code UnknownSubnet()}. */
  UNKNOWN_SUBNET("UnknownSubnet()"),
  /** {@code UnrecognizedResult()}. */
  UNRECOGNIZED_RESULT("UnrecognizedResult()"),
  /** {@code UnsupportedMsgKind()}. */
  UNSUPPORTED_MSG_KIND("UnsupportedMsgKind()"),
  /** {@code ValidatorAlreadyClaimed()}. */
  VALIDATOR_ALREADY_CLAIMED("ValidatorAlreadyClaimed()"),
  /** {@code ValidatorPowerChangeDenied()}. */
  VALIDATOR_POWER_CHANGE_DENIED("ValidatorPowerChangeDenied()"),
  /** {@code WrongGateway()}. */
  WRONG_GATEWAY("WrongGateway()"),
  /** {@code ZeroMembershipWeight()}. */
  ZERO_MEMBERSHIP_WEIGHT("ZeroMembershipWeight()");

  private static final Map<String, IpcError> BY_NAME = new HashMap<>();

  static {
    for (IpcError error : values()) {
      BY_NAME.put(error.errorName(), error);
    }
  }

  private final Signature signature;

  IpcError(String signature) {
    this.signature = Signature.parse(signature);
  }

  /**
   * The error's signature.
   *
   * @return name and parameters, with upstream's names of parameters where it has them
   */
  public Signature signature() {
    return signature;
  }

  /**
   * Upstream's own name of the error.
   *
   * @return such as {@code NotRegisteredSubnet}
   */
  public String errorName() {
    return signature.name();
  }

  /**
   * The error as a contract raises it.
   *
   * @param arguments one for each parameter
   * @return the revert
   * @throws IllegalArgumentException if the arguments do not fit the parameters
   */
  public CustomError revert(AbiValue... arguments) {
    return CustomError.of(signature, arguments);
  }

  /**
   * Why a gateway refuses or answers a message. The data has 36 bytes (trap 26).
   *
   * @param reason the reason
   * @return {@code InvalidXnetMessage(reason)}
   */
  public static CustomError invalidXnetMessage(InvalidXnetMessageReason reason) {
    return INVALID_XNET_MESSAGE.revert(AbiValue.number(reason.code()));
  }

  /**
   * Finds an error by upstream's name.
   *
   * @param name such as {@code NotRegisteredSubnet}
   * @return the error, if it is one of these
   */
  public static Optional<IpcError> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * Refuses with this error, if it takes no arguments and a condition holds: what Solidity writes
   * as {@code if (condition) revert Error()}.
   *
   * @param refused the condition
   * @throws RevertSignal if it holds
   */
  public void when(boolean refused) {
    if (refused) {
      throw new RevertSignal(revert());
    }
  }
}
