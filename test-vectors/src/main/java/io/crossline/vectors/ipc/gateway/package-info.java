// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Networks of gateways as vectors describe them, with contracts and tokens that follow a script,
 * and what happens to them step by step.
 */
@NullMarked
package io.crossline.vectors.ipc.gateway;

import org.jspecify.annotations.NullMarked;
