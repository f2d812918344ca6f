/**
 * The pages for people. {@link org.w3id.chokepoint.browse.Browse} gives each address a handler that
 * gathers plain values from the served snapshot and hands them to a template; the templates lie
 * beside the classes as resources, escape every value and need no JavaScript. Scripts of {@code
 * src/main/web} add suggestions, a graph and an editor to some of them. A page of a thing tells
 * what we hold apart from what follows and from what is only claimed, and links each fact to its
 * sentences and each inference to its proof.
 */
@NullMarked
package org.w3id.chokepoint.browse;

import org.jspecify.annotations.NullMarked;
