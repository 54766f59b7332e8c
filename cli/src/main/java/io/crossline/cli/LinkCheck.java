// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the classes that a plugin needs and that are not there, before it runs into the first of
 * them: from its own classes, over those of the same jar, by what their files name (JVMS 4.4).
 */
final class LinkCheck {
  private static final int MAGIC_AND_VERSION = 8;
  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;

  private final ClassLoader loader;
  private final CodeSource own;
  private final Set<String> seen = new HashSet<>();
  private final Set<String> missing = new TreeSet<>();

  private LinkCheck(Class<?> plugin) {
    loader =
        Objects.requireNonNullElse(plugin.getClassLoader(), ClassLoader.getSystemClassLoader());
    own = plugin.getProtectionDomain().getCodeSource();
  }

  /** A line for each class that cannot be found or linked, with one that needs it. */
  static List<String> missing(List<Class<?>> classes) {
    LinkCheck check = new LinkCheck(classes.get(0));
    Deque<String> ahead = new ArrayDeque<>();
    classes.forEach(type -> ahead.add(type.getName()));
    while (!ahead.isEmpty()) {
      String name = ahead.poll();
      if (check.seen.add(name)) {
        ahead.addAll(check.follow(name));
      }
    }
    return List.copyOf(check.missing);
  }

  private List<String> follow(String name) {
    List<String> further = new ArrayList<>();
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        return further;
      }
      for (String needed : named(new DataInputStream(in))) {
        if (!seen.contains(needed) && isOwn(needed, name)) {
          further.add(needed);
        }
      }
    } catch (IOException unreadable) {
      missing.add(name + ", which cannot be read: " + unreadable.getMessage());
    }
    return further;
  }

  private boolean isOwn(String needed, String by) {
    try {
      Class<?> type = Class.forName(needed, false, loader);
      return Objects.equals(type.getProtectionDomain().getCodeSource(), own)
          && type.getClassLoader() == loader;
    } catch (ClassNotFoundException | LinkageError absent) {
      missing.add(needed + ", which " + by + " needs");
      return false;
    }
  }

  /** The classes that a class file names in its constant pool. */
  private static Set<String> named(DataInputStream in) throws IOException {
    in.skipNBytes(MAGIC_AND_VERSION);
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    List<Integer> classes = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> texts.put(i, in.readUTF());
        case CLASS -> classes.add(in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case LONG, DOUBLE -> {
          in.skipNBytes(8);
          // Such a constant takes two places.
          i++;
        }
        default -> throw new IOException("a constant has tag " + tag);
      }
    }
    Set<String> names = new TreeSet<>();
    for (int at : classes) {
      String name = texts.getOrDefault(at, "");
      String element = name.replaceFirst("^\\[+", "");
      if (element.length() < name.length()) {
        name = element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
      }
      if (!name.isEmpty()) {
        names.add(name.replace('/', '.'));
      }
    }
    return names;
  }
}
