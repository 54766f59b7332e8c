// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.docs;

/** The README's examples. */
class ReadmeTest extends DocumentedExamples {
  ReadmeTest() {
    super("README.md", 3);
  }
}
