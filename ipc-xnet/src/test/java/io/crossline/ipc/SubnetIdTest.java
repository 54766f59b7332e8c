// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.chain.RevertSignal;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubnetIdTest {
  private static final EthAddress A = EthAddress.parse("0x" + "a1".repeat(20));
  private static final EthAddress B = EthAddress.parse("0x" + "b2".repeat(20));
  private static final EthAddress C = EthAddress.parse("0x" + "c3".repeat(20));
  private static final SubnetId ROOT = SubnetId.root(123);
  private static final SubnetId CHILD = ROOT.child(A);
  private static final SubnetId GRANDCHILD = CHILD.child(B);

  @Test
  void neitherEmptyNorRootWithARouteBelowRootZero() {
    SubnetId odd = SubnetId.of(UInt64.ZERO, A);

    assertThat(odd.isEmpty()).isFalse();
    assertThat(odd.isRoot()).isFalse();
    assertThat(SubnetId.EMPTY.isEmpty()).isTrue();
    assertThat(SubnetId.EMPTY.isRoot()).isFalse();
    assertThat(ROOT.isRoot()).isTrue();
  }

  @Test
  void hashIsTheContracts() {
    SubnetId odd =
        SubnetId.of(UInt64.ZERO, EthAddress.parse("0xff00000000000000000000000000000000000064"));

    assertThat(odd.hash())
        .hasToString("0xccea0749c4dbe670716e3f75b8ca24cd5c32cc1c076be7c5ca3f422b44110376");
  }

  @Test
  void parentOfTheRootRevertsWithNoParentForSubnet() {
    assertThat(GRANDCHILD.getParentSubnet()).isEqualTo(CHILD);
    assertThat(ROOT.parent()).isEmpty();
    assertThat(revertOf(ROOT::getParentSubnet)).hasToString("0x2f10c6c1");
  }

  @Test
  void addressOfTheRootRevertsButItsActorIsZero() {
    assertThat(CHILD.getAddress()).isEqualTo(A);
    assertThat(ROOT.actor()).isEqualTo(EthAddress.ZERO);
    assertThat(revertOf(ROOT::getAddress)).hasToString("0xa15c1d98");
  }

  @Test
  void commonParentOfDifferentRootsIsEmpty() {
    assertThat(GRANDCHILD.commonParent(CHILD.child(C))).isEqualTo(CHILD);
    assertThat(GRANDCHILD.commonParent(GRANDCHILD)).isEqualTo(GRANDCHILD);
    assertThat(GRANDCHILD.commonParent(new SubnetId(UInt64.of(124), GRANDCHILD.route())))
        .isEqualTo(SubnetId.EMPTY);
  }

  @Test
  void trap13DownFindsAHopThoughTheOtherNetworkIsNoAncestor() {
    SubnetId elsewhere = ROOT.child(C);

    assertThat(GRANDCHILD.down(CHILD)).contains(GRANDCHILD);
    assertThat(GRANDCHILD.down(elsewhere)).contains(CHILD);
  }

  @Test
  void downFindsNothingInASubnetAsDeepOrUnderAnotherRoot() {
    assertThat(GRANDCHILD.down(ROOT)).contains(CHILD);
    assertThat(GRANDCHILD.down(GRANDCHILD)).isEmpty();
    assertThat(CHILD.down(GRANDCHILD)).isEmpty();
    assertThat(GRANDCHILD.down(SubnetId.root(124))).isEmpty();
  }

  @Test
  void textIsSoliditysAndParsesBack() {
    String text = "/r123/0x" + "a1".repeat(20) + "/0x" + "b2".repeat(20);

    assertThat(GRANDCHILD).hasToString(text);
    assertThat(SubnetId.parse(text)).isEqualTo(GRANDCHILD);
    assertThat(SubnetId.parse("/r18446744073709551615").root()).isEqualTo(UInt64.MAX);
  }

  @Test
  void parseRefusesWhatIsNoSubnetId() {
    for (String text :
        List.of("", "r123", "/r", "/r-1", "/r0x7b", "/r1/", "/r1/0x12", "/r18446744073709551616")) {
      assertThatThrownBy(() -> SubnetId.parse(text))
          .as(text)
          .isInstanceOf(MalformedInputException.class)
          .hasMessageStartingWith("subnet id: ");
    }
  }

  @Test
  void decodeReadsWhatIsEncodedAndRefusesHalfOfIt() {
    Bytes encoded = GRANDCHILD.encoded();

    assertThat(SubnetId.decode(encoded)).isEqualTo(GRANDCHILD);
    assertThatThrownBy(() -> SubnetId.decode(encoded.slice(0, encoded.size() - 32)))
        .isInstanceOf(MalformedInputException.class);
  }

  @Test
  void keepsNothingOfTheCallersList() {
    List<EthAddress> route = new ArrayList<>(List.of(A));
    SubnetId subnet = new SubnetId(UInt64.of(123), route);
    route.add(B);

    assertThat(subnet).isEqualTo(CHILD);
  }

  private static Bytes revertOf(ThrowingCallable call) {
    return catchThrowableOfType(RevertSignal.class, call).revert().data();
  }
}
