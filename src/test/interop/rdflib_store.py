"""usage: rdflib_store.py DUMP.nt QUERY...  Prints the number of triples, then for each query its sorted rows."""
import sys

from rdflib import Graph

graph = Graph()
graph.parse(sys.argv[1], format="nt")
print(len(graph))
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        result = graph.query(file.read())
    rows = ["|".join("" if term is None else str(term) for term in row).replace("\n", " ") for row in result]
    print("== " + path)
    for row in sorted(rows):
        print(row)
