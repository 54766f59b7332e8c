// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Java methods as functions of Solidity: signatures, arguments and return values by type. */
@NullMarked
package io.crossline.core.typed;

import org.jspecify.annotations.NullMarked;
