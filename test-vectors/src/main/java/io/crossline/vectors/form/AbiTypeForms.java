// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiTypeCases;
import io.crossline.core.abi.AbiValue;
import io.crossline.messaging.Bytes;

/**
 * How values of Solidity types are written in vectors. Numbers and structs differ from system to
 * system: each says how it writes them.
 *
 * <p>Immutable.
 */
public abstract class AbiTypeForms implements AbiTypeCases<Form<AbiValue>> {
  /** For the systems. */
  protected AbiTypeForms() {}

  @Override
  public Form<AbiValue> bool(AbiType.Bool type) {
    return Forms.mapped(Forms.BOOL, AbiValue::bool, value -> ((AbiValue.Bool) value).value());
  }

  @Override
  public Form<AbiValue> address(AbiType.Address type) {
    return Forms.mapped(Forms.ADDRESS, AbiValue::address, value -> ((AbiValue.Addr) value).value());
  }

  @Override
  public Form<AbiValue> fixedBytes(AbiType.FixedBytes type) {
    return Forms.mapped(
        Forms.fixed(type.size(), Bytes::parse, Bytes::toString),
        bytes -> AbiValue.fixed(bytes),
        value -> ((AbiValue.FixedBytes) value).value());
  }

  @Override
  public Form<AbiValue> byteString(AbiType.ByteString type) {
    return Forms.mapped(
        Forms.BYTES, AbiValue::bytes, value -> ((AbiValue.ByteString) value).value());
  }

  @Override
  public Form<AbiValue> text(AbiType.Text type) {
    return Forms.mapped(Forms.TEXT, AbiValue::text, value -> ((AbiValue.Text) value).value());
  }

  @Override
  public Form<AbiValue> array(AbiType.Array type) {
    return list(type.element());
  }

  @Override
  public Form<AbiValue> fixedArray(AbiType.FixedArray type) {
    return list(type.element());
  }

  private Form<AbiValue> list(AbiType element) {
    return Forms.mapped(
        Forms.list(element.fold(this)),
        items -> AbiValue.array(items),
        value -> ((AbiValue.Array) value).values());
  }
}
