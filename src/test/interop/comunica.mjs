// Asks a running server through Comunica and prints the values of the one column, sorted.
import { createRequire } from 'node:module';
const require = createRequire(process.env.INTEROP_MODULES + '/');
const { QueryEngine } = require('@comunica/query-sparql');
const [endpoint, query] = process.argv.slice(2);
const rows = await (await new QueryEngine().queryBindings(query, { sources: [{ type: 'sparql', value: endpoint }] })).toArray();
console.log(rows.map(row => [...row.values()][0].value).sort().join('\n'));
