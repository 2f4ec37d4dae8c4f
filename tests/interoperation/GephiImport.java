import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.filters.plugin.dynamic.DynamicRangeBuilder.DynamicRangeFilter;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.Range;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.TimeRepresentation;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens graph files as Gephi does and prints what has arrived, one line of JSON a file.
 *
 * <p>usage: java -cp gephi-toolkit-all.jar GephiImport.java FILE[@WINDOW]...
 *
 * <p>WINDOW is `begin,end`, in milliseconds since 1970: what Gephi's time line shows there is printed, too.
 */
public final class GephiImport {
  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String argument : arguments) {
      String[] parts = argument.split("@", 2);
      Workspace workspace = projects.newWorkspace(projects.getCurrentProject());
      projects.openWorkspace(workspace);
      out.println(json(imported(new File(parts[0]), parts.length > 1 ? parts[1] : null, workspace)));
    }
    out.flush();
    System.exit(0);
  }

  private static Map<String, Object> imported(File file, String window, Workspace workspace) throws Exception {
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(file);
    Map<String, Object> result = new LinkedHashMap<>();
    // The report is emptied when the graph is taken over, and is written on while that is done.
    List<Object> issues = new ArrayList<>();
    addIssues(issues, container);
    importer.process(container, new DefaultProcessor(), workspace);
    addIssues(issues, container);
    result.put("issues", issues);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    result.put("time_format", model.getTimeFormat().toString());
    result.put("time_representation", model.getConfiguration().getTimeRepresentation().toString());
    result.put("time_bounds", interval(model.getTimeBounds()));
    result.put("dynamic", model.isDynamic());
    result.put("directed", model.isDirected());
    Graph graph = model.getGraph();
    List<Object> nodes = new ArrayList<>();
    for (Node node : graph.getNodes()) nodes.add(described(model, node));
    result.put("nodes", nodes);
    List<Object> edges = new ArrayList<>();
    for (Edge edge : graph.getEdges()) edges.add(describedEdge(model, edge));
    result.put("edges", edges);
    if (window != null) result.put("window", shown(model, window));
    return result;
  }

  private static void addIssues(List<Object> issues, Container container) {
    for (Issue issue : container.getReport().getIssuesList(Integer.MAX_VALUE)) {
      issues.add(List.of(issue.getLevel().toString(), issue.getMessage()));
    }
  }

  /** Identifiers of what the time line leaves visible. */
  private static Map<String, Object> shown(GraphModel model, String window) {
    String[] ends = window.split(",");
    DynamicRangeFilter filter = new DynamicRangeFilter(model);
    filter.setKeepNull(true);
    filter.setRange(new Range(Double.valueOf(ends[0]), Double.valueOf(ends[1])));
    FilterController filters = Lookup.getDefault().lookup(FilterController.class);
    Graph graph = model.getGraph(filters.filter(filters.createQuery(filter)));
    List<Object> nodes = new ArrayList<>();
    for (Node node : graph.getNodes()) nodes.add(node.getId());
    List<Object> edges = new ArrayList<>();
    for (Edge edge : graph.getEdges()) edges.add(edge.getId());
    return Map.of("nodes", nodes, "edges", edges);
  }

  private static Map<String, Object> described(GraphModel model, Element element) {
    TimeRepresentation representation = model.getConfiguration().getTimeRepresentation();
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : element.getAttributeColumns()) {
      Object value = element.getAttribute(column);
      if (!column.isProperty() && value != null) values.put(column.getTitle(), value);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", element.getId());
    result.put("label", element.getLabel());
    result.put("values", values);
    List<Object> intervals = new ArrayList<>();
    boolean hasIntervals = representation == TimeRepresentation.INTERVAL;
    if (hasIntervals && element.getIntervals() != null) {
      for (Interval interval : element.getIntervals()) intervals.add(interval(interval));
    }
    result.put("intervals", intervals);
    return result;
  }

  private static Map<String, Object> describedEdge(GraphModel model, Edge edge) {
    Map<String, Object> result = described(model, edge);
    result.put("source", edge.getSource().getId());
    result.put("target", edge.getTarget().getId());
    result.put("type", edge.getTypeLabel());
    result.put("weight", edge.getWeight());
    result.put("directed", edge.isDirected());
    return result;
  }

  private static List<Object> interval(Interval interval) {
    return List.of(interval.getLow(), interval.getHigh());
  }

  private static String json(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    if (value == null || value instanceof Boolean) {
      out.append(value);
    } else if (value instanceof Number) {
      double number = ((Number) value).doubleValue();
      out.append(Double.isFinite(number) ? value.toString() : "null");
    } else if (value instanceof Map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        out.append(separator);
        append(out, entry.getKey().toString());
        out.append(':');
        append(out, entry.getValue());
        separator = ",";
      }
      out.append(separator.equals("{") ? "{}" : "}");
    } else if (value instanceof List) {
      append(out, ((List<?>) value).toArray());
    } else if (value.getClass().isArray()) {
      out.append('[');
      for (int i = 0; i < Array.getLength(value); ++i) {
        if (i > 0) out.append(',');
        append(out, Array.get(value, i));
      }
      out.append(']');
    } else {
      out.append('"');
      for (char c : value.toString().toCharArray()) {
        if (c < 0x20 || c == '"' || c == '\\' || c > 0x7E) out.append(String.format("\\u%04x", (int) c));
        else out.append(c);
      }
      out.append('"');
    }
  }
}
