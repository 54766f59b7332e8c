// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of a {@link TypedExchange} that takes the Results of typed calls. Its only
 * parameter is an {@code IpcCall<T>}, with the type that the called method returns, {@code
 * IpcCall<Void>} where it returns nothing. Its name is unique within the contract.
 *
 * <p>A call names it with {@link Remote#onResult}. The name is kept in the contract's storage, so
 * the Result finds its handler after a restart too.
 *
 * <p>If it throws, everything is undone and the call stays in flight until it is dropped, since the
 * gateway brings a Result once ({@link IpcExchange#handleIpcResult}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ResultHandler {}
