// Reads {name: Cypher text} as JSON from stdin; writes {name: [what is wrong]}.
//
// `node parse.cjs` has each text parsed by the grammar of Neo4j's editor; `node parse.cjs 5 25` also has it analysed as
// Cypher 5 and as Cypher 25, which tells apart what only one of them allows, and takes a second or so for each text.
const { CypherLanguageService, lintCypherQuery } = require("@neo4j-cypher/language-support");

const ERROR = 1; // warnings have higher numbers
const service = new CypherLanguageService();

function unparsed(text) {
  return service
    .parse(text)
    .statementsParsing.filter((statement) => statement.parser.numberOfSyntaxErrors > 0)
    .map((statement) => statement.command.statement.trim())
    .filter((statement) => statement !== "") // what follows the last semicolon
    .map((statement) => `syntax error in: ${statement.slice(0, 80)}`);
}

function wrong(text, version) {
  const parameters = Object.fromEntries([...text.matchAll(/\$(\w+)/g)].map(([, name]) => [name, ""]));
  return lintCypherQuery(`CYPHER ${version} ${text}`, { parameters })
    .diagnostics.filter((told) => told.severity === ERROR)
    .map((told) => `Cypher ${version}, line ${told.range.start.line + 1}: ${told.message}`);
}

const versions = process.argv.slice(2);
const told = {};
for (const [name, text] of Object.entries(JSON.parse(require("fs").readFileSync(0, "utf-8")))) {
  told[name] = [...unparsed(text), ...versions.flatMap((version) => wrong(text, version))];
  service.clearCache();
}
process.stdout.write(JSON.stringify(told));
