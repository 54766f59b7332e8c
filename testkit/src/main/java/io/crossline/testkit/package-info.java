// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a test of cross-chain messaging starts from: a fresh network for each test, its timeline
 * when the test fails, and assertions on outcomes.
 */
@NullMarked
package io.crossline.testkit;

import org.jspecify.annotations.NullMarked;
