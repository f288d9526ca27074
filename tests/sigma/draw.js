// Draws a GEXF as Gephi Lite does, and tells what is in it.
import Graph from "graphology";
import { parse } from "graphology-gexf/browser";
import Sigma from "sigma";

window.drawn = (text) => {
  const graph = parse(Graph, text);
  new Sigma(graph, document.getElementById("network"), { allowInvalidContainer: true });
  return { nodes: graph.nodes(), edges: graph.mapEdges((id, told) => [id, told.fact_type]), directed: graph.type, multi: graph.multi };
};
