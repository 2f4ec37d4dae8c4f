"""Who met whom, as tables and as a picture: cells (`# %%`) for an editor that runs them one by one, or a whole program.

    python samples/python/who_met_whom.py [INPUT…]

Needs pandas, networkx and matplotlib: pip install '.[all]' matplotlib
"""

# %% Articles to documents to a graph: files or folders of articles, documents or graphs.
import sys

import matplotlib

matplotlib.use("Agg")  # A picture in a file; leave this out in a notebook.

import matplotlib.pyplot as plt
import networkx

import habari

inputs = sys.argv[1:] or ["samples/articles"]
graph = habari.Graph.load(*inputs)
print(graph)

# %% Meetings, each with its day and the articles that tell of it.
meetings = graph.find(relation="meet", factuality="actual")
for meeting in meetings:
    print(meeting.time, meeting.subject, "–", meeting.object, "in", len(meeting.articles), "articles")

# %% The same as a table: one row a participant, joined with its event.
tables = graph.to_pandas()
rows = tables.participants.merge(tables.events, on="event", suffixes=("", "_of_event"))
met = rows[(rows.label == "meet") & rows.role.isin(["agent", "patient", "companion"])]
print(met[["begin", "role", "name", "type", "factuality"]].sort_values("begin").to_string(index=False))

# %% A picture: people and organizations, tied by what they did with each other.
network = graph.to_networkx()
actors = [node for node, kind in network.nodes(data="kind") if kind in ("person", "organization", "country")]
ties = networkx.Graph(network.subgraph(actors))
ties.remove_nodes_from(list(networkx.isolates(ties)))

figure, axes = plt.subplots(figsize=(10, 7))
networkx.draw_networkx(
    ties,
    networkx.spring_layout(ties, k=0.8, iterations=200, seed=1),
    ax=axes,
    labels={node: ties.nodes[node]["label"] for node in ties},
    node_size=[60 * ties.nodes[node]["weight"] for node in ties],
    node_color="#9ecae1",
    edge_color="#888888",
    font_size=8,
)
axes.set_axis_off()
figure.savefig("who_met_whom.svg")

# %% What happened on which day.
days = tables.events.dropna(subset=["begin"]).groupby("begin").size()
figure, axes = plt.subplots(figsize=(10, 3))
days.plot.bar(ax=axes, xlabel="", ylabel="events", color="#9ecae1")
figure.tight_layout()
figure.savefig("days.svg")
