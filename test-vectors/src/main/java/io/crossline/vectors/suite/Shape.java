// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which fields an object of a vector has, and what each is for: inputs are given to the code,
 * expectations are compared with what comes out. A field can be both, where a rule runs in both
 * directions. Immutable.
 */
public final class Shape {
  private final Map<String, Role> roles;

  private Shape(Map<String, Role> roles) {
    this.roles = roles;
  }

  /**
   * Begins a shape.
   *
   * @return a shape without fields
   */
  public static Shape of() {
    return new Shape(Map.of());
  }

  /**
   * Adds fields that must be there and are given to the code.
   *
   * @param names their names
   * @return the larger shape
   */
  public Shape in(String... names) {
    return with(new Role(true, false, true), names);
  }

  /**
   * Adds fields that may be there and are given to the code.
   *
   * @param names their names
   * @return the larger shape
   */
  public Shape optionalIn(String... names) {
    return with(new Role(true, false, false), names);
  }

  /**
   * Adds fields that must be there and are compared.
   *
   * @param names their names
   * @return the larger shape
   */
  public Shape expect(String... names) {
    return with(new Role(false, true, true), names);
  }

  /**
   * Adds fields that may be there and are compared.
   *
   * @param names their names
   * @return the larger shape
   */
  public Shape optionalExpect(String... names) {
    return with(new Role(false, true, false), names);
  }

  /**
   * Adds fields that must be there, are given to the code, and are compared with what it makes of
   * the other fields.
   *
   * @param names their names
   * @return the larger shape
   */
  public Shape both(String... names) {
    return with(new Role(true, true, true), names);
  }

  /**
   * Adds all fields of another shape, with the roles that they have there.
   *
   * @param other the other shape
   * @return the larger shape
   */
  public Shape and(Shape other) {
    Shape both = this;
    for (Map.Entry<String, Role> field : other.roles.entrySet()) {
      both = both.with(field.getValue(), field.getKey());
    }
    return both;
  }

  /**
   * The names of all fields.
   *
   * @return in the order of adding
   */
  public Set<String> names() {
    return roles.keySet();
  }

  Map<String, Role> roles() {
    return roles;
  }

  private Shape with(Role role, String... names) {
    Map<String, Role> all = new LinkedHashMap<>(roles);
    for (String name : names) {
      if (all.put(name, role) != null) {
        throw new IllegalArgumentException("field " + name + " has two roles");
      }
    }
    return new Shape(all);
  }

  /**
   * What a field is for.
   *
   * @param input given to the code
   * @param expectation compared
   * @param required must be there
   */
  record Role(boolean input, boolean expectation, boolean required) {}
}
