package org.w3id.chokepoint.serve;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.lang.LangJSONLD11;

/** JSON-LD that we parse may not make us fetch a context from anywhere. */
final class JsonLdContexts {
  private JsonLdContexts() {}

  /** Turns off remote contexts in this process. */
  static void refuseRemote() {
    // Given at once: options without a loader would make an HTTP client and read all certificates.
    JsonLdOptions options =
        new JsonLdOptions(
            (iri, ignored) -> {
              throw new JsonLdError(
                  JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are off: " + iri);
            });
    RIOT.getContext().set(LangJSONLD11.JSONLD_OPTIONS, options);
  }
}
