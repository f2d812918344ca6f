package org.w3id.chokepoint.clause;

import org.w3id.chokepoint.text.Token;

/**
 * A phrase in its function.
 *
 * @param function {@code subject}, {@code object}, {@code indirect}, {@code complement}, {@code
 *     purpose}, {@code possessor}, {@code modifier}, {@code prefix}, {@code adjunct} (who acts "in
 *     response to"), {@code doer} (who performs a nominal event through a light verb), {@code
 *     presenter}, {@code cause}, or a preposition
 * @param token the head of the phrase
 * @param how the construction that made it: {@code direct}, {@code passive}, {@code relative},
 *     {@code control}, {@code shared}, {@code participle}, {@code copula}, {@code apposition} ...
 */
public record Argument(String function, Token token, String how) {}
