// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The events of the Starknet core contract, as typed records, from and to logs. */
@NullMarked
package io.crossline.starknet.event;

import org.jspecify.annotations.NullMarked;
