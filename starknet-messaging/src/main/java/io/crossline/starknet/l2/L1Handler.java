// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Cairo;
import io.crossline.starknet.CairoResult;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method that the sequencer calls with messages from L1, as {@code #[l1_handler]} does in
 * Cairo. Its parameters are the {@link L2Context}, the sender as an {@code EthAddress}, and then
 * the payload, decoded by type. It returns nothing.
 *
 * <table>
 * <caption>Java types and what they take</caption>
 * <tr><td>{@link Felt}<td>one felt
 * <tr><td>{@code boolean}<td>one felt; any but 0 is true
 * <tr><td>{@link UInt64}<td>one felt below 2^64 (Cairo's {@code u64})
 * <tr><td>{@link UInt256}<td>two felts below 2^128, low then high (Cairo's {@code u256})
 * <tr><td>{@link EthAddress}<td>one felt below 2^160
 * <tr><td>{@link Bytes}<td>Cairo's {@code ByteArray}
 * <tr><td>{@code String}<td>a {@code ByteArray} that is UTF-8
 * <tr><td>{@code Optional<T>}, {@link CairoResult}<td>0 and the value, or 1 and the error
 * <tr><td>{@code List<T>}<td>a felt with the length, then the elements (Cairo's arrays and spans)
 * <tr><td>a record<td>its components in order (Cairo's structs and tuples)
 * <tr><td>an enum, a sealed interface of records<td>the index of the variant, then its data
 * <tr><td>any of these with {@link Cairo}<td>the type that it says: {@code @Cairo("u8") UInt64}, {@code
 *     @Cairo("i64") long}, {@code @Cairo("shortstring") String}, {@code List<@Cairo("u128")
 *     UInt256>}
 * <tr><td>{@link Payload}<td>all the felts that are left
 * </table>
 *
 * <p>A payload that does not fit the parameters exactly, to the last felt, makes the call fail
 * before its first line, with the panic data of the executor: {@code Failed to deserialize param
 * #2}, where the sender is the first parameter, or {@code Input too long for arguments}.
 *
 * <p>The protocol lets every L1 contract send to every handler. Who may send must therefore be
 * declared: {@link #from} or {@link #anyone}. A class whose handlers declare neither is refused.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface L1Handler {
  /**
   * The name whose selector the handler answers to; the method's own name if empty. {@code
   * __l1_default__} takes whatever no other handler of the contract answers to.
   *
   * @return the name
   */
  String name() default "";

  /**
   * The only L1 contract that may send: a literal address, or a role that is bound at deployment.
   *
   * @return {@code 0x} and 40 digits, or the name of a role; empty if {@link #anyone}
   */
  String from() default "";

  /**
   * Whether every L1 contract may send.
   *
   * @return true to let everybody
   */
  boolean anyone() default false;
}
