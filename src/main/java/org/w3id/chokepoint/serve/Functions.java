package org.w3id.chokepoint.serve;

import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/** ARQ's extension functions without the {@code java:} scheme, which would load any class. */
final class Functions {
  private static final String JAVA = "java:";

  private Functions() {}

  /** Puts the restricted functions into a context. */
  static void restrict(Context context) {
    FunctionRegistry functions = new Named();
    FunctionRegistry.get()
        .keys()
        .forEachRemaining(
            iri -> {
              FunctionFactory factory = FunctionRegistry.get().get(iri);
              if (factory != null) {
                functions.put(iri, factory);
              }
            });
    FunctionRegistry.set(context, functions);
    PropertyFunctionRegistry properties = new NamedProperties();
    PropertyFunctionRegistry.get()
        .keys()
        .forEachRemaining(
            iri -> {
              PropertyFunctionFactory factory = PropertyFunctionRegistry.get().get(iri);
              if (factory != null) {
                properties.put(iri, factory);
              }
            });
    PropertyFunctionRegistry.set(context, properties);
  }

  private static final class Named extends FunctionRegistry {
    @Override
    public @Nullable FunctionFactory get(String iri) {
      return iri.startsWith(JAVA) ? null : super.get(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
      return !iri.startsWith(JAVA) && super.isRegistered(iri);
    }
  }

  private static final class NamedProperties extends PropertyFunctionRegistry {
    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
      return iri.startsWith(JAVA) ? null : super.get(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
      return !iri.startsWith(JAVA) && super.isRegistered(iri);
    }
  }
}
