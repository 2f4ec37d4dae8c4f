// Opens graph files as graphology does, and with it Gephi Lite and sigma.js; prints one line of JSON a file.
//   usage: node graphology_import.mjs TOOLS FILE...
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

const [tools, ...files] = process.argv.slice(2);
const require = createRequire(`${tools}/node/`);
const Graph = require('graphology');
const parsers = {graphml: require('graphology-graphml'), gexf: require('graphology-gexf')};

for (const file of files) {
  const graph = parsers[file.split('.').pop()].parse(Graph, readFileSync(file, 'utf8'));
  console.log(JSON.stringify({type: graph.type, ...graph.export()}));
}
