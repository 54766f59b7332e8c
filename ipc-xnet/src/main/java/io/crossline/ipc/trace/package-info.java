// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Where each message is, derived from the logs of gateways alone: the hops of its way, what it
 * waits for, how it was answered, and what no log tells.
 */
@NullMarked
package io.crossline.ipc.trace;

import org.jspecify.annotations.NullMarked;
