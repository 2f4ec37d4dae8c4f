import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.preview.SVGExporter;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.spi.Layout;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Draws a GEXF file with Gephi, the same picture every time: colours by kind, sizes by mentions, ForceAtlas 2.
 *
 * <p>usage: java -cp gephi-toolkit-all.jar DrawGraph.java GRAPH.gexf PICTURE.svg [--least NODES]
 * [--days FIRST,LAST] [--look file]
 *
 * <p>--least draws only components of at least so many nodes (2), --days only what the time line shows of these days, at
 * the places of the whole picture, --look file keeps the colours and sizes that the file gives its nodes, and draws edges
 * without labels.
 */
public final class DrawGraph {
  private static int placements = 60;
  private static boolean byKind = true;
  private static final double MARGIN = 80;
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
  private static final Font NODE_FONT = new Font("DejaVu Sans", Font.PLAIN, 16);
  private static final Font EDGE_FONT = new Font("DejaVu Sans", Font.PLAIN, 12);
  private static final double MILLISECONDS_A_DAY = 86_400_000.0;

  /** The colours of Okabe and Ito, which the colour-blind tell apart, too. */
  private static final Map<String, Color> KINDS = new LinkedHashMap<>();
  private static final Map<String, Color> FACTUALITIES = new LinkedHashMap<>();
  private static final Map<String, Color> BONDS = new LinkedHashMap<>();

  static {
    KINDS.put("person", new Color(0x56B4E9));
    KINDS.put("organization", new Color(0xE69F00));
    KINDS.put("country", new Color(0x009E73));
    KINDS.put("place", new Color(0x7FCFB9));
    KINDS.put("facility", new Color(0xB5E2D6));
    KINDS.put("thing", new Color(0xBBBBBB));
    KINDS.put("event", new Color(0xF0E442));
    BONDS.put("relation", new Color(0x0072B2));
    BONDS.put("event", new Color(0x555555));
    BONDS.put("together", new Color(0x999999));
    BONDS.put("source", new Color(0xAAAAAA));
    BONDS.put("phrase", new Color(0xBBBBBB));
    BONDS.put("through", new Color(0xCCCCCC));
    BONDS.put("sentence", new Color(0xDDDDDD));
    FACTUALITIES.put("actual", new Color(0x555555));
    FACTUALITIES.put("planned", new Color(0x0072B2));
    FACTUALITIES.put("possible", new Color(0xCC79A7));
    FACTUALITIES.put("negated", new Color(0xD55E00));
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 2; i + 1 < arguments.length; i += 2) options.put(arguments[i], arguments[i + 1]);
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController importer = Lookup.getDefault().lookup(ImportController.class);
    Container container = importer.importFile(new File(arguments[0]));
    importer.process(container, new DefaultProcessor(), workspace);
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    Graph graph = model.getGraph();

    int least = Integer.parseInt(options.getOrDefault("--least", "2"));
    Set<Node> kept = new HashSet<>();
    for (Node node : graph.getNodes().toArray()) {
      Set<Node> component = connected(graph, node);
      if (component.size() >= least) kept.addAll(component);
    }
    retain(graph, kept::contains);
    if (options.containsKey("--look")) {
      for (Edge edge : graph.getEdges()) {
        edge.setLabel("");
        edge.setColor(BONDS.getOrDefault((String) edge.getAttribute("kind"), Color.LIGHT_GRAY));
      }
      placements = 6;
      byKind = false;
    } else {
      dress(graph);
    }
    place(model);
    if (options.containsKey("--days")) keepDays(graph, options.get("--days").split(","));
    Files.writeString(Path.of(arguments[1]), withLegend(picture(workspace), graph));
    System.exit(0);
  }

  private static void retain(Graph graph, Predicate<Node> kept) {
    for (Node node : graph.getNodes().toArray()) {
      if (!kept.test(node)) graph.removeNode(node);
    }
  }

  private static Set<Node> connected(Graph graph, Node start) {
    Set<Node> reached = new HashSet<>(List.of(start));
    List<Node> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      for (Node neighbor : graph.getNeighbors(open.remove(open.size() - 1)).toArray()) {
        if (reached.add(neighbor)) open.add(neighbor);
      }
    }
    return reached;
  }

  private static void dress(Graph graph) {
    for (Node node : graph.getNodes()) {
      node.setColor(KINDS.getOrDefault((String) node.getAttribute("kind"), Color.LIGHT_GRAY));
      node.setSize((float) (9 + 3 * Math.sqrt(((Number) node.getAttribute("weight")).doubleValue())));
    }
    Map<List<Object>, Edge> drawn = new HashMap<>();
    for (Edge edge : graph.getEdges()) {
      // Parallel edges lie on one another: the first is labelled with what all of them are.
      Edge first = drawn.putIfAbsent(List.of(edge.getSource(), edge.getTarget()), edge);
      if (first != null) {
        first.setLabel(first.getLabel() + ", " + edge.getLabel());
        edge.setLabel("");
      }
      Object factuality = edge.getAttribute("factuality");
      if (factuality == null) factuality = edge.getSource().getAttribute("factuality");
      edge.setColor(FACTUALITIES.getOrDefault((String) factuality, FACTUALITIES.get("actual")));
    }
  }

  /** Of several placements, the one in which labels cover each other least. */
  private static void place(GraphModel model) {
    long best = 0;
    double least = Double.MAX_VALUE;
    for (long seed = 1; seed <= placements; ++seed) {
      place(model, seed);
      double covered = covered(model.getGraph());
      if (covered < least) {
        least = covered;
        best = seed;
      }
    }
    place(model, best);
  }

  /** The area on which labels cover labels. */
  private static double covered(Graph graph) {
    List<Rectangle2D> boxes = new ArrayList<>();
    for (Node node : graph.getNodes()) boxes.add(box(node.getLabel(), NODE_FONT, node.x(), node.y()));
    for (Edge edge : graph.getEdges()) {
      Node source = edge.getSource();
      Node target = edge.getTarget();
      boxes.add(box(edge.getLabel(), EDGE_FONT, (source.x() + target.x()) / 2, (source.y() + target.y()) / 2));
    }
    double area = 0;
    for (int i = 0; i < boxes.size(); ++i) {
      for (Rectangle2D other : boxes.subList(0, i)) {
        Rectangle2D both = boxes.get(i).createIntersection(other);
        if (!both.isEmpty()) area += both.getWidth() * both.getHeight();
      }
    }
    return area;
  }

  private static Rectangle2D box(String label, Font font, double x, double y) {
    Rectangle2D size = font.getStringBounds(label, MEASURE);
    return new Rectangle2D.Double(x - size.getWidth() / 2, y - size.getHeight() / 2, size.getWidth(), size.getHeight());
  }

  private static void place(GraphModel model, long seed) {
    Node[] nodes = model.getGraph().getNodes().toArray();
    Arrays.sort(nodes, Comparator.comparing(node -> (String) node.getId()));
    Random random = new Random(seed);
    for (Node node : nodes) {
      node.setPosition(random.nextFloat() * 800 - 400, random.nextFloat() * 800 - 400);
      node.setLayoutData(null);
    }
    ForceAtlas2 forces = new ForceAtlas2(null);
    forces.setGraphModel(model);
    forces.resetPropertiesValues();
    // More threads add in another order: the picture would not be the same.
    forces.setThreadsCount(1);
    // The fewer nodes, the more room has each.
    forces.setScalingRatio(5000.0 / nodes.length);
    forces.setStrongGravityMode(true);
    forces.setGravity(0.02);
    forces.setEdgeWeightInfluence(0.0);
    run(forces, 1000);
    // Once more with room for the labels.
    Map<Node, Float> sizes = new HashMap<>();
    for (Node node : nodes) {
      sizes.put(node, node.size());
      node.setSize((float) box(node.getLabel(), NODE_FONT, 0, 0).getWidth() / 2);
    }
    forces.setAdjustSizes(true);
    run(forces, 500);
    for (Node node : nodes) {
      node.setSize(sizes.get(node));
      // Pictures are wider than high.
      node.setX(node.x() * 1.4f);
    }
  }

  private static void run(Layout layout, int steps) {
    layout.initAlgo();
    for (int i = 0; i < steps && layout.canAlgo(); ++i) layout.goAlgo();
    layout.endAlgo();
  }

  private static void keepDays(Graph graph, String[] days) {
    Interval window = new Interval(milliseconds(days[0]), milliseconds(days[1]));
    for (Edge edge : graph.getEdges().toArray()) {
      if (!isShown(edge, window)) graph.removeEdge(edge);
    }
    retain(graph, node -> isShown(node, window) && graph.getDegree(node) > 0);
  }

  private static double milliseconds(String day) {
    return LocalDate.parse(day).toEpochDay() * MILLISECONDS_A_DAY;
  }

  private static boolean isShown(Element element, Interval window) {
    Interval[] intervals = element.getIntervals();
    if (intervals == null) return false;
    return Arrays.stream(intervals).anyMatch(days -> days.compareTo(window) == 0);
  }

  private static String picture(Workspace workspace) throws Exception {
    PreviewController previews = Lookup.getDefault().lookup(PreviewController.class);
    PreviewProperties properties = previews.getModel(workspace).getProperties();
    properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    properties.putValue(PreviewProperty.NODE_LABEL_FONT, NODE_FONT);
    properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 3);
    properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 90);
    properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0);
    properties.putValue(PreviewProperty.SHOW_EDGE_LABELS, true);
    properties.putValue(PreviewProperty.EDGE_LABEL_FONT, EDGE_FONT);
    properties.putValue(
        PreviewProperty.EDGE_LABEL_COLOR, new DependantOriginalColor(DependantOriginalColor.Mode.PARENT));
    properties.putValue(PreviewProperty.EDGE_LABEL_OUTLINE_SIZE, 3);
    properties.putValue(PreviewProperty.EDGE_LABEL_OUTLINE_OPACITY, 100);
    properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(EdgeColor.Mode.ORIGINAL));
    properties.putValue(PreviewProperty.EDGE_THICKNESS, 1f);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, true);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 1f);
    properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 2.5f);
    properties.putValue(PreviewProperty.EDGE_CURVED, false);
    properties.putValue(PreviewProperty.ARROW_SIZE, 8f);
    previews.refreshPreview(workspace);
    SVGExporter exporter = (SVGExporter) Lookup.getDefault().lookup(ExportController.class).getExporter("svg");
    exporter.setWorkspace(workspace);
    StringWriter text = new StringWriter();
    Lookup.getDefault().lookup(ExportController.class).exportWriter(text, exporter);
    return text.toString();
  }

  /** The picture on white, with what its colours mean below it. */
  private static String withLegend(String picture, Graph graph) {
    Set<String> kinds = new HashSet<>();
    if (byKind) {
      for (Node node : graph.getNodes()) kinds.add((String) node.getAttribute("kind"));
    }
    Set<Integer> lines = new HashSet<>();
    for (Edge edge : graph.getEdges()) lines.add(edge.getColor().getRGB());

    Matcher size =
        Pattern.compile(
                "width=\"([0-9.]+)\"(.*?)viewBox=\"([-0-9.]+) ([-0-9.]+) ([0-9.]+) ([0-9.]+)\"\\s+height=\"[0-9.]+\"",
                Pattern.DOTALL)
            .matcher(picture);
    if (!size.find()) throw new IllegalStateException("an SVG with a view box was expected");
    double left = Double.parseDouble(size.group(3)) - MARGIN;
    double top = Double.parseDouble(size.group(4)) - MARGIN / 2;
    double width = Double.parseDouble(size.group(5)) + 2 * MARGIN;
    double height = Double.parseDouble(size.group(6)) + 1.5 * MARGIN;
    StringBuilder legend = new StringBuilder();
    double x = left + MARGIN / 2;
    double y = top + height - 14;
    for (Map.Entry<String, Color> kind : KINDS.entrySet()) {
      if (!kinds.contains(kind.getKey())) continue;
      legend.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" fill=\"%s\"/>\n", x + 6, y - 4,
          hexadecimal(kind.getValue())));
      x = append(legend, kind.getKey(), x + 16, y);
    }
    for (Map.Entry<String, Color> factuality : FACTUALITIES.entrySet()) {
      if (!byKind || !lines.contains(factuality.getValue().getRGB())) continue;
      legend.append(String.format(Locale.ROOT,
          "<path d=\"M %.1f,%.1f h 20\" stroke-width=\"2\" stroke=\"%s\"/>\n", x, y - 4, hexadecimal(factuality.getValue())));
      x = append(legend, factuality.getKey(), x + 24, y);
    }
    for (Map.Entry<String, Color> bond : BONDS.entrySet()) {
      if (byKind || !lines.contains(bond.getValue().getRGB())) continue;
      legend.append(String.format(Locale.ROOT,
          "<path d=\"M %.1f,%.1f h 20\" stroke-width=\"2\" stroke=\"%s\"/>\n", x, y - 4, hexadecimal(bond.getValue())));
      x = append(legend, bond.getKey(), x + 24, y);
    }
    String box = String.format(Locale.ROOT, "width=\"%.0f\"%sviewBox=\"%.1f %.1f %.1f %.1f\" height=\"%.0f\"",
        width, size.group(2), left, top, width, height, height);
    String background = String.format(Locale.ROOT,
        "\n<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"white\"/>\n", left, top, width, height);
    int begin = picture.indexOf('>', size.end()) + 1;
    return picture.substring(0, size.start()) + box + picture.substring(size.end(), begin) + background
        + picture.substring(begin, picture.lastIndexOf("</svg>")) + legend + "</svg>\n";
  }

  private static String hexadecimal(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** Where the next entry begins. */
  private static double append(StringBuilder legend, String text, double x, double y) {
    legend.append(String.format(Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" font-family=\"%s\" font-size=\"%d\">%s</text>\n", x, y,
        NODE_FONT.getFamily(), NODE_FONT.getSize(), text));
    return x + NODE_FONT.getStringBounds(text, MEASURE).getWidth() + 16;
  }
}
