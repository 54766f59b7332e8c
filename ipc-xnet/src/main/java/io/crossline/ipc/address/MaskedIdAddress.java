// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * EVM addresses that stand for an actor's number: {@code 0xff}, eleven zero bytes, and the number
 * in eight bytes, as fevmate's {@code FilAddress} knows them.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class MaskedIdAddress {
  private static final long MASK_HIGH = 0xff000000L;

  private MaskedIdAddress() {}

  /**
   * The address that stands for an actor.
   *
   * @param id the actor's number
   * @return the masked address
   */
  public static EthAddress of(UInt64 id) {
    return EthAddress.truncate(Bytes32.ofLimbs(0, MASK_HIGH, 0, id.bits()));
  }

  /**
   * The actor's number within an address ({@code isIDAddress}).
   *
   * @param address any EVM address
   * @return the number, nothing if the address has another form
   */
  public static Optional<UInt64> id(EthAddress address) {
    return address.limb(1) == MASK_HIGH && address.limb(2) == 0
        ? Optional.of(UInt64.ofBits(address.limb(3)))
        : Optional.empty();
  }

  /**
   * What a contract takes for the recipient's true address ({@code normalize}). On the FVM a masked
   * address is looked up; a plain EVM has no such precompile, so every address stays as it is, here
   * too.
   *
   * @param address any EVM address
   * @return the same address
   */
  public static EthAddress normalize(EthAddress address) {
    return address;
  }
}
