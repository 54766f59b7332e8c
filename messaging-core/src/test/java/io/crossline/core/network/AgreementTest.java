// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.store.HeapStore;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void aFailureNamesBothValues() {
    assertThatCode(() -> Agreement.require(() -> "n", "one", 7, "the other", 7))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Agreement.require(() -> "n", "one", 7, "the other", 8))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("n: one says 7, the other says 8");
  }

  @Test
  void anEventBehindTheLastOneIsNoticed() {
    HeapStore store = new HeapStore();
    Outbox outbox = new Outbox(store);
    outbox.append(Bytes.utf8("first"));
    WriteBatch batch = new WriteBatch();
    outbox.collect(batch);
    store.commit(batch);
    outbox.committed();
    assertThat(new Outbox(store).last()).isOne();
    store.commit(new WriteBatch().put("outbox/events", Bytes.ofLong(2), Bytes.utf8("stray")));
    assertThatThrownBy(() -> new Outbox(store))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the events says 2, the committed number says 1");
  }

  @Test
  void anEventThatIsNotCollectedIsNotCommitted() {
    Outbox outbox = new Outbox(new HeapStore());
    outbox.collect(new WriteBatch());
    outbox.append(Bytes.utf8("late"));
    assertThatThrownBy(outbox::committed)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("those appended says 1, those committed says 0");
  }
}
