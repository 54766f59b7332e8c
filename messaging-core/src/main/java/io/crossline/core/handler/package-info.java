// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Finds handler types that providers bring, and checks the classes that serve as handlers. */
@NullMarked
package io.crossline.core.handler;

import org.jspecify.annotations.NullMarked;
