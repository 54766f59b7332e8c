// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses that stand for the roles which a contract names in {@link L1Handler#from}. Bound at
 * deployment, because addresses are known only there.
 *
 * <p>Not thread-safe: it is filled while a contract is deployed.
 */
public final class Roles {
  private final Map<String, EthAddress> bound = new TreeMap<>();

  /** Creates a set of roles without any. */
  public Roles() {}

  /**
   * Binds a role.
   *
   * @param role its name
   * @param address the L1 contract that has it
   * @return these roles
   * @throws HandlerException if the role is bound to another address already
   */
  public Roles bind(String role, EthAddress address) {
    EthAddress other = bound.putIfAbsent(role, address);
    if (other != null && !other.equals(address)) {
      throw new HandlerException(
          "role \"" + role + "\" is bound to " + other + " already, cannot bind it to " + address);
    }
    return this;
  }

  EthAddress resolve(String from, String where) {
    if (from.startsWith("0x")) {
      try {
        return EthAddress.parse(from);
      } catch (MalformedInputException malformed) {
        throw new HandlerException(
            where + ": @L1Handler(from = \"" + from + "\"): " + malformed.getMessage(), malformed);
      }
    }
    EthAddress address = bound.get(from);
    if (address == null) {
      throw new HandlerException(
          where
              + ": role \""
              + from
              + "\" is not bound. Bind it at deployment: bind(\""
              + from
              + "\", address). Bound: "
              + (bound.isEmpty() ? "none" : String.join(", ", bound.keySet())));
    }
    return address;
  }
}
