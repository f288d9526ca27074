import java.io.File;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

/** Opens a file as Gephi does with its default settings, and prints each edge: its id, type and status. */
public class Edges {
    public static void main(String[] files) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        imports.process(imports.importFile(new File(files[0])), new DefaultProcessor(), workspace);
        Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
        for (Node node : graph.getNodes()) System.out.println("node\t" + node.getId() + "\t" + node.getLabel() + "\t" + node.x());
        for (Edge edge : graph.getEdges()) System.out.println("edge\t" + edge.getId() + "\t" + edge.getAttribute("fact_type") + "\t" + edge.getAttribute("title"));
        System.exit(0);
    }
}
