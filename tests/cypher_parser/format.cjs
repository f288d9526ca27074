// Reads {name: Cypher text} as JSON from stdin; writes {name: the text as Neo4j's own formatter sets it}.
const { formatQuery } = require("@neo4j-cypher/language-support");

const texts = JSON.parse(require("fs").readFileSync(0, "utf-8"));
const set = Object.entries(texts).map(([name, text]) => [name, formatQuery(text, { maxColumn: 100 }).formattedQuery]);
process.stdout.write(JSON.stringify(Object.fromEntries(set)));
