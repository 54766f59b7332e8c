// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** CPU time and allocated bytes of the calling thread, as the JVM counts them. */
final class ThreadMeter {
  private static final ThreadMXBean THREADS = threads();

  private ThreadMeter() {}

  static long cpuNanos() {
    return THREADS.getCurrentThreadCpuTime();
  }

  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  private static ThreadMXBean threads() {
    if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        && threads.isCurrentThreadCpuTimeSupported()
        && threads.isThreadAllocatedMemorySupported()) {
      threads.setThreadCpuTimeEnabled(true);
      threads.setThreadAllocatedMemoryEnabled(true);
      return threads;
    }
    throw new IllegalStateException(
        "ratios: this JVM does not count CPU time and allocation of a thread; use a HotSpot JVM");
  }
}
