// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The auditor of trees of IPC networks, written from the description of upstream's contracts: it
 * reads the logs of the gateways, what contracts say they handled, and the state in the end, and
 * knows nothing of the engines.
 */
@NullMarked
package io.crossline.simulation.audit.ipc;

import org.jspecify.annotations.NullMarked;
