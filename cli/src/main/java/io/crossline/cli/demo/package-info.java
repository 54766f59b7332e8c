// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The handlers of the scenarios that come with the command, found by ServiceLoader like those of
 * any plugin.
 */
@NullMarked
package io.crossline.cli.demo;

import org.jspecify.annotations.NullMarked;
