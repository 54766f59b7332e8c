// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A folder is a noun of the protocol, and every package says what may be null. */
class NamesTest {
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(".*(Util|Utils|Helper|Helpers|Manager|Impl)");

  private static final Pattern FOLDER_SAYS_NOTHING =
      Pattern.compile(".*\\.(util|utils|helper|helpers|manager|impl|common|misc|internal)(\\..*)?");

  @Test
  void noNameSaysNothing() {
    assertThat(Crossline.CLASSES)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> SAYS_NOTHING.matcher(name).matches());
    assertThat(Crossline.CLASSES)
        .extracting(JavaClass::getPackageName)
        .noneMatch(name -> FOLDER_SAYS_NOTHING.matcher(name).matches());
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(Crossline.CLASSES)
        .extracting(JavaClass::getPackage)
        .filteredOn(folder -> !folder.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }
}
