/**
 * The snapshot for software agents: a Model Context Protocol server with read-only tools. A tool is
 * a description, arguments and a SPARQL query, all in {@code tools.yaml}; {@link
 * org.w3id.chokepoint.mcp.Toolbox} answers a call with it, behind the guard and the limits of the
 * SPARQL endpoint. {@link org.w3id.chokepoint.mcp.Agents} offers the tools over HTTP, beside
 * Fuseki, and over standard input and output.
 */
@NullMarked
package org.w3id.chokepoint.mcp;

import org.jspecify.annotations.NullMarked;
