// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.ipc.CallMsg;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IpcMethodTest {
  record Pair(UInt64 number, List<String> names) {}

  /** Every Java type, once. */
  interface All {
    @IpcMethod
    void all(
        boolean flag,
        int small,
        long large,
        UInt64 uint64,
        UInt256 uint256,
        EthAddress address,
        Bytes32 word,
        Bytes bytes,
        String text,
        List<Pair> pairs,
        UInt64[] array,
        int[][] nested);
  }

  /** Types that are said, not derived. */
  interface Given {
    @IpcMethod("transfer(address,uint8,int8,bytes4,uint16[2])")
    boolean send(EthAddress to, int amount, long change, Bytes tag, List<Integer> two);

    @IpcMethod(selector = "0x00000000")
    void plain();
  }

  private static TypedMethod method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(name))
        .map(TypedInterface.of(type)::method)
        .findFirst()
        .orElseThrow();
  }

  private static final EthAddress ALICE = EthAddress.of(UInt256.of(0xa11ce));
  private static final Bytes32 WORD = Bytes32.of(UInt256.MAX.toBytes32().toBytes());

  @Test
  void theSignatureFollowsFromTheJavaTypes() {
    assertThat(method(All.class, "all"))
        .hasToString(
            "all(bool,int32,int64,uint64,uint256,address,bytes32,bytes,string,"
                + "(uint64,string[])[],uint64[],int32[][])");
  }

  @Test
  void argumentsAreEncodedAsSolidityDoes() {
    TypedMethod all = method(All.class, "all");
    Object[] arguments = {
      true,
      -1,
      Long.MIN_VALUE,
      UInt64.MAX,
      UInt256.MAX,
      ALICE,
      WORD,
      Bytes.parse("0x0102"),
      "é",
      List.of(new Pair(UInt64.ONE, List.of("a", "b"))),
      new UInt64[] {UInt64.of(7)},
      new int[][] {{1}, {2, 3}}
    };
    CallMsg call = all.call(arguments);
    assertThat(call.method()).isEqualTo(Signature.parse(all.toString()).selector());
    AbiValue minus = AbiValue.number(UInt256.MAX);
    assertThat(call.params())
        .isEqualTo(
            AbiCoder.encode(
                AbiType.parameters(all.toString()),
                AbiValue.tuple(
                    AbiValue.bool(true),
                    minus,
                    AbiValue.number(UInt256.MAX.minus(UInt256.of(Long.MAX_VALUE))),
                    AbiValue.number(UInt64.MAX.toUInt256()),
                    minus,
                    AbiValue.address(ALICE),
                    AbiValue.fixed(WORD),
                    AbiValue.bytes(Bytes.parse("0x0102")),
                    AbiValue.text("é"),
                    AbiValue.array(
                        AbiValue.tuple(
                            AbiValue.number(1),
                            AbiValue.array(AbiValue.text("a"), AbiValue.text("b")))),
                    AbiValue.array(AbiValue.number(7)),
                    AbiValue.array(
                        AbiValue.array(AbiValue.number(1)),
                        AbiValue.array(AbiValue.number(2), AbiValue.number(3))))));
    assertThat(Arrays.deepEquals(all.arguments(call.params()), arguments)).isTrue();
  }

  @Test
  void aGivenSignatureRules() {
    TypedMethod send = method(Given.class, "send");
    assertThat(send).hasToString("transfer(address,uint8,int8,bytes4,uint16[2])");
    Object[] arguments = {ALICE, 255, -128L, Bytes.parse("0x01020304"), List.of(1, 65535)};
    assertThat(send.arguments(send.call(arguments).params())).isEqualTo(arguments);
    arguments[1] = 256;
    assertThatThrownBy(() -> send.call(arguments)).isInstanceOf(IllegalArgumentException.class);
    arguments[1] = -1;
    assertThatThrownBy(() -> send.call(arguments)).isInstanceOf(IllegalArgumentException.class);
    arguments[1] = 0;
    arguments[3] = Bytes.EMPTY;
    assertThatThrownBy(() -> send.call(arguments)).isInstanceOf(IllegalArgumentException.class);
    assertThat(method(Given.class, "plain").call().method()).isEqualTo(Bytes.parse("0x00000000"));
  }

  @Test
  void textIsUtf8BothWays() {
    TypedMethod fail = method(Ledger.class, "fail");
    assertThatThrownBy(() -> fail.call("\ud800")).hasMessageContaining("surrogate");
    Bytes notUtf8 =
        AbiCoder.encode(
            AbiType.parameters("(string)"), AbiValue.tuple(new AbiValue.Text(Bytes.parse("0xff"))));
    assertThatThrownBy(() -> fail.arguments(notUtf8)).hasMessageContaining("not UTF-8");
  }
}
