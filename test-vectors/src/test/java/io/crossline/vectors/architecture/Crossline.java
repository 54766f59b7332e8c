// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;

/** The classes of the modules on the class path, without tests, and which module a class is of. */
final class Crossline {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.crossline");

  private Crossline() {}

  /** Is a class in one of these packages, or in one below? */
  static DescribedPredicate<JavaClass> in(String... packages) {
    return DescribedPredicate.describe(
        "in " + String.join(", ", packages),
        type -> Arrays.stream(packages).anyMatch(name -> isWithin(type.getPackageName(), name)));
  }

  /** Is a class of the module ipc-xnet, whose packages enclose those of ipc-sdk? */
  static DescribedPredicate<JavaClass> inIpc() {
    return DescribedPredicate.and(
            in("io.crossline.ipc"), DescribedPredicate.not(in("io.crossline.ipc.sdk")))
        .as("in io.crossline.ipc");
  }

  private static boolean isWithin(String packageName, String enclosing) {
    return packageName.equals(enclosing) || packageName.startsWith(enclosing + ".");
  }
}
