// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.crossline.ipc.MessageEnds;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ReturnedData;
import io.crossline.ipc.RevertReading;
import io.crossline.ipc.address.FilSubnetId;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.spi.HandlerType;
import io.crossline.messaging.spi.PluginConfig;
import io.crossline.vectors.arbitraries.CrosslineDomain;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For each value of the domain there is an arbitrary, of itself or of what it is a part of. */
class EveryValueHasAnArbitraryTest {
  private static final Set<String> PACKAGES =
      Set.of(
          "io.crossline.messaging",
          "io.crossline.starknet",
          "io.crossline.starknet.event",
          "io.crossline.ipc",
          "io.crossline.ipc.address",
          "io.crossline.ipc.checkpoint",
          "io.crossline.ipc.event",
          "io.crossline.core.fault");

  /** What is no value of a protocol: outcomes hold one, and readings of values explain them. */
  private static final Set<String> NO_VALUES =
      Set.of(
          Outcome.Accepted.class.getName(),
          Outcome.Reverted.class.getName(),
          HandlerType.class.getName(),
          PluginConfig.class.getName(),
          MessageEnds.class.getName(),
          ResultExplanation.class.getName(),
          ReturnedData.class.getName(),
          RevertReading.Cut.class.getName(),
          RevertReading.Unknown.class.getName(),
          RevertReading.Whole.class.getName(),
          FilSubnetId.CommonParent.class.getName());

  @Test
  void everyRecordOfTheDomainIsMadeByAnArbitrary() {
    Set<Class<?>> made = new HashSet<>();
    new CrosslineDomain().types().forEach(type -> add(type, made));
    List<String> missing =
        Crossline.CLASSES.stream()
            .filter(type -> PACKAGES.contains(type.getPackageName()))
            .filter(type -> type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> made.stream().noneMatch(one -> one.getName().equals(type.getName())))
            .map(JavaClass::getName)
            .filter(name -> !NO_VALUES.contains(name))
            .sorted()
            .toList();
    assertThat(missing).isEmpty();
  }

  private static void add(Type type, Set<Class<?>> made) {
    if (type instanceof ParameterizedType generic) {
      Arrays.stream(generic.getActualTypeArguments()).forEach(part -> add(part, made));
    } else if (type instanceof Class<?> simple && made.add(simple)) {
      if (simple.isRecord()) {
        for (RecordComponent component : simple.getRecordComponents()) {
          add(component.getGenericType(), made);
        }
      } else if (simple.isSealed()) {
        Arrays.stream(simple.getPermittedSubclasses()).forEach(sub -> add(sub, made));
      }
    }
  }
}
