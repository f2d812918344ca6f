package org.w3id.chokepoint.browse;

/**
 * Something to click.
 *
 * @param label words for people
 * @param href where its page is; "" when it must not be a link
 * @param iri its full name; "" for a literal
 */
record Link(String label, String href, String iri) {
  /** Whether there is somewhere to go. */
  public boolean linked() {
    return !href.isEmpty();
  }
}
