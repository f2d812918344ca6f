package org.w3id.chokepoint.serve;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * The extension functions that queries may use, by IRI: those of {@code functions.txt}. ARQ has
 * more, some of which sleep, load classes or make texts of any size.
 */
final class Functions {
  private static final List<String> ALLOWED =
      Texts.lines("functions.txt").filter(line -> !line.startsWith("#")).toList();

  private Functions() {}

  /** Whether a function or magic property is offered; a name that ends in * stands for many. */
  static boolean allows(String iri) {
    return ALLOWED.stream()
        .anyMatch(
            name ->
                name.endsWith("*")
                    ? iri.startsWith(name.substring(0, name.length() - 1))
                    : iri.equals(name));
  }

  /** Puts the allowed functions, and no others, into a context. */
  static void restrict(Context context) {
    FunctionRegistry functions = new Named();
    FunctionRegistry all = FunctionRegistry.get();
    copy(all.keys(), all::get, functions::put);
    FunctionRegistry.set(context, functions);
    PropertyFunctionRegistry properties = new NamedProperties();
    PropertyFunctionRegistry every = PropertyFunctionRegistry.get();
    copy(every.keys(), every::get, properties::put);
    PropertyFunctionRegistry.set(context, properties);
  }

  private static <F> void copy(
      Iterator<String> names, Function<String, @Nullable F> from, BiConsumer<String, F> to) {
    names.forEachRemaining(
        iri -> {
          F function = from.apply(iri);
          if (function != null && allows(iri)) {
            to.accept(iri, function);
          }
        });
  }

  /** Does not fall back to loading a class by its name. */
  private static final class Named extends FunctionRegistry {
    @Override
    public org.apache.jena.sparql.function.@Nullable FunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }

  private static final class NamedProperties extends PropertyFunctionRegistry {
    @Override
    public org.apache.jena.sparql.pfunction.@Nullable PropertyFunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }
}
