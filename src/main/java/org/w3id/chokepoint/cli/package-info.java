/**
 * The commands of {@code ./chokepoint}: thin edges over the stages. Each command is a class; what
 * several need is in {@link org.w3id.chokepoint.cli.Project} (where things are) and {@link
 * org.w3id.chokepoint.cli.Conversion} (articles to a snapshot). Results go to standard output,
 * progress and complaints to standard error, and the exit code says how it went.
 */
@NullMarked
package org.w3id.chokepoint.cli;

import org.jspecify.annotations.NullMarked;
