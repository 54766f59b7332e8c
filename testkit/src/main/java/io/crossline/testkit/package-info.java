// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a test of cross-chain messaging starts from: a fresh network for each test, its timeline
 * when the test fails, faults from a seed, and assertions on outcomes and on the messages that a
 * spy has seen.
 */
@NullMarked
package io.crossline.testkit;

import org.jspecify.annotations.NullMarked;
