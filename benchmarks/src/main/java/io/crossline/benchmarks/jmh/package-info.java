// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** JMH benchmarks, for exploring; no promise hangs on them. */
@NullMarked
package io.crossline.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
