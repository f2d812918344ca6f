"""Asks a running server through rdflib's SPARQLStore and prints the values of the one column, sorted."""
import sys

from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

graph = Graph(SPARQLStore(sys.argv[1]))
print("\n".join(sorted(str(row[0]) for row in graph.query(sys.argv[2]))))
