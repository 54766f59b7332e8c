// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Faults for networks in one process: a plan says what goes wrong where and when, by hand or from a
 * seed; the networks ask it at the points where something can go wrong.
 */
@NullMarked
package io.crossline.core.fault;

import org.jspecify.annotations.NullMarked;
