// The page around the network: filters, search, panel, table, and the still that is saved and printed.
// What the graph says (names, titles, notes, addresses) is only ever set as text.
"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const picture = read("picture");
  const drawnNodes = read("nodes");
  const drawnEdges = read("edges");
  const options = read("options");
  const { entities, facts, evidence, style } = picture;
  for (const { id, label: name } of drawnNodes) {
    entities[id].name = name;
    if (entities[id].label) entities[id].label.lines ??= [name];
  }
  const PLANS = new Set(["planned", "proposed", "negotiating"]);
  for (const fact of facts) {
    fact.sources = fact.sources.map((place) => picture.cited[place]);
    fact.planned = PLANS.has(fact.status);
  }
  const $ = (id) => document.getElementById(id);
  for (const edge of drawnEdges) edge.id = strandOf(edge);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const places = new Map(drawnNodes.map((node) => [node.id, node]));
  const courses = new Map(drawnEdges.map((edge) => [edge.id, edge]));
  const SVG = "http://www.w3.org/2000/svg";
  const DIM = 0.12;

  // Small helpers

  function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "text") made.textContent = value;
      else if (name === "click") made.addEventListener("click", value);
      else made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function shape(tag, attributes = {}, text = null) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (text !== null) made.textContent = clean(text);
    return made;
  }

  // Control characters may not stand in XML, and marks that turn the direction of text would turn what follows.
  const clean = (text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g, " ");
  const fold = (text) => text.normalize("NFKD").replace(/[\p{M}\p{P}\p{Cf}\p{S}]/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  function pairOf(fact) {
    fact.pair ??= [fact.from, fact.to].sort(compare).join("|");
    return fact.pair;
  }
  // The plans of a pair have a line of their own, beside that of its other facts.
  function strandOf(fact) {
    return fact.planned ? `${pairOf(fact)}|plans` : pairOf(fact);
  }
  // As Python sorts: by code points.
  function compare(a, b) {
    const one = [...a], two = [...b];
    for (let i = 0; i < Math.min(one.length, two.length); i++) {
      if (one[i] !== two[i]) return one[i].codePointAt(0) - two[i].codePointAt(0);
    }
    return one.length - two.length;
  }
  // Intl does the same, but takes long to wake up.
  const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
  const isDark = () => document.documentElement.dataset.theme === "dark";
  const ink = (pair, dark = isDark()) => (dark ? pair.dark : pair.light);
  const soft = () => (isDark() ? "#9aa5b4" : "#5c6675");
  const ground = () => (isDark() ? "#14181f" : "#ffffff");

  function safeAddress(text) {
    try {
      const url = new URL(text);
      return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
    } catch {
      return null;
    }
  }

  // What is shown: the filters

  const years = facts.flatMap((fact) => fact.years ?? []).filter((year) => year > 0 && year < 9999);
  const span = years.length ? years.reduce(([first, last], year) => [Math.min(first, year), Math.max(last, year)], [9999, 0]) : null;
  const view = { off: { fact: new Set(), entity: new Set(), status: new Set() }, from: null, to: null, undated: true, chosen: null };

  function withinYears(fact) {
    if (!fact.years) return view.undated;
    return (view.from === null || fact.years[1] >= view.from) && (view.to === null || fact.years[0] <= view.to);
  }

  // Whether a fact passes the filters, `except` for one of them: so a count says what ticking its box would show.
  function passes(fact, except = null) {
    return (except === "fact" || !view.off.fact.has(fact.type))
      && (except === "status" || !view.off.status.has(fact.status ?? ""))
      && (except === "years" || withinYears(fact))
      && (except === "entity" || !(view.off.entity.has(entities[fact.from].type) || view.off.entity.has(entities[fact.to].type)));
  }

  const alone = new Set(Object.keys(entities));
  for (const fact of facts) { alone.delete(fact.from); alone.delete(fact.to); }

  function shownNow() {
    const shown = facts.filter((fact) => passes(fact));
    const ids = new Set(shown.flatMap((fact) => [fact.from, fact.to]));
    for (const id of alone) if (!view.off.entity.has(entities[id].type)) ids.add(id);
    return { facts: shown, entities: ids };
  }

  // Parallel facts as one line each, plans apart, drawn like most of them.
  function tiesOf(shown) {
    const strands = new Map();
    for (const fact of shown) {
      const strand = strandOf(fact);
      if (!strands.has(strand)) strands.set(strand, []);
      strands.get(strand).push(fact);
    }
    const order = Object.keys(style.facts);
    return [...strands].map(([strand, parallel]) => {
      const counts = new Map();
      for (const fact of parallel) counts.set(fact.type, (counts.get(fact.type) ?? 0) + 1);
      const type = [...counts.keys()].sort((a, b) => (style.facts[a].faint ?? 0) - (style.facts[b].faint ?? 0) || counts.get(b) - counts.get(a) || order.indexOf(a) - order.indexOf(b))[0];
      const first = parallel[0];
      return {
        id: strand, pair: pairOf(first), from: first.from, to: first.to, facts: parallel, type,
        width: Math.max(...parallel.map(widthOf)),
        planned: first.planned,
        ended: parallel.every((fact) => fact.status === "ended"),
        arrow: parallel.every((fact) => fact.arrow && fact.from === first.from),
      };
    });
  }

  const widthOf = (fact) => fact.width ?? style.thin;
  const opacityOf = (tie) => (tie.ended ? style.ended : style.facts[tie.type].opacity);
  const dashOf = (tie) => (tie.planned ? style.planned : style.facts[tie.type].dash);

  // The network

  function nodeItem(id, hidden, dimmed) {
    const { type, country } = entities[id];
    const { shape: form, hollow } = style.entities[type];
    const colour = ink(style.countries[country]);
    const { x, y, size } = places.get(id);
    return {
      id, x, y, size, shape: form, hidden, opacity: dimmed ? DIM * 1.6 : 1, borderWidth: hollow ? 2 : 1,
      color: { background: hollow ? ground() : colour, border: hollow ? colour : ground() },
    };
  }

  function edgeItem(tie, { dimmed = false, lifted = false, smooth = courseOf(tie) } = {}) {
    return {
      id: tie.id, from: tie.from, to: tie.to, width: lifted ? tie.width + 0.8 : tie.width,
      arrows: tie.arrow ? { to: { enabled: true, scaleFactor: tie.width > 3 ? 0.25 : 0.45 } } : "",
      color: { color: ink(style.facts[tie.type]), opacity: dimmed ? 0.05 : lifted ? 0.95 : opacityOf(tie), inherit: false },
      dashes: dashOf(tie).length ? dashOf(tie) : false,
      smooth,
    };
  }

  // The course was told for one direction of the pair; the first fact shown may run the other way.
  function courseOf(tie) {
    const { from, smooth = options.edges.smooth } = courses.get(tie.id);
    if (from === tie.from || !smooth || !smooth.type.startsWith("curved")) return smooth;
    return { ...smooth, type: smooth.type === "curvedCW" ? "curvedCCW" : "curvedCW" };
  }

  // The facts of a chosen pair, each on its own.
  function apart(parallel) {
    const middle = (parallel.length - 1) / 2;
    return parallel.map((fact, place) => {
      const single = {
        id: `fact ${fact.id}`, from: fact.from, to: fact.to, facts: [fact], type: fact.type, width: widthOf(fact),
        planned: fact.planned, ended: fact.status === "ended", arrow: fact.arrow,
      };
      const side = (place - middle) * (fact.from === parallel[0].from ? 1 : -1);
      const roundness = Math.abs(side) * Math.min(0.12, 0.8 / parallel.length);
      return edgeItem(single, { lifted: true, smooth: side !== 0 && { type: side > 0 ? "curvedCW" : "curvedCCW", roundness } });
    });
  }

  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  let shown = shownNow();
  let ties = tiesOf(shown.facts);

  function chosenEntities() {
    if (!view.chosen) return null;
    if (view.chosen.entity) {
      const near = new Set([view.chosen.entity]);
      for (const tie of ties) {
        if (tie.from === view.chosen.entity) near.add(tie.to);
        if (tie.to === view.chosen.entity) near.add(tie.from);
      }
      return near;
    }
    return new Set(view.chosen.pair.split("|"));
  }

  function isTouched(tie) {
    const { entity, pair } = view.chosen ?? {};
    return pair === tie.pair || tie.from === entity || tie.to === entity;
  }

  let bright = null;
  function draw() {
    shown = shownNow();
    ties = tiesOf(shown.facts);
    bright = chosenEntities();
    nodes.update(drawnNodes.map(({ id }) => nodeItem(id, !shown.entities.has(id), bright !== null && !bright.has(id))));
    const items = ties.filter((tie) => !isTouched(tie)).map((tie) => edgeItem(tie, { dimmed: view.chosen !== null }));
    const chosen = ties.filter(isTouched);
    for (const pair of new Set(chosen.map((tie) => tie.pair))) {
      const strands = chosen.filter((tie) => tie.pair === pair);
      const parallel = strands.flatMap((tie) => tie.facts);
      items.push(...(parallel.length > 1 ? apart(parallel) : [edgeItem(strands[0], { lifted: true })]));
    }
    const kept = new Set(items.map((item) => item.id));
    edges.remove(edges.getIds().filter((id) => !kept.has(id)));
    edges.update(items);
  }

  // Names stand beside the nodes and take room: more of it, in the picture's own measure, the smaller the picture. The
  // whole stays in view when the window changes, until somebody zooms or moves it.
  let fitted = true;
  function fit() {
    fitted = true;
    const { clientWidth, clientHeight } = $("network");
    let scale = 1.6, box = null;
    for (let round = 0; round < 12; round++) {
      box = bounds(true, (label) => onScreen(label, scale) / scale);
      scale = Math.min(1.6, clientWidth / (box.right - box.left + 40), clientHeight / (box.bottom - box.top + 40));
    }
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
  }

  // The room that nodes and names take, the names in a size of the picture's own measure.
  function bounds(all, sizeOf = (label) => label.size) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const include = (left, top, right, bottom) => {
      box.left = Math.min(box.left, left); box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right); box.bottom = Math.max(box.bottom, bottom);
    };
    for (const { id, x, y, size } of drawnNodes) {
      if (!all && !shown.entities.has(id)) continue;
      include(x - size, y - size, x + size, y + size);
      const { label } = entities[id];
      if (label) include(...labelBox(label, sizeOf(label)));
    }
    for (const caption of picture.captions) include(...labelBox(caption, sizeOf(caption)));
    return box.left === Infinity ? { left: -100, top: -100, right: 100, bottom: 100 } : box;
  }

  // Names: drawn by the page, since they must keep one size on the screen and never cover one another.

  function labelBox({ lines, x, y, align, wide: ems }, size) {
    const wide = ems * size;
    const tall = lines.length * size * 1.2;
    const left = x - { start: 0, middle: wide / 2, end: wide }[align];
    return [left, y - tall / 2, left + wide, y + tall / 2];
  }

  const READABLE = 6.2, LARGEST = 15, FAR = 11;
  const ranked = drawnNodes.filter(({ id }) => entities[id].label)
    .map(({ id, size }) => ({ id, size, label: entities[id].label }))
    .sort((a, b) => (b.label.bold ?? 0) - (a.label.bold ?? 0) || b.size - a.size || compare(a.id, b.id));

  const usual = Math.max(0, ...ranked.map(({ label }) => label.size).filter((size) => size < 14));

  // How large a name is written at a zoom, in pixels of the screen.
  const onScreen = (label, scale) => (Math.min(usual, label.size) * scale < READABLE ? FAR : Math.min(label.size * scale, LARGEST));

  // Which names to write at a zoom: those whose own room is large enough to read; where it isn't, as many as fit, the
  // most tied entities first.
  function namesAt(scale) {
    const taken = new Map();
    const chosen = [];
    const put = (label, id, size) => {
      const box = labelBox(label, size / scale);
      const rows = [Math.floor((box[1] * scale) / 24), Math.floor((box[3] * scale) / 24)];
      for (let row = rows[0]; row <= rows[1]; row++) {
        for (const other of taken.get(row) ?? []) {
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return;
        }
      }
      for (let row = rows[0]; row <= rows[1]; row++) taken.set(row, [...(taken.get(row) ?? []), box]);
      chosen.push({ label, id, size: size / scale, box });
    };
    const first = view.chosen?.entity ? [view.chosen.entity] : view.chosen ? view.chosen.pair.split("|") : [];
    for (const id of first) if (shown.entities.has(id) && entities[id].label) put(entities[id].label, id, Math.max(12, onScreen(entities[id].label, scale)));
    for (const caption of picture.captions) put(caption, null, onScreen(caption, scale));
    const rest = ranked.filter(({ id }) => shown.entities.has(id) && !first.includes(id));
    for (const { id, label } of bright ? rest.filter(({ id: near }) => bright.has(near)) : rest) put(label, id, onScreen(label, scale));
    if (bright) for (const { id, label } of rest) if (!bright.has(id)) put(label, id, onScreen(label, scale));
    return chosen;
  }

  function drawNames(context) {
    const scale = network.getScale();
    context.save();
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const names = namesAt(scale);
    for (const { label, id, size } of names) {
      const dimmed = bright && !bright.has(id);
      context.font = `${label.bold ? "600 " : ""}${size}px ${style.fonts}`;
      context.textAlign = { start: "left", middle: "center", end: "right" }[label.align];
      context.globalAlpha = dimmed ? 0.25 : 1;
      context.strokeStyle = ground();
      context.lineWidth = size * 0.34;
      context.fillStyle = id ? (isDark() ? "#e6eaf0" : "#1d2430") : soft();
      label.lines.forEach((line, place) => {
        const y = label.y + (place - (label.lines.length - 1) / 2) * size * 1.2;
        context.strokeText(line, label.x, y);
        context.fillText(line, label.x, y);
      });
    }
    drawCounts(context, scale, names);
    context.restore();
    document.documentElement.dataset.drawn ??= String(Math.round(performance.now()));
  }

  // How many facts a line stands for, once there is room to read it.
  function drawCounts(context, scale, names) {
    if (scale < 0.7 || view.chosen) return;
    context.textAlign = "center";
    context.font = `${10 / Math.max(scale, 0.7)}px ${style.fonts}`;
    context.lineWidth = 3 / Math.max(scale, 0.7);
    context.strokeStyle = ground();
    for (const tie of ties) {
      if (tie.facts.length < 2) continue;
      const { x, y } = pointOn(tie);
      if (names.some(({ box }) => x > box[0] - 6 && x < box[2] + 6 && y > box[1] - 6 && y < box[3] + 6)) continue;
      context.globalAlpha = 1;
      context.fillStyle = ink(style.facts[tie.type]);
      context.strokeText(String(tie.facts.length), x, y);
      context.fillText(String(tie.facts.length), x, y);
    }
  }

  // The curves, by vis-network's own formulas.

  function bends(tie) {
    const a = places.get(tie.from), b = places.get(tie.to);
    const course = courseOf(tie);
    if (!course) return [];
    if (course.type === "cubicBezier") {
      const reach = course.roundness * (a.x - b.x);
      return [{ x: a.x - reach, y: a.y }, { x: b.x + reach, y: b.y }];
    }
    const turn = course.type === "curvedCW" ? course.roundness : -course.roundness;
    const angle = Math.atan2(a.y - b.y, b.x - a.x) + (turn * 0.5 + 0.5) * Math.PI;
    const reach = (course.roundness * 0.5 + 0.5) * Math.hypot(b.x - a.x, a.y - b.y);
    return [{ x: a.x + reach * Math.sin(angle), y: a.y + reach * Math.cos(angle) }];
  }

  function pointOn(tie) {
    const a = places.get(tie.from), b = places.get(tie.to);
    const line = [a, ...bends(tie), b];
    while (line.length > 1) {
      for (let i = 0; i + 1 < line.length; i++) line[i] = { x: (line[i].x + line[i + 1].x) / 2, y: (line[i].y + line[i + 1].y) / 2 };
      line.pop();
    }
    return line[0];
  }

  // Tips: what the pointer is over

  function nameOf(fact, end) {
    return fact[`${end}Words`] ?? entities[fact[end]].name;
  }
  const inShort = (fact) => [fact.date, fact.status && style.statuses[fact.status].toLowerCase(), fact.amount].filter(Boolean).join(", ");
  const pairOfEdge = (id) => pairOf(id.startsWith("fact ") ? byId.get(id.slice(5)) : courses.get(id));

  function tip(lines, { x, y }) {
    $("tip").replaceChildren(...lines.map((text) => element("p", { text: text.length > 240 ? `${text.slice(0, 239)}…` : text })));
    $("tip").hidden = false;
    const { clientWidth, clientHeight } = $("stage");
    $("tip").style.left = `${Math.min(x + 14, Math.max(0, clientWidth - $("tip").offsetWidth - 6))}px`;
    $("tip").style.top = `${Math.min(y + 14, Math.max(0, clientHeight - $("tip").offsetHeight - 6))}px`;
  }
  function tipOfNode({ node, pointer }) {
    const count = shown.facts.filter((fact) => fact.from === node || fact.to === node).length;
    const { name, type, country } = entities[node];
    tip([name, `${style.entities[type].name}, ${style.countries[country].name}; ${plural(count, "fact", "facts")}`], pointer.DOM);
  }
  function tipOfEdge({ edge, pointer }) {
    const told = edge.startsWith("fact ") ? [byId.get(edge.slice(5))] : shown.facts.filter((fact) => strandOf(fact) === edge);
    if (!told.length) return;
    const lines = told.slice(0, 4).map((fact) => `${style.facts[fact.type].name}: ${fact.title}${inShort(fact) ? ` (${inShort(fact)})` : ""}`);
    if (told.length > 4) lines.push(`and ${told.length - 4} more`);
    const plans = told[0].planned ? (told.length > 1 ? ": plans" : ": a plan") : "";
    tip([`${nameOf(told[0], "from")} – ${nameOf(told[0], "to")}${plans}`, ...lines], pointer.DOM);
  }

  // The panel: an entity with its names and facts, or the facts between two

  function link(text, action) {
    return element("button", { class: "link", type: "button", text, click: action });
  }

  function entityLink(fact, end) {
    return link(nameOf(fact, end), () => choose({ entity: fact[end] }, { look: true }));
  }

  // "c1:65" is a chapter and a line of the text; another locator names the work looked up.
  const placesOf = (fact) => (fact.locator ?? []).map((one) => one.replace(/^c(\d+):(\d+)$/, "chapter $1, line $2")).join("; ");
  const sourceName = (id) => (evidence[id]?.number ? `footnote ${evidence[id].number}` : evidence[id]?.title ?? id);

  function sourceLine(id) {
    const source = evidence[id] ?? {};
    const parts = [source.author, source.title, source.outlet, source.year, source.page && `p. ${source.page}`];
    const told = source.number ? `Footnote ${source.number}: ` : "";
    const line = element("p", { class: "source", text: `${told}${parts.filter(Boolean).join(", ") || id}` });
    const safe = source.address && safeAddress(source.address);
    if (safe) line.append(" ", element("a", { href: safe, rel: "noopener noreferrer", target: "_blank", text: source.address }));
    else if (source.address) line.append(" ", source.address);
    if (source.other_addresses) line.append(` (printed as ${source.other_addresses.join(" and as ")} too)`);
    return line;
  }

  function factItem(fact, seenFrom) {
    const item = element("li", { class: "fact", "data-fact": fact.id });
    item.style.borderLeftColor = ink(style.facts[fact.type]);
    const kind = [style.facts[fact.type].name, fact.what, fact.status && style.statuses[fact.status].toLowerCase()].filter(Boolean).join(", ");
    item.append(element("p", { class: "kind", text: kind }), element("p", {}, link(fact.title, () => follow(fact, seenFrom))));
    const ends = element("p", {}, entityLink(fact, "from"), fact.arrow ? " → " : " – ", entityLink(fact, "to"));
    item.append(ends);
    const details = [
      fact.date, fact.valid && `valid ${fact.valid}`, fact.announced && `announced ${fact.announced}`,
      fact.amount, fact.quantity, fact.growth && `growth: ${fact.growth}`,
      [...(fact.goods ?? []), ...(fact.sectors ?? [])].join(", "),
    ].filter(Boolean).join("; ");
    if (details) item.append(element("p", { text: details }));
    if (fact.document && evidence[fact.document]) item.append(element("p", { text: `Document: ${evidence[fact.document].title}` }));
    if (Object.hasOwn(entities, fact.event ?? "")) item.append(element("p", {}, "At ", link(entities[fact.event].name, () => choose({ entity: fact.event }, { look: true }))));
    if (fact.note) item.append(element("p", { class: "kind", text: `${fact.read ? "Read from a garbled passage. " : ""}${fact.note}` }));
    const told = placesOf(fact);
    if (told) item.append(element("p", { class: "source", text: `Told in ${told}` }));
    for (const id of fact.sources) item.append(sourceLine(id));
    return item;
  }

  // Ties before structure and counts, each by time.
  const inOrder = (told) => told.sort((a, b) => (style.facts[a.type].faint ?? 0) - (style.facts[b.type].faint ?? 0)
    || (a.years?.[0] ?? 9999) - (b.years?.[0] ?? 9999) || compare(a.date ?? "", b.date ?? ""));

  // A click on a fact leads to its other end.
  function follow(fact, seenFrom) {
    choose({ entity: fact.from === seenFrom ? fact.to : fact.from }, { look: true });
  }

  function showPanel() {
    const panel = $("panel");
    panel.hidden = !view.chosen;
    if (!view.chosen) return panel.replaceChildren();
    const close = element("button", { class: "close", type: "button", "aria-label": "Close", text: "×", click: () => choose(null) });
    if (view.chosen.entity) {
      const told = entities[view.chosen.entity];
      const own = inOrder(shown.facts.filter((fact) => fact.from === view.chosen.entity || fact.to === view.chosen.entity));
      const names = element("dl");
      for (const [language, list] of Object.entries(told.names ?? {})) names.append(element("dt", { text: language }), element("dd", { text: list.join(", ") }));
      if (told.aliases) names.append(element("dt", { text: "Also" }), element("dd", { text: told.aliases.join(", ") }));
      const about = [style.entities[told.type].name, told.what, style.countries[told.country].name, view.chosen.entity].filter(Boolean).join(", ");
      panel.replaceChildren(
        close, element("h2", { text: told.name }), element("p", { class: "about", text: about }), names,
        told.note ? element("p", { class: "about", text: told.note }) : "",
        element("ol", {}, ...own.map((fact) => factItem(fact, view.chosen.entity))),
      );
    } else {
      const between = inOrder(shown.facts.filter((fact) => pairOf(fact) === view.chosen.pair));
      const [a, b] = view.chosen.pair.split("|");
      panel.replaceChildren(
        close, element("h2", { text: `${entities[a].name} – ${entities[b].name}` }),
        element("p", { class: "about", text: plural(between.length, "fact", "facts") }),
        element("ol", {}, ...between.map((fact) => factItem(fact, a))),
      );
    }
    panel.parentElement.scrollTop = 0;
  }

  function choose(what, { look = false } = {}) {
    if (what?.entity && !shown.entities.has(what.entity)) reset({ keep: true });
    view.chosen = what;
    draw();
    showPanel();
    remember();
    if (look && what?.entity) {
      fitted = false;
      network.moveTo({ position: places.get(what.entity), scale: Math.max(network.getScale(), 0.9), animation: false });
    }
  }

  // Legend and filters are one: what is present, with a sample, a count and a box to untick

  const entries = [];
  function entry(list, group, key, name, sample, count) {
    const box = element("input", { type: "checkbox" });
    box.checked = !view.off[group].has(key);
    const tally = element("span", { class: "count" });
    const label = element("label", { class: "entry", "data-key": `${group} ${key}` }, box, sample, element("span", { text: name }), tally);
    box.addEventListener("change", () => { box.checked ? view.off[group].delete(key) : view.off[group].add(key); refresh(); });
    $(list).append(element("li", {}, label));
    entries.push({ box, group, key, refresh: () => { const now = count(); tally.textContent = number(now); label.classList.toggle("none", !now); } });
  }

  function symbol(path, fill, line, size = 16) {
    const made = shape("svg", { width: size, height: size, viewBox: "-13 -13 26 26", "aria-hidden": "true" });
    made.append(shape("path", { d: path, fill, stroke: line, "stroke-width": 2.5 }));
    return made;
  }
  function lineSample(colour, dash) {
    const made = shape("svg", { width: 30, height: 10, viewBox: "0 0 30 10", "aria-hidden": "true" });
    made.append(shape("line", { x1: 0, y1: 5, x2: 30, y2: 5, stroke: colour, "stroke-width": 2.2, "stroke-dasharray": dash.join(" ") }));
    return made;
  }
  const present = (order, values) => { const there = new Set(values); return Object.keys(order).filter((key) => there.has(key)); };

  function buildLegend() {
    entries.length = 0;
    for (const list of ["fact-types", "entity-types", "countries", "statuses"]) $(list).replaceChildren();
    for (const type of present(style.facts, facts.map((fact) => fact.type))) {
      const told = style.facts[type];
      entry("fact-types", "fact", type, told.name, lineSample(ink(told), told.dash), () => facts.filter((fact) => fact.type === type && passes(fact, "fact")).length);
    }
    const all = Object.values(entities);
    for (const country of present(style.countries, all.map((one) => one.country))) {
      const colour = ink(style.countries[country]);
      const tally = element("span", { class: "count" });
      $("countries").append(element("li", { class: "swatch", "data-country": country }, symbol("M-9 0A9 9 0 1 1 9 0A9 9 0 1 1 -9 0Z", colour, colour, 12), style.countries[country].name, tally));
      entries.push({ refresh: () => { tally.textContent = number([...shown.entities].filter((id) => entities[id].country === country).length); } });
    }
    for (const type of present(style.entities, all.map((one) => one.type))) {
      const told = style.entities[type];
      entry("entity-types", "entity", type, told.name, symbol(told.path, told.hollow ? "none" : soft(), soft()), () => countOfType(type));
    }
    for (const status of present(style.statuses, facts.map((fact) => fact.status ?? ""))) {
      const sample = PLANS.has(status) ? lineSample(soft(), style.planned) : status === "ended" ? lineSample(soft(), []) : "";
      if (status === "ended") sample.style.opacity = style.ended;
      entry("statuses", "status", status, style.statuses[status], sample, () => facts.filter((fact) => (fact.status ?? "") === status && passes(fact, "status")).length);
    }
  }

  function countOfType(type) {
    if (!view.off.entity.has(type)) return [...shown.entities].filter((id) => entities[id].type === type).length;
    return Object.values(entities).filter((one) => one.type === type).length;
  }

  function refresh() {
    if (view.chosen?.entity && !shownNow().entities.has(view.chosen.entity)) view.chosen = null;
    draw();
    for (const one of entries) one.refresh();
    $("undated-count").textContent = number(facts.filter((fact) => !fact.years && passes(fact, "years")).length);
    const whole = Object.keys(entities).length;
    const part = shown.entities.size < whole || shown.facts.length < facts.length;
    $("totals").textContent = `${plural(shown.entities.size, "entity", "entities")}, ${plural(shown.facts.length, "fact", "facts")}`
      + (part ? ` (of ${number(whole)} and ${number(facts.length)})` : "");
    showPanel();
    if ($("facts").open) fillTable();
    remember();
  }

  function setControls() {
    for (const { box, group, key } of entries) if (box) box.checked = !view.off[group].has(key);
    $("year-from").value = view.from ?? "";
    $("year-to").value = view.to ?? "";
    $("undated").checked = view.undated;
  }
  const yearIn = (id) => { const value = $(id).valueAsNumber; return Number.isFinite(value) ? value : null; };
  for (const id of ["year-from", "year-to"]) {
    if (span) Object.assign($(id), { min: span[0], max: span[1], placeholder: String(span[id === "year-to" ? 1 : 0]) });
    $(id).addEventListener("input", () => { view.from = yearIn("year-from"); view.to = yearIn("year-to"); refresh(); });
  }
  $("undated").addEventListener("change", () => { view.undated = $("undated").checked; refresh(); });

  function reset({ keep = false } = {}) {
    for (const group of Object.values(view.off)) group.clear();
    Object.assign(view, { from: null, to: null, undated: true, chosen: keep ? view.chosen : null });
    setControls();
    refresh();
    if (!keep) fit();
  }
  $("reset").addEventListener("click", () => { $("search").value = ""; closeHits(); reset(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && view.chosen) choose(null); });

  // Search over every name, in any script

  let keys = null;
  function searchKeys() {
    keys ??= Object.entries(entities).map(([id, one]) => ({
      id, name: one.name, forms: [one.name, ...Object.values(one.names ?? {}).flat(), ...(one.aliases ?? []), id].map((form) => [fold(form), form]),
    }));
    return keys;
  }
  let hits = [], at = -1;

  function find(text) {
    const key = fold(text);
    if (!key) return [];
    const found = [];
    for (const { id, name, forms } of searchKeys()) {
      const rank = Math.min(...forms.map(([form]) => (form === key ? 0 : form.startsWith(key) ? 1 : form.includes(key) ? 2 : 3)));
      if (rank < 3) found.push({ id, name, rank, as: forms.find(([form]) => form.includes(key))[1] });
    }
    return found.sort((a, b) => a.rank - b.rank || places.get(b.id).size - places.get(a.id).size || compare(a.name, b.name)).slice(0, 30);
  }
  function closeHits() {
    $("hits").hidden = true;
    $("search").setAttribute("aria-expanded", "false");
    $("search").removeAttribute("aria-activedescendant");
  }
  function mark(place) {
    at = place;
    [...$("hits").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) { $("search").setAttribute("aria-activedescendant", `hit-${at}`); $("hits").children[at].scrollIntoView({ block: "nearest" }); }
  }
  function take(place) {
    const hit = hits[place];
    if (!hit) return;
    $("search").value = clean(hit.name).slice(0, 200);
    closeHits();
    choose({ entity: hit.id }, { look: true });
  }
  $("search").addEventListener("input", () => {
    hits = find($("search").value);
    $("hits").replaceChildren(...hits.map((hit, place) => element(
      "li", { id: `hit-${place}`, role: "option", "aria-selected": "false", "data-id": hit.id, click: () => take(place) },
      hit.name.slice(0, 200), hit.as !== hit.name ? element("small", { text: hit.as.slice(0, 200) }) : "",
    )));
    if (!hits.length && $("search").value.trim()) $("hits").append(element("li", { text: "Nothing here has that name" }));
    $("hits").hidden = !$("search").value.trim();
    $("search").setAttribute("aria-expanded", String(!$("hits").hidden));
    mark(hits.length ? 0 : -1);
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && hits.length) mark((at + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length) mark((at - 1 + hits.length) % hits.length);
    else if (event.key === "Enter") take(at);
    else if (event.key === "Escape") closeHits();
    else return;
    event.preventDefault();
  });
  $("search").addEventListener("blur", () => setTimeout(closeHits, 150));

  // The table of what is shown

  const COLUMNS = ["From", "Fact", "To", "What it says", "Date", "Status", "Amount", "Source"];
  function fillTable() {
    const head = element("thead", {}, element("tr", {}, ...COLUMNS.map((text) => element("th", { scope: "col", text }))));
    const rows = shown.facts.map((fact) => element("tr", { "data-fact": fact.id },
      element("td", {}, entityLink(fact, "from")), element("td", { text: style.facts[fact.type].name }), element("td", {}, entityLink(fact, "to")),
      ...[fact.title, fact.date, fact.status && style.statuses[fact.status], fact.amount, [placesOf(fact), ...fact.sources.map((id) => sourceName(id))].filter(Boolean).join("; ")]
        .map((text) => element("td", { text: text ?? "" }))));
    $("table").replaceChildren(element("table", {}, element("caption", { text: $("totals").textContent }), head, element("tbody", {}, ...rows)));
  }
  $("facts").addEventListener("toggle", () => { if ($("facts").open) fillTable(); });

  // The view in the address, so that it can be shared

  function remember() {
    const parts = new URLSearchParams();
    if (view.chosen?.entity) parts.set("entity", view.chosen.entity);
    if (view.chosen?.pair) parts.set("between", view.chosen.pair);
    for (const [group, keys_] of Object.entries(view.off)) if (keys_.size) parts.set(`no-${group}`, [...keys_].sort().join(","));
    if (view.from !== null) parts.set("from", view.from);
    if (view.to !== null) parts.set("to", view.to);
    if (!view.undated) parts.set("undated", "no");
    const fragment = parts.toString();
    if (fragment === location.hash.slice(1)) return;
    try {
      history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    } catch {
      // A page that is shown within another has no address of its own.
    }
  }
  function recall() {
    const parts = new URLSearchParams(location.hash.slice(1));
    for (const [group, keys_] of Object.entries(view.off)) {
      keys_.clear();
      for (const key of parts.has(`no-${group}`) ? parts.get(`no-${group}`).split(",") : []) keys_.add(key);
    }
    const year = (name) => (/^\d{1,4}$/.test(parts.get(name) ?? "") ? Number(parts.get(name)) : null);
    view.from = year("from");
    view.to = year("to");
    view.undated = parts.get("undated") !== "no";
    const entity = parts.get("entity"), pair = parts.get("between");
    view.chosen = entity && Object.hasOwn(entities, entity) ? { entity } : pair && drawnEdges.some((edge) => pairOf(edge) === pair) ? { pair } : null;
    setControls();
  }
  window.addEventListener("hashchange", () => { recall(); refresh(); });

  // The still: picture and legend as SVG, for saving and for print

  const round = (value) => Math.round(value * 10) / 10;
  function still() {
    const box = bounds(false);
    const width = Math.max(900, Math.ceil(box.right - box.left + 48));
    const left = Math.floor((box.left + box.right - width) / 2);
    const paint = { ground: "#ffffff", ink: "#1d2430", soft: "#5c6675" };
    const halo = { stroke: paint.ground, "stroke-width": 2.5, "stroke-linejoin": "round", "paint-order": "stroke" };
    const root = shape("svg", { xmlns: SVG, "font-family": style.fonts, "font-size": 12 });
    const back = shape("rect", { fill: paint.ground });
    root.append(shape("title", {}, picture.title), back);
    let y = box.top - 24;
    const legend = legendOf(shown, paint, left + 24, width - 48, box.bottom + 36);
    const top = y - 62;
    root.append(shape("text", { x: left + 24, y: y - 30, "font-size": 20, "font-weight": 600, fill: paint.ink }, shorten(picture.title, width / 12)));
    root.append(shape("text", { x: left + 24, y: y - 10, fill: paint.soft }, shorten(`${picture.subtitle}${filterWords()}`, width / 6.6)));
    const lines = root.appendChild(shape("g", { fill: "none", class: "ties" }));
    for (const tie of ties) lines.append(stillTie(tie));
    const counts = root.appendChild(shape("g", { class: "counts", "font-size": 9, "text-anchor": "middle", ...halo }));
    for (const tie of ties.filter((one) => one.facts.length > 1)) {
      const { x, y } = pointOn(tie);
      counts.append(shape("text", { x: round(x), y: round(y + 3), fill: style.facts[tie.type].light }, String(tie.facts.length)));
    }
    const dots = root.appendChild(shape("g", { class: "entities" }));
    for (const { id, x, y: down, size } of drawnNodes) {
      if (!shown.entities.has(id)) continue;
      const told = style.entities[entities[id].type];
      const colour = style.countries[entities[id].country].light;
      dots.append(shape("path", {
        d: told.path, transform: `translate(${x} ${down}) scale(${size / 10})`, fill: told.hollow ? paint.ground : colour,
        stroke: told.hollow ? colour : paint.ground, "stroke-width": round((told.hollow ? 2 : 1) * 10 / size),
      }));
    }
    const names = root.appendChild(shape("g", { class: "names", fill: paint.ink, ...halo }));
    const write = (label, fill) => label.lines.forEach((line, place) => names.append(shape("text", {
      x: label.x, y: round(label.y + (place - (label.lines.length - 1) / 2) * label.size * 1.2 + label.size * 0.35),
      "font-size": label.size, "text-anchor": label.align, ...(label.bold ? { "font-weight": 600 } : {}), ...(fill ? { fill } : {}),
    }, line)));
    for (const caption of picture.captions) write(caption, paint.soft);
    for (const { id, label } of ranked) if (shown.entities.has(id)) write(label);
    root.append(legend.group);
    const told = wrapped(picture.credit, Math.floor(width / 5.5));
    const height = legend.bottom + 17 + 13 * told.length - top;
    told.forEach((line, place) => root.append(shape("text", { x: left + 24, y: legend.bottom + 14 + 13 * place, "font-size": 10, fill: paint.soft }, line)));
    for (const [name, value] of Object.entries({ x: left, y: top, width, height })) back.setAttribute(name, Math.round(value));
    root.setAttribute("viewBox", [left, top, width, height].map(Math.round).join(" "));
    root.setAttribute("width", Math.round(width));
    root.setAttribute("height", Math.round(height));
    return root;
  }
  const pen = document.createElement("canvas").getContext("2d");
  function textWidth(text) {
    pen.font = `20px ${style.fonts}`;
    return pen.measureText(text).width / 20;
  }
  const shorten = (text, most) => (text.length > most ? `${text.slice(0, Math.max(1, Math.floor(most) - 1))}…` : text);

  function wrapped(text, most) {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      if (lines.at(-1).length + word.length >= most) lines.push("");
      lines.push(`${lines.pop()} ${shorten(word, most)}`.trim());
    }
    return lines.filter(Boolean);
  }

  function filterWords() {
    const words = [];
    if (view.from !== null || view.to !== null) words.push(`years ${view.from ?? "…"}–${view.to ?? "…"}`);
    if (!view.undated) words.push("dated facts only");
    const without = [...view.off.fact].map((key) => style.facts[key]?.name).concat([...view.off.entity].map((key) => style.entities[key]?.name), [...view.off.status].map((key) => style.statuses[key]));
    if (without.length) words.push(`without ${without.filter(Boolean).join(", ").toLowerCase()}`);
    return words.length ? `; ${words.join("; ")}` : "";
  }

  function stillTie(tie) {
    const a = places.get(tie.from), b = places.get(tie.to);
    const middle = bends(tie);
    const start = `M${a.x} ${a.y}`, points = [...middle, b].map(({ x, y }) => `${round(x)} ${round(y)}`).join(" ");
    const line = shape("path", {
      d: `${start}${["L", "Q", "C"][middle.length]}${points}`, stroke: style.facts[tie.type].light, "stroke-width": tie.width, "stroke-opacity": opacityOf(tie),
      ...(dashOf(tie).length ? { "stroke-dasharray": dashOf(tie).join(" ") } : {}),
    });
    if (!tie.arrow) return line;
    const from = middle.at(-1) ?? a;
    const angle = Math.atan2(b.y - from.y, b.x - from.x), off = b.size + 1, long = 7 + tie.width;
    const [x, y] = [b.x - off * Math.cos(angle), b.y - off * Math.sin(angle)];
    const corner = (turn) => `${round(x - long * Math.cos(angle + turn))} ${round(y - long * Math.sin(angle + turn))}`;
    const both = shape("g");
    both.append(line, shape("path", { d: `M${round(x)} ${round(y)}L${corner(0.38)}L${corner(-0.38)}Z`, fill: style.facts[tie.type].light }));
    return both;
  }

  function legendOf(now, paint, left, width, top) {
    const group = shape("g", { class: "legend", fill: paint.ink, "font-size": 12 });
    let x = left, y = top;
    const put = (name, count, sample, wide) => {
      const text = count === null ? name : `${name} ${number(count)}`;
      const room = wide + 8 + textWidth(text) * 12 + 22;
      if (x + room > left + width && x > left) { x = left; y += 20; }
      for (const part of sample) { part.setAttribute("transform", `translate(${round(x)} ${y})${part.getAttribute("transform") ?? ""}`); group.append(part); }
      group.append(shape("text", { x: round(x + wide + 8), y: y + 4 }, text));
      x += room;
    };
    const newRow = () => { if (x > left) { x = left; y += 20; } };
    const count = (values) => { const found = new Map(); for (const value of values) found.set(value, (found.get(value) ?? 0) + 1); return found; };
    const types = count(now.facts.map((fact) => fact.type));
    for (const type of present(style.facts, types.keys())) {
      const told = style.facts[type];
      put(told.name, types.get(type), [shape("line", { x1: 0, y1: 0, x2: 28, y2: 0, stroke: told.light, "stroke-width": 2.2, "stroke-dasharray": told.dash.join(" ") })], 28);
    }
    newRow();
    const shownEntities = [...now.entities].map((id) => entities[id]);
    const countries = count(shownEntities.map((one) => one.country));
    for (const country of present(style.countries, countries.keys())) put(style.countries[country].name, countries.get(country), [shape("circle", { cx: 6, cy: 0, r: 6, fill: style.countries[country].light })], 12);
    const kinds = count(shownEntities.map((one) => one.type));
    for (const type of present(style.entities, kinds.keys())) {
      const told = style.entities[type];
      put(told.name, kinds.get(type), [shape("path", { d: told.path, transform: "translate(6 0) scale(.6)", fill: told.hollow ? "none" : paint.soft, stroke: paint.soft, "stroke-width": 3 })], 12);
    }
    newRow();
    const grey = (more) => shape("line", { x1: 0, y1: 0, x2: 28, y2: 0, stroke: paint.soft, "stroke-width": 2.2, ...more });
    const statuses = new Set(now.facts.map((fact) => fact.status));
    if ([...PLANS].some((status) => statuses.has(status))) put("Planned, proposed or negotiated", null, [grey({ "stroke-dasharray": style.planned.join(" ") })], 28);
    if (statuses.has("ended")) put("Ended", null, [grey({ "stroke-opacity": style.ended })], 28);
    if (now.facts.some((fact) => fact.width)) put("Width: largest amount, log scale; thin: none told", null, [grey({ "stroke-width": 5 })], 28);
    return { group, bottom: y + 14 };
  }

  const stillText = () => new XMLSerializer().serializeToString(still());

  function save(blob, ending) {
    const name = `${fold(picture.title).replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "picture"}.${ending}`;
    const anchor = element("a", { href: URL.createObjectURL(blob), download: name });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 10_000);
  }
  $("svg").addEventListener("click", () => save(new Blob([stillText()], { type: "image/svg+xml" }), "svg"));

  // PNG at 300 dots per inch: the still, painted at the width asked for, with the resolution written into the file.
  const DPI = 300, MM_PER_INCH = 25.4, MOST_PIXELS = 120e6;
  $("png").addEventListener("click", async () => {
    const drawing = still();
    const [wide, tall] = ["width", "height"].map((name) => Number(drawing.getAttribute(name)));
    const width = Math.round((Number($("print-width").value) / MM_PER_INCH) * DPI);
    const scale = Math.min(width / wide, Math.sqrt(MOST_PIXELS / (wide * tall)));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
    await image.decode();
    const canvas = element("canvas", { width: Math.round(wide * scale), height: Math.round(tall * scale) });
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
    save(new Blob([withResolution(new Uint8Array(await blob.arrayBuffer()))], { type: "image/png" }), "png");
  });

  // Adds the chunk pHYs behind the header. Source: PNG specification, third edition, 11.3.4.3 and annex D.
  function withResolution(png) {
    const chunk = new DataView(new ArrayBuffer(21));
    const perMetre = Math.round((DPI / MM_PER_INCH) * 1000);
    chunk.setUint32(0, 9);
    [..."pHYs"].forEach((letter, i) => chunk.setUint8(4 + i, letter.charCodeAt(0)));
    chunk.setUint32(8, perMetre);
    chunk.setUint32(12, perMetre);
    chunk.setUint8(16, 1);
    let crc = 0xffffffff;
    for (const byte of new Uint8Array(chunk.buffer, 4, 13)) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    chunk.setUint32(17, (crc ^ 0xffffffff) >>> 0);
    const HEADER_END = 33;
    const out = new Uint8Array(png.length + 21);
    out.set(png.subarray(0, HEADER_END));
    out.set(new Uint8Array(chunk.buffer), HEADER_END);
    out.set(png.subarray(HEADER_END), HEADER_END + 21);
    return out;
  }

  window.addEventListener("beforeprint", () => $("still").replaceChildren(still()));
  window.addEventListener("afterprint", () => $("still").replaceChildren());

  // Light and dark, zoom buttons, and the start

  function setTheme(dark) {
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    $("theme").setAttribute("aria-pressed", String(dark));
    $("theme").textContent = dark ? "Light" : "Dark";
  }
  $("theme").addEventListener("click", () => { setTheme(!isDark()); buildLegend(); refresh(); });
  const zoom = (factor) => { fitted = false; network.moveTo({ scale: network.getScale() * factor }); };
  $("closer").addEventListener("click", () => zoom(1.4));
  $("further").addEventListener("click", () => zoom(1 / 1.4));
  $("fit").addEventListener("click", fit);

  setTheme(matchMedia("(prefers-color-scheme: dark)").matches);
  $("credit").textContent = picture.credit;
  buildLegend();
  recall();
  refresh();
  network = new vis.Network($("network"), { nodes, edges }, options);
  network.on("afterDrawing", drawNames);
  network.on("hoverNode", tipOfNode);
  network.on("hoverEdge", tipOfEdge);
  network.on("click", ({ nodes: [node], edges: [edge] }) => choose(node ? { entity: node } : edge ? { pair: pairOfEdge(edge) } : null));
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(event, () => { $("tip").hidden = true; });
  for (const event of ["zoom", "dragStart"]) network.on(event, () => { fitted = false; });
  network.on("resize", () => requestAnimationFrame(() => { if (fitted) fit(); }));  // vis moves it once more after telling
  fit();
  window.bycn = { network, nodes, edges, view, namesAt, shownNow, reset, positions: () => network.getPositions() };
})();
