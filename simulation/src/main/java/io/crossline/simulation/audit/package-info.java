// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The auditor: independent code that reads the logs of a run and the state in its end, and holds
 * the numbered invariants of {@code docs/invariants.md} against them. It knows values, hashes and
 * logs, and nothing of the engines.
 */
@NullMarked
package io.crossline.simulation.audit;

import org.jspecify.annotations.NullMarked;
