/**
 * Chokepoint reads news articles on the rivalry over AI hardware into a knowledge graph.
 *
 * <p>Data flows one way, and a package imports only packages before it in this list: {@code
 * article} (bytes to text), {@code intake} (inputs to distinct articles), {@code text} (sentences,
 * words, syntax), {@code mention} (who and what is named), {@code clause} (who did what to whom),
 * {@code relation} (what a learned model reads between two names), {@code extract} (patterns to
 * findings), {@code claim} (how surely, accepted or held), {@code graph} (RDF), {@code across}
 * (what several articles tell), {@code listing} (published lists of restricted parties to reference
 * data), {@code reason} (OWL 2 RL and proofs), {@code check} (SHACL), {@code snapshot} (publication
 * on disk), {@code serve} (Fuseki), {@code mcp} (agents), {@code browse} (pages), {@code cli}
 * (commands).
 */
@NullMarked
package org.w3id.chokepoint;

import org.jspecify.annotations.NullMarked;
