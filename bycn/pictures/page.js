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
  for (const fact of facts) fact.sources = fact.sources.map((place) => picture.cited[place]);
  const $ = (id) => document.getElementById(id);
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const homes = new Map(drawnNodes.map((node) => [node.id, node]));
  const strands = drawnEdges.map((edge) => ({ ...edge, facts: edge.facts.map((place) => facts[place]), pair: pairOf(edge) }));
  const SVG = "http://www.w3.org/2000/svg";
  const DIM = 0.12;
  const REACH = 7;  // how near to a node a click has to be, in pixels of the screen

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
  // As Python sorts: by code points.
  function compare(a, b) {
    const one = [...a], two = [...b];
    for (let i = 0; i < Math.min(one.length, two.length); i++) {
      if (one[i] !== two[i]) return one[i].codePointAt(0) - two[i].codePointAt(0);
    }
    return one.length - two.length;
  }
  // The page's own words in the picture's language; `{}` are gaps.
  const say = (english, ...values) => values.reduce((text, value) => text.replace("{}", () => value), picture.words[english]);
  // Intl does the same, but takes long to wake up.
  const number = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, picture.thousands);
  // A number with what it counts, as `translations.counted` has it; the browser knows each language's forms.
  function counted(count, forms, language = picture.language) {
    const form = { one: 0, few: 1 }[new Intl.PluralRules(language).select(count)] ?? forms.length - 1;
    const blank = picture.withoutBlanks.includes(language) ? "" : " ";
    return `${number(count)}${blank}${forms[Math.min(form, forms.length - 1)]}`;
  }
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
  const view = { off: { fact: new Set(), entity: new Set(), status: new Set() }, from: null, to: null, undated: true, chosen: null, focus: false, regions: null };
  const moved = new Map();

  function withinYears(fact) {
    if (!fact.years) return view.undated;
    return (view.from === null || fact.years[1] >= view.from) && (view.to === null || fact.years[0] <= view.to);
  }

  // Whether a fact passes the filters, `except` for one of them: so a count says what ticking its box would show.
  function passes(fact, except = null) {
    return (except === "fact" || !view.off.fact.has(fact.kind))
      && (except === "status" || !view.off.status.has(fact.status ?? ""))
      && (except === "years" || withinYears(fact))
      && (except === "entity" || !(view.off.entity.has(entities[fact.from].type) || view.off.entity.has(entities[fact.to].type)))
      && (!view.regions || isBetween(fact, ...view.regions))
      && (!view.focus || !view.chosen || isTouched(fact));
  }
  // What the colour of a node says: its country, or its group.
  const keyOf = (id) => entities[id].group ?? entities[id].country;
  const regionOf = (id) => entities[id].region ?? entities[id].country;
  function isBetween(fact, one, other) {
    const ends = [regionOf(fact.from), regionOf(fact.to)];
    return fact.tie && ((ends[0] === one && ends[1] === other) || (ends[0] === other && ends[1] === one));
  }

  const alone = new Set(Object.keys(entities));
  for (const fact of facts) { alone.delete(fact.from); alone.delete(fact.to); }

  function shownNow() {
    const shown = facts.filter((fact) => passes(fact));
    const ids = new Set(shown.flatMap((fact) => [fact.from, fact.to]));
    if (!view.regions && !(view.focus && view.chosen)) for (const id of alone) if (!view.off.entity.has(entities[id].type)) ids.add(id);
    return { facts: shown, entities: ids };
  }

  // What each strand stands for now. Its place beside the others of its pair stays.
  function strandsNow(shown_) {
    const there = new Set(shown_);
    return strands.map((strand) => {
      const now = strand.facts.filter((fact) => there.has(fact));
      return {
        ...strand, facts: now, width: Math.max(style.thin, ...now.map((fact) => fact.width)),
        opacity: now.every((fact) => fact.status === "ended") ? style.ended : style.facts[strand.kind].opacity,
      };
    }).filter((strand) => strand.facts.length);
  }

  // The dash of a plan, as `style.dash` has it.
  const dashOf = ({ plan, width }) => (plan ? style.dash.map(([least, times]) => Math.max(least, round(times * width))) : []);
  const round = (value) => Math.round(value * 10) / 10;

  // Where things stand: as Python laid them out; where filters leave holes the columns close them, as `stacked` does.

  let places = homes, captionPlaces = picture.captions;
  function arrange() {
    const shift = new Map();
    const captionShift = new Map();
    for (const columns of shown.entities.size < drawnNodes.length ? picture.sides : []) {
      const left = columns.map((column) => column.filter(([key], place) => (typeof key === "string" ? shown.entities.has(key)
        : leads(column, place))));
      let wider = left.length ? Array(left[0].length + 1).fill(0) : [];
      for (let needed; (needed = stacked(left, wider, shift, captionShift)).some((wide, place) => wide > wider[place]);) wider = needed;
    }
    places = new Map(drawnNodes.map((node) => {
      const at = moved.get(node.id);
      return [node.id, at ? { ...node, ...at, gate: at.x } : { ...node, y: shift.get(node.id) ?? node.y }];
    }));
    captionPlaces = picture.captions.map((caption, place) => ({ ...caption, lines: captionLines(place), y: captionShift.get(place) ?? caption.y, hidden: !captionShown(place) }));
  }
  const FREE = 4; // between the text of two rows that touch
  function stacked(columns, wider, shift, captionShift) {
    let gaps = null, first = null;
    const needed = [...wider];
    for (const rows of columns) {
      const above = [...rows.map((row, place) => (place ? row[2] : 0)), 0];
      const more = gaps ? Array(above.length).fill(0) : wider;
      let y = -Math.floor([...rows.map((row) => row[1]), ...above, ...more].reduce((sum, height) => sum + height, 0) / 2);
      const edges = [];
      rows.forEach(([key, height, , reach], place) => {
        edges.push(y + Math.floor((above[place] + more[place]) / 2));
        let middle = y + above[place] + more[place] + Math.floor(height / 2);
        if (gaps && typeof key === "string" && gaps[0] - reach <= middle) {
          const through = gaps.findIndex((gap) => gap >= middle);
          if (through >= 0) needed[through] = Math.max(needed[through], 2 * reach - FREE - first[through]);
          middle = through >= 0 ? gaps[through] : Math.max(middle, gaps.at(-1) + reach);
        }
        (typeof key === "string" ? shift : captionShift).set(key, middle);
        y = middle - Math.floor(height / 2) + height;
      });
      if (!gaps) [gaps, first] = [[...edges, y + Math.floor(more.at(-1) / 2)], above];
    }
    return needed;
  }
  // A caption of a column stands over something; any other is a note on a line.
  const columnOf = new Map(picture.sides.flatMap((columns) => columns.flatMap((column) => column.flatMap(([key], place) => (typeof key === "number" ? [[key, [column, place]]] : [])))));
  const captionShown = (place) => (columnOf.has(place) ? leads(...columnOf.get(place)) : shown.entities.size === drawnNodes.length);
  function leads(column, place) {
    for (let next = place + 1; next < column.length && typeof column[next][0] === "string"; next++) {
      if (shown.entities.has(column[next][0])) return true;
    }
    return false;
  }
  // The heading over a group counts the ties that are shown.
  function captionLines(place) {
    const { lines } = picture.captions[place];
    if (!columnOf.has(place) || shown.facts.length === facts.length) return lines;
    const [column, at] = columnOf.get(place);
    const rest = column.slice(at + 1).map(([key]) => key), next = rest.findIndex((key) => typeof key === "number");
    const members = new Set(next < 0 ? rest : rest.slice(0, next));
    const count = (facts_) => {
      const own = facts_.filter((fact) => fact.tie && (members.has(fact.from) || members.has(fact.to)));
      const plans = own.filter((fact) => fact.plan).length;
      return own.length ? `${own.length - plans}${plans ? ` + ${plans}` : ""}` : "";
    };
    const all = count(facts), now = count(shown.facts);
    if (!all) return lines;
    const last = lines.at(-1).slice(0, -all.length);  // it is empty where the count has a line of its own
    return [...lines.slice(0, -1), now ? last + now : last.replace(/ · $/, "")].filter(Boolean);
  }
  function labelOf(id) {
    const { label } = entities[id];
    const home = homes.get(id), now = places.get(id);
    return label && { ...label, x: label.x + now.x - home.x, y: label.y + now.y - home.y };
  }

  // The curve of a strand, as `curves.course` has it; a test holds the two equal.

  const ACROSS = 60;
  const within = (offset, radius) => Math.max(1 - radius, Math.min(radius - 1, offset));
  function course(a, b, offset) {
    if (a.x === b.x && a.y === b.y) {
      const far = a.size + 14 + Math.abs(offset);
      return { before: [], curve: [[a.x, a.y], [a.x - far, a.y - 2 * far], [a.x + far, a.y - 2 * far], [a.x, a.y]], behind: [] };
    }
    const nearA = within(offset, a.size), nearB = within(offset, b.size);
    if (picture.layout === "force") {
      const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy);
      const beside = (share, by) => [a.x + dx * share - (dy / far) * by, a.y + dy * share + (dx / far) * by];
      return { before: [], curve: [beside(0, nearA), beside(1 / 3, offset), beside(2 / 3, offset), beside(1, nearB)], behind: [] };
    }
    const dx = b.gate - a.gate, dy = b.y - a.y;
    let start, end, bends;
    if (Math.abs(dx) > ACROSS) {
      const far = Math.hypot(dx, 2 * dy), nx = ((-2 * dy) / far) * offset, ny = (dx / far) * offset, side = dx > 0 ? 1 : -1;
      start = a.y + side * nearA;
      end = b.y + side * nearB;
      bends = [[a.gate + dx / 2 + nx, a.y + ny], [b.gate - dx / 2 + nx, b.y + ny]];
    } else {
      const inwards = a.x < 0 ? 1 : -1, down = dy > 0 ? 1 : -1, outer = -offset * down * inwards;
      const bulge = inwards * (Math.min(110, 14 + 0.3 * Math.abs(dy)) + (outer * 4) / 3);
      start = a.y - down * within(outer, a.size);
      end = b.y + down * within(outer, b.size);
      bends = [[a.gate + bulge, a.y - down * outer], [b.gate + bulge, b.y + down * outer]];
    }
    return {
      before: a.gate === a.x ? [] : [[a.x, start]], curve: [[a.gate, start], ...bends, [b.gate, end]],
      behind: b.gate === b.x ? [] : [[b.x, end]],
    };
  }
  const word = ([x, y]) => `${round(x)} ${round(y)}`;
  function pathOf({ before, curve, behind }) {
    return `M${[...before, curve[0]].map(word).join("L")}C${curve.slice(1).map(word).join(" ")}${behind.map((point) => `L${word(point)}`).join("")}`;
  }
  // The line of a strand and its arrow, as SVG paths.
  function wayOf(strand) {
    const b = places.get(strand.to), way = courseOf(strand);
    if (!strand.arrow) return { line: pathOf(way), arrow: null };
    const [[x, y], [endX, endY]] = [...way.curve, ...way.behind].slice(-2);
    const angle = Math.atan2(endY - y, endX - x), cos = Math.cos(angle), sin = Math.sin(angle);
    const back = 6 + strand.width, half = 2.4 + 0.7 * strand.width;
    const off = Math.sqrt(Math.max(1, b.size ** 2 - (endX - b.x) ** 2 - (endY - b.y) ** 2)) + 1;
    const tip = [endX - off * cos, endY - off * sin], base = [tip[0] - back * cos, tip[1] - back * sin];
    const corners = [1, -1].map((side) => [base[0] - half * sin * side, base[1] + half * cos * side]);
    if (way.behind.length) way.behind = [base]; else way.curve[3] = base;
    return { line: pathOf(way), arrow: `M${word(tip)}${corners.map((corner) => `L${word(corner)}`).join("")}Z` };
  }
  const courseOf = (strand) => course(places.get(strand.from), places.get(strand.to), strand.offset);
  const between = ([x, y], [u, v], share) => [x + (u - x) * share, y + (v - y) * share];
  // The point at a share of its curve; below 0 and above 1, of the level run there.
  function pointOn(strand, at = strand.at, { before, curve, behind } = courseOf(strand)) {
    let line = curve;
    if (at < 0) line = [between(curve[0], before[0], -at)];
    if (at > 1) line = [between(curve[3], behind[0], at - 1)];
    while (line.length > 1) line = line.slice(1).map((point, i) => between(line[i], point, at));
    return { x: line[0][0], y: line[0][1] };
  }

  // What lies in what, of what is shown: no fact of those drawn, and so no strand.
  const withinNow = () => picture.within.filter((pair) => pair.every((id) => shown.entities.has(id)));
  const wayWithin = (pair) => pathOf(course(...pair.map((id) => places.get(id)), 0));
  function drawWithin(context) {
    context.save();
    context.globalAlpha = view.chosen ? DIM : 1;
    context.strokeStyle = soft();
    context.lineWidth = 1;
    context.setLineDash(style.dots.split(" ").map(Number));
    for (const pair of withinNow()) context.stroke(new Path2D(wayWithin(pair)));
    context.restore();
  }

  // The strands with their counts clear of names, nodes and other counts, as `counts.spread` places them.
  const overlap = (one, two) => one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3];
  function withCounts(strands_) {
    if (isAsDrawn()) return strands_;
    const { size, clear, wide, tall, shares, runs, letters } = style.count;
    const taken = [...shown.entities].flatMap((id) => {
      const { x, y, size: radius } = places.get(id), label = labelOf(id);
      return [[x - radius, y - radius, x + radius, y + radius], ...(label ? [labelBox(label, label.size)] : [])];
    });
    for (const caption of captionPlaces) if (!caption.hidden) taken.push(labelBox(caption, caption.size));
    return strands_.map((strand) => {
      const signs = letters + (strand.facts.length > 1 ? String(strand.facts.length).length : 0);
      if (!signs) return strand;
      const way = courseOf(strand);
      const boxAt = (at) => {
        const { x, y } = pointOn(strand, at, way), far = wide * size * signs + clear, high = tall * size + clear;
        return [x - far, y - high, x + far, y + high];
      };
      const onCurve = shares.map((share) => strand.at + share).filter((at_) => at_ > 0 && at_ < 1);
      const onRuns = [...way.behind.flatMap(() => runs.map((share) => 1 + share)), ...way.before.flatMap(() => runs.map((share) => -share))];
      const at = [...onCurve, ...onRuns].find((at_) => !taken.some((box) => overlap(box, boxAt(at_)))) ?? strand.at;
      taken.push(boxAt(at));
      return { ...strand, at };
    });
  }

  // The network: vis keeps nodes and strands, finds what is pointed at, moves and zooms; how they look is told here.

  const outlines = new Map(Object.entries(style.entities).map(([type, { path }]) => [type, new Path2D(path)]));
  function nodeItem(id) {
    const { x, y, size } = places.get(id);
    return { id, x, y, size, shape: "custom", hidden: !shown.entities.has(id), ctxRenderer: drawNode };
  }
  function drawNode({ ctx, id, x, y }) {
    const { size } = places.get(id);
    const { hollow } = style.entities[entities[id].type];
    const colour = ink(style.countries[keyOf(id)]);
    const drawNode_ = () => {
      ctx.save();
      ctx.globalAlpha = bright && !bright.has(id) ? DIM * 1.6 : 1;
      ctx.translate(x, y);
      ctx.scale(size / 10, size / 10);
      ctx.fillStyle = hollow ? ground() : colour;
      ctx.strokeStyle = hollow ? colour : ground();
      ctx.lineWidth = ((hollow ? 2 : 1) * 10) / size;
      ctx.fill(outlines.get(entities[id].type));
      ctx.stroke(outlines.get(entities[id].type));
      ctx.restore();
    };
    return { drawNode: drawNode_, nodeDimensions: { width: 2 * size, height: 2 * size } };
  }
  function edgeItem(strand) {
    return {
      id: strand.id, from: strand.from, to: strand.to, width: strand.width, dashes: strand.plan ? dashOf(strand) : false,
      color: ink(style.facts[strand.kind]), arrows: strand.arrow ? "to" : "", facts: strand.facts.map((fact) => fact.id),
    };
  }
  let lines = new Map();
  // The edge that parts a wide strand from what it lies above.
  const widthOfEdge = ({ width }) => Math.round((width + 2 * style.edge) * 100) / 100;
  function drawStrand(context, id) {
    const { strand, line, arrow } = lines.get(id);
    const lifted = view.chosen && isTouched(strand);
    context.save();
    context.lineCap = "butt";
    context.setLineDash(dashOf(strand));
    if (strand.width > style.edged && (lifted || !view.chosen)) {
      context.strokeStyle = ground();
      context.lineWidth = widthOfEdge(strand);
      context.stroke(line);
    }
    context.globalAlpha = lifted ? 0.95 : view.chosen ? 0.06 : strand.opacity;
    context.strokeStyle = context.fillStyle = ink(style.facts[strand.kind]);
    context.lineWidth = strand.width;
    context.stroke(line);
    if (arrow) context.fill(arrow);
    context.restore();
  }
  const probe = document.createElement("canvas").getContext("2d");
  function isOnStrand(id, x, y) {
    probe.lineWidth = Math.max(lines.get(id).strand.width, 4 / Math.min(1, network.getScale()));
    return probe.isPointInStroke(lines.get(id).line, x, y);
  }
  function lookAfterStrands() {
    const [any] = Object.values(network.body.edges);
    if (!any) return;
    const edge = Object.getPrototypeOf(any);
    edge.draw = function draw_(context) { if (lines.has(this.id)) drawStrand(context, this.id); };
    edge.drawArrows = () => {};
    Object.getPrototypeOf(any.edgeType).getDistanceToEdge = function far(_x, _y, _toX, _toY, x, y) {
      return lines.has(this.id) && isOnStrand(this.id, x, y) ? 0 : Infinity;
    };
  }

  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let network = null;
  let shown = shownNow();
  let ties = strandsNow(shown.facts);

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
    return pair === pairOf(tie) || tie.from === entity || tie.to === entity;
  }

  let bright = null;
  function draw() {
    shown = shownNow();
    ties = strandsNow(shown.facts);
    arrange();
    ties = withCounts(ties);
    bright = chosenEntities();
    lines = new Map(ties.map((strand) => {
      const { line, arrow } = wayOf(strand);
      return [strand.id, { strand, line: new Path2D(line), arrow: arrow && new Path2D(arrow) }];
    }));
    nodes.update(drawnNodes.map(({ id }) => nodeItem(id)));
    edges.remove(edges.getIds().filter((id) => !lines.has(id)));
    edges.update(ties.map(edgeItem));
    if (network && fitted) fit();
  }

  // Names stand beside the nodes and take room: more of it, in the picture's own measure, the smaller the picture. The
  // whole stays in view when the window changes, until somebody zooms or moves it.
  let fitted = true;
  function fit() {
    fitted = true;
    const { clientWidth, clientHeight } = $("network");
    const all = bounds();
    // On a small screen not every name has room beside the nodes: better some that are cut than all too far away.
    const least = 0.4 * Math.min(clientWidth / (all.right - all.left), clientHeight / (all.bottom - all.top));
    let scale = 1.6, box = null;
    for (let round = 0; round < 12; round++) {
      box = bounds((label) => onScreen(label, scale) / scale);
      scale = Math.max(least, Math.min(1.6, clientWidth / (box.right - box.left + 40), clientHeight / (box.bottom - box.top + 40)));
    }
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
  }

  // The room that the nodes shown and their names take, the names in a size of the picture's own measure.
  function bounds(sizeOf = (label) => label.size, ids = shown.entities) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const include = (left, top, right, bottom) => {
      box.left = Math.min(box.left, left); box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, right); box.bottom = Math.max(box.bottom, bottom);
    };
    for (const id of ids) {
      const { x, y, size } = places.get(id);
      include(x - size, y - size, x + size, y + size);
      const label = labelOf(id);
      if (label) include(...labelBox(label, sizeOf(label)));
    }
    if (ids === shown.entities) for (const caption of captionPlaces) if (!caption.hidden) include(...labelBox(caption, sizeOf(caption)));
    return box.left === Infinity ? { left: -100, top: -100, right: 100, bottom: 100 } : box;
  }
  // Show some entities with their names.
  function fitTo(ids) {
    const box = bounds((label) => label.size, ids);
    const { clientWidth, clientHeight } = $("network");
    fitted = false;
    const scale = Math.min(1.6, clientWidth / (box.right - box.left + 60), clientHeight / (box.bottom - box.top + 60));
    network.moveTo({ position: { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 }, scale });
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
    .map(({ id, size }) => ({ id, size }))
    .sort((a, b) => (entities[b.id].label.bold ?? 0) - (entities[a.id].label.bold ?? 0) || b.size - a.size || compare(a.id, b.id));

  const usual = Math.max(0, ...ranked.map(({ id }) => entities[id].label.size).filter((size) => size < 13));

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
    for (const id of first) if (shown.entities.has(id) && entities[id].label) put(labelOf(id), id, Math.max(12, onScreen(entities[id].label, scale)));
    for (const caption of captionPlaces) if (!caption.hidden) put(caption, null, onScreen(caption, scale));
    const rest = ranked.map(({ id }) => id).filter((id) => shown.entities.has(id) && !first.includes(id));
    const inOrder_ = bright ? [...rest.filter((id) => bright.has(id)), ...rest.filter((id) => !bright.has(id))] : rest;
    for (const id of inOrder_) put(labelOf(id), id, onScreen(entities[id].label, scale));
    return chosen;
  }

  function drawNames(context) {
    const scale = network.getScale();
    context.save();
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const names = namesAt(scale);
    for (const { label, id, size } of names) {
      const dimmed = bright && (id ? !bright.has(id) : !view.focus);
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
    drawCounts(context, scale);
    context.restore();
    document.documentElement.dataset.drawn ??= String(Math.round(performance.now()));
  }

  // How many facts a line stands for, once there is room to read it.
  function drawCounts(context, scale) {
    const { size, halo, wideHalo } = style.count;
    if (size * scale < READABLE || view.chosen) return;
    context.textAlign = "center";
    context.font = `${Math.min(size, LARGEST / scale)}px ${style.fonts}`;
    context.strokeStyle = ground();
    context.globalAlpha = 1;
    for (const tie of ties) {
      if (tie.facts.length < 2) continue;
      const { x, y } = pointOn(tie);
      context.lineWidth = tie.width > size ? wideHalo : halo;
      context.fillStyle = ink(style.facts[tie.kind]);
      context.strokeText(String(tie.facts.length), x, y);
      context.fillText(String(tie.facts.length), x, y);
    }
  }

  // Tips: what the pointer is over

  function nameOf(fact, end) {
    return fact[`${end}Words`] ?? entities[fact[end]].name;
  }
  const inShort = (fact) => [fact.when, fact.status && style.statuses[fact.status].toLowerCase(), fact.amount].filter(Boolean).join(", ");
  const pairOfEdge = (id) => strands[id].pair;

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
    tip([name, `${style.entities[type].name}, ${style.countries[country].name}; ${counted(count, picture.counted.fact)}`], pointer.DOM);
  }
  function tipOfEdge({ edge, pointer }) {
    const told = lines.get(edge)?.strand.facts ?? [];
    if (!told.length) return;
    const said = told.slice(0, 4).map((fact) => `${style.facts[fact.kind].name}: ${fact.title}${inShort(fact) ? ` (${inShort(fact)})` : ""}`);
    if (told.length > 4) said.push(say("and {} more", told.length - 4));
    const pair = `${nameOf(told[0], "from")} – ${nameOf(told[0], "to")}`;
    tip([!told[0].plan ? pair : told.length > 1 ? say("{} (plans)", pair) : say("{} (a plan)", pair), ...said], pointer.DOM);
  }

  // The panel: an entity with its names and facts, or the facts between two

  function link(text, action) {
    return element("button", { class: "link", type: "button", text, click: action });
  }

  function entityLink(fact, end) {
    return link(nameOf(fact, end), () => choose({ entity: fact[end] }, { look: true }));
  }

  // "c1:65" is a chapter and a line of the text; another locator names the work looked up.
  const placesOf = (fact) => (fact.locator ?? []).map((one) => one.replace(/^c(\d+):(\d+)$/, (_, chapter, line) => say("chapter {}, line {}", chapter, line))).join("; ");
  const sourceName = (id) => (evidence[id]?.number ? say("Footnote {}", evidence[id].number).toLowerCase() : evidence[id]?.title ?? id);

  function sourceLine(id) {
    const source = evidence[id] ?? {};
    const parts = [source.author, source.title, source.outlet, source.year, source.page && say("p. {}", source.page)];
    const told = source.number ? `${say("Footnote {}", source.number)}: ` : "";
    const line = element("p", { class: "source", text: `${told}${parts.filter(Boolean).join(", ") || id}` });
    const safe = source.address && safeAddress(source.address);
    if (safe) line.append(" ", element("a", { href: safe, rel: "noopener noreferrer", target: "_blank", text: source.address }));
    else if (source.address) line.append(" ", source.address);
    if (source.other_addresses) line.append(` ${say("(printed as {} too)", source.other_addresses.join(say(" and ")))}`);
    return line;
  }

  function factItem(fact, seenFrom) {
    const item = element("li", { class: "fact", "data-fact": fact.id });
    item.style.borderLeftColor = ink(style.facts[fact.kind]);
    const kind = [style.facts[fact.kind].name, fact.what, fact.status && style.statuses[fact.status].toLowerCase()].filter(Boolean).join(say(", "));
    item.append(element("p", { class: "kind", text: kind }), element("p", {}, link(fact.title, () => follow(fact, seenFrom))));
    const ends = element("p", {}, entityLink(fact, "from"), fact.arrow ? " → " : " – ", entityLink(fact, "to"));
    item.append(ends);
    const details = [
      fact.when, fact.valid && say("valid {}", fact.valid), fact.announced,
      fact.amount, fact.quantity, fact.growth && say("growth: {}", fact.growth),
      [...(fact.goods ?? []), ...(fact.sectors ?? [])].join(say(", ")),
    ].filter(Boolean).join(say("; "));
    if (details) item.append(element("p", { text: details }));
    if (fact.document && evidence[fact.document]) item.append(element("p", { text: say("Document: {}", evidence[fact.document].title) }));
    if (Object.hasOwn(entities, fact.event ?? "")) item.append(element("p", {}, `${say("At")} `, link(entities[fact.event].name, () => choose({ entity: fact.event }, { look: true }))));
    if (fact.note) item.append(element("p", { class: "kind", text: `${fact.read ? `${say("Not stated outright by the source.")} ` : ""}${fact.note}` }));
    const told = placesOf(fact);
    if (told) item.append(element("p", { class: "source", text: say("Told in {}", told) }));
    for (const id of fact.sources) item.append(sourceLine(id));
    return item;
  }

  // Ties before structure and counts, each by time.
  const inOrder = (told) => told.sort((a, b) => (style.facts[a.kind].faint ?? 0) - (style.facts[b.kind].faint ?? 0)
    || (a.years?.[0] ?? 9999) - (b.years?.[0] ?? 9999) || compare(a.date ?? "", b.date ?? ""));

  // A click on a fact leads to its other end.
  function follow(fact, seenFrom) {
    choose({ entity: fact.from === seenFrom ? fact.to : fact.from }, { look: true });
  }

  function showPanel() {
    const panel = $("panel");
    panel.hidden = !view.chosen;
    if (!view.chosen) return panel.replaceChildren();
    const close = element("button", { class: "close", type: "button", "aria-label": say("Close"), text: "×", click: () => choose(null) });
    if (view.chosen.entity) {
      const told = entities[view.chosen.entity];
      const own = inOrder(shown.facts.filter((fact) => fact.from === view.chosen.entity || fact.to === view.chosen.entity));
      const names = element("dl");
      for (const [language, list] of Object.entries(told.names ?? {})) names.append(element("dt", { text: language }), element("dd", { text: list.join(", ") }));
      if (told.aliases) names.append(element("dt", { text: say("Also") }), element("dd", { text: told.aliases.join(", ") }));
      const about = [style.entities[told.type].name, told.what, style.countries[told.country].name, view.chosen.entity].filter(Boolean).join(say(", "));
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
        element("p", { class: "about", text: counted(between.length, picture.counted.fact) }),
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
    if (look && what?.entity) fitTo([...bright].filter((id) => shown.entities.has(id)));
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
    entries.push({ box, group, key, refresh: () => { const now = count(); tally.textContent = typeof now === "number" ? number(now) : now; label.classList.toggle("none", !now); } });
  }

  function symbol(path, fill, line, size = 16) {
    const made = shape("svg", { width: size, height: size, viewBox: "-13 -13 26 26", "aria-hidden": "true" });
    made.append(shape("path", { d: path, fill, stroke: line, "stroke-width": 2.5 }));
    return made;
  }
  function lineSample(colour, firm, plans) {
    const made = shape("svg", { width: 30, height: 10, viewBox: "0 0 30 10", "aria-hidden": "true" });
    const put = (y, dash) => made.append(shape("line", { x1: 0, y1: y, x2: 30, y2: y, stroke: colour, "stroke-width": 2, ...(dash ? { "stroke-dasharray": dash } : {}) }));
    if (firm) put(plans ? 2.5 : 5);
    if (plans) put(firm ? 7.5 : 5, dashOf({ plan: true, width: 2 }).join(" "));
    return made;
  }
  const present = (order, values) => { const there = new Set(values); return Object.keys(order).filter((key) => there.has(key)); };

  function buildLegend() {
    entries.length = 0;
    for (const list of ["fact-types", "entity-types", "countries", "statuses"]) $(list).replaceChildren();
    for (const kind of present(style.facts, facts.map((fact) => fact.kind))) {
      const told = style.facts[kind], own = facts.filter((fact) => fact.kind === kind);
      const sample = lineSample(ink(told), own.some((fact) => !fact.plan), own.some((fact) => fact.plan));
      entry("fact-types", "fact", kind, told.name, sample, () => {
        const now = own.filter((fact) => passes(fact, "fact")), plans = now.filter((fact) => fact.plan).length;
        if (now.length) sample.replaceChildren(...lineSample(ink(told), now.length > plans, plans).childNodes);
        return plans ? `${number(now.length - plans)} + ${number(plans)}` : now.length;
      });
    }
    const all = Object.values(entities);
    for (const country of present(style.countries, Object.keys(entities).map(keyOf))) {
      const colour = ink(style.countries[country]);
      const tally = element("span", { class: "count" });
      $("countries").append(element("li", { class: "swatch", "data-country": country }, symbol("M-9 0A9 9 0 1 1 9 0A9 9 0 1 1 -9 0Z", colour, colour, 12), style.countries[country].name, tally));
      entries.push({ refresh: () => { tally.textContent = number([...shown.entities].filter((id) => keyOf(id) === country).length); } });
    }
    for (const type of present(style.entities, all.map((one) => one.type))) {
      const told = style.entities[type];
      entry("entity-types", "entity", type, told.name, symbol(told.path, told.hollow ? "none" : soft(), soft()), () => countOfType(type));
    }
    for (const status of present(style.statuses, facts.map((fact) => fact.status ?? ""))) {
      const sample = style.plans.includes(status) ? lineSample(soft(), false, true) : status === "ended" ? lineSample(soft(), true, false) : "";
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
    $("back").hidden = !picture.regions;
    if (!regionsOpen()) $("subtitle").textContent = view.regions ? pairName(view.regions) : picture.subtitle;
    $("focus").setAttribute("aria-pressed", String(view.focus));
    for (const one of entries) one.refresh();
    $("undated-count").textContent = number(facts.filter((fact) => !fact.years && passes(fact, "years")).length);
    const whole = Object.keys(entities).length;
    const part = shown.entities.size < whole || shown.facts.length < facts.length;
    $("totals").textContent = `${counted(shown.entities.size, picture.counted.entity)}${say(", ")}${counted(shown.facts.length, picture.counted.fact)}`
      + (part ? ` ${say("(of {} and {})", number(whole), number(facts.length))}` : "") + (amiss() ? `${say("; ")}${amiss()}` : "");
    showPanel();
    if ($("facts").open) fillTable();
    remember();
  }

  // Why there is nothing to see.
  function amiss() {
    if (view.from !== null && view.to !== null && view.from > view.to) return say("the first year is after the last");
    if (!facts.length) return say("No facts found").toLowerCase();
    return shown.facts.length ? "" : say("no fact fits these filters");
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
    Object.assign(view, { from: null, to: null, undated: true, chosen: keep ? view.chosen : null, focus: false, regions: null });
    if (!keep) { moved.clear(); fitted = true; }
    setControls();
    refresh();
    if (!keep) fit();
  }
  $("reset").addEventListener("click", () => { $("search").value = ""; closeHits(); reset(); });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (view.chosen) { view.focus = false; choose(null); refresh(); }
    else if (view.regions) openRegions();
  });
  $("focus").addEventListener("click", () => { view.focus = !view.focus && view.chosen !== null; fitted = true; refresh(); });

  // Arrow keys go from node to node: to the nearest that lies in their direction.
  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  $("network").addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const here = view.chosen?.entity;
    const others = [...shown.entities].filter((id) => id !== here);
    if (!here) return choose({ entity: ranked.find(({ id }) => shown.entities.has(id))?.id ?? others[0] });
    const { x, y } = places.get(here);
    const costs = others.map((id) => {
      const dx = places.get(id).x - x, dy = places.get(id).y - y;
      const along = dx * direction[0] + dy * direction[1], aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      return [along > 0 ? along + 3 * aside : Infinity, id];
    }).filter(([cost]) => cost < Infinity).sort(([a, one], [b, two]) => a - b || compare(one, two));
    if (costs.length) choose({ entity: costs[0][1] });
  });

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
    if (!found.length && key.length > 3) found.push(...slips(key));
    return found.sort((a, b) => a.rank - b.rank || places.get(b.id).size - places.get(a.id).size || compare(a.name, b.name)).slice(0, 30);
  }
  // Names that a slip or two would make of what was typed, by edit distance with neighbours swapped.
  function slips(key) {
    const most = key.length < 7 ? 1 : 2;
    const near = (form) => Math.min(...[form, form.slice(0, key.length)].map((text) => distance(key, text, most)));
    return searchKeys().map(({ id, name, forms }) => {
      const [rank, as] = forms.map(([form, told]) => [near(form), told]).sort((a, b) => a[0] - b[0])[0];
      return { id, name, rank: rank + 3, as };
    }).filter(({ rank }) => rank <= most + 3);
  }
  function distance(one, two, most) {
    if (Math.abs(one.length - two.length) > most) return most + 1;
    let older = [], row = [...two].map((_, i) => i).concat(two.length);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= two.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) next[j] = Math.min(next[j], older[j - 2] + 1);
      }
      [older, row] = [row, next];
    }
    return row[two.length];
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
    at = place;
    closeHits();
    closeRegions();
    choose({ entity: hit.id }, { look: true });
  }
  $("search").addEventListener("input", () => {
    hits = find($("search").value);
    $("hits").replaceChildren(...hits.map((hit, place) => element(
      "li", { id: `hit-${place}`, role: "option", "aria-selected": "false", "data-id": hit.id, click: () => take(place) },
      hit.name.slice(0, 200), hit.as !== hit.name ? element("small", { text: hit.as.slice(0, 200) }) : "",
    )));
    if (!hits.length && $("search").value.trim()) $("hits").append(element("li", { text: say("Nothing here has that name") }));
    $("hits").hidden = !$("search").value.trim();
    $("search").setAttribute("aria-expanded", String(!$("hits").hidden));
    mark(hits.length ? 0 : -1);
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && hits.length) mark((at + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length) mark((at - 1 + hits.length) % hits.length);
    else if (event.key === "Enter" && $("hits").hidden) take((at + 1) % hits.length);
    else if (event.key === "Enter") take(at);
    else if (event.key === "Escape" && !$("hits").hidden) closeHits();
    else return;
    event.preventDefault();
  });
  // A click on a hit blurs first; who is back by then goes on typing.
  $("search").addEventListener("blur", () => setTimeout(() => { if (document.activeElement !== $("search")) closeHits(); }, 150));

  // The table of what is shown

  const COLUMNS = {
    from: (fact) => nameOf(fact, "from"), kind: (fact) => style.facts[fact.kind].name, to: (fact) => nameOf(fact, "to"),
    title: (fact) => fact.title, date: (fact) => fact.date ?? "", status: (fact) => (fact.status ? style.statuses[fact.status] : ""),
    amount: (fact) => fact.amount ?? "", source: (fact) => [placesOf(fact), ...fact.sources.map((id) => sourceName(id))].filter(Boolean).join("; "),
  };
  const HEADS = {
    from: say("From"), kind: say("Fact"), to: say("To"), title: say("What it says"), date: say("Date"), status: say("Status"),
    amount: say("Amount"), source: say("Source"),
  };
  const sorting = { by: null, down: false };
  function rowsInOrder() {
    if (!sorting.by) return shown.facts;
    const told = COLUMNS[sorting.by], way = sorting.down ? -1 : 1;
    // What is empty comes last; amounts of one currency stand together.
    if (sorting.by !== "amount") return [...shown.facts].sort((a, b) => Number(!told(a)) - Number(!told(b)) || way * compare(told(a), told(b)));
    return [...shown.facts].sort((a, b) => Number(a.sum === undefined) - Number(b.sum === undefined)
      || compare(a.currency ?? "", b.currency ?? "") || way * ((a.sum ?? 0) - (b.sum ?? 0)));
  }
  function sortBy(name) {
    Object.assign(sorting, { down: sorting.by === name && !sorting.down, by: name });
    fillTable();
  }
  function fillTable() {
    const head = element("thead", {}, element("tr", {}, ...Object.keys(COLUMNS).map((name) => element(
      "th", { scope: "col", "aria-sort": sorting.by === name ? (sorting.down ? "descending" : "ascending") : "none" },
      element("button", { class: "sort", type: "button", text: HEADS[name], click: () => sortBy(name) }),
    ))));
    const rows = rowsInOrder().map((fact) => element("tr", { "data-fact": fact.id }, ...Object.entries(COLUMNS).map(([name, told]) => (
      name === "from" || name === "to" ? element("td", {}, entityLink(fact, name)) : element("td", { text: name === "date" ? fact.when ?? "" : told(fact) })))));
    $("table").replaceChildren(element("table", {}, element("caption", { text: $("totals").textContent }), head, element("tbody", {}, ...rows)));
  }
  // A cell that a spreadsheet would take for a formula begins with an apostrophe.
  const cell = (text) => `"${String(text).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;
  function csv() {
    const rows = rowsInOrder().map((fact) => [fact.id, ...Object.values(COLUMNS).map((told) => told(fact))]);
    return [["Id", ...Object.values(HEADS)], ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
  }
  $("csv").addEventListener("click", () => save(new Blob(["\ufeff", csv(), "\r\n"], { type: "text/csv" }), "csv"));
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
    if (view.focus) parts.set("focus", "yes");
    if (view.regions) parts.set("regions", view.regions.join("|"));
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
    view.chosen = entity && Object.hasOwn(entities, entity) ? { entity } : pair && strands.some((strand) => strand.pair === pair) ? { pair } : null;
    view.focus = parts.get("focus") === "yes" && view.chosen !== null;
    const regions = (parts.get("regions") ?? "").split("|");
    view.regions = regions.length === 2 && facts.some((fact) => isBetween(fact, ...regions)) ? regions : null;
    if (location.hash.length > 1) closeRegions();
    setControls();
  }
  window.addEventListener("hashchange", () => { recall(); refresh(); });

  // The still: the drawing that Python wrote, with what is hidden left out and what is moved in its new place

  const drawing = new DOMParser().parseFromString(picture.still, "image/svg+xml").documentElement;
  const isAsDrawn = () => shown.facts.length === facts.length && shown.entities.size === drawnNodes.length && !moved.size;

  function still() {
    if (regionsOpen()) return regionsDrawing.cloneNode(true);
    const root = drawing.cloneNode(true);
    if (isAsDrawn()) return root;
    const each = (name, action) => { for (const part of root.querySelectorAll(`[data-${name}]`)) action(part, part.getAttribute(`data-${name}`)); };
    const move = (part, dx, dy) => { if (dx || dy) part.setAttribute("transform", `translate(${dx} ${dy})`); };
    const now = new Map(ties.map((strand) => [strand.id, strand]));
    each("strand", (part, id) => {
      const strand = now.get(Number(id));
      if (!strand) return part.remove();
      const { line, arrow } = wayOf(strand);
      const path = part.querySelector(".line"), edge = part.querySelector(".edge");
      if (strand.width <= style.edged) edge?.remove();
      for (const one of [path, edge].filter(Boolean)) {
        one.setAttribute("d", line);
        one.setAttribute("stroke-width", one === edge ? widthOfEdge(strand) : strand.width);
        if (strand.plan) one.setAttribute("stroke-dasharray", dashOf(strand).join(" "));
      }
      path.setAttribute("stroke-opacity", strand.opacity);
      if (arrow) part.querySelector(".arrow").setAttribute("d", arrow);
      part.setAttribute("data-facts", strand.facts.map((fact) => fact.id).join(" "));
    });
    each("within", (part, place) => {
      const pair = picture.within[Number(place)];
      if (withinNow().includes(pair)) part.setAttribute("d", wayWithin(pair)); else part.remove();
    });
    each("lying", (part) => { if (!withinNow().length) part.remove(); });
    each("count", (part, id) => {
      const strand = now.get(Number(id));
      const text = part.firstElementChild, letter = /^[a-z]?/.exec(text.textContent)[0];
      if (!strand || !(letter || strand.facts.length > 1)) return part.remove();
      const was = pointHome(strands[id]), is = pointOn(strand);
      move(part, round(is.x - was.x), round(is.y - was.y));
      text.textContent = letter + (strand.facts.length > 1 ? strand.facts.length : "");
    });
    for (const name of ["id", "name"]) {
      each(name, (part, id) => {
        if (!shown.entities.has(id)) return part.remove();
        move(part, places.get(id).x - homes.get(id).x, places.get(id).y - homes.get(id).y);
      });
    }
    each("caption", (part, place) => {
      const caption = captionPlaces[Number(place)];
      if (caption.hidden) return part.remove();
      [...part.children].forEach((text, line) => { text.textContent = clean(caption.lines[line] ?? ""); });
      move(part, 0, caption.y - picture.captions[Number(place)].y);
    });
    each("numbered", (part, id) => { if (!shown.entities.has(id)) part.remove(); });
    tellCounts(root, each);
    const [left, top, wide, tall] = drawing.getAttribute("viewBox").split(" ").map(Number);
    const box = bounds();
    const [up, down] = [box.top - picture.box[1], box.bottom - picture.box[3]].map(Math.round);
    move(root.querySelector(".head"), 0, up);
    for (const name of [".legend", ".credit"]) move(root.querySelector(name), 0, down);
    const more = tellChanged(root);
    const x = Math.min(left, Math.floor(box.left - 24)), right = Math.max(left + wide, Math.ceil(box.right + 24));
    const frame = { x, y: top + up, width: right - x, height: tall + down - up + more };
    for (const [name, value] of Object.entries(frame)) root.querySelector("rect").setAttribute(name, value);
    root.setAttribute("viewBox", Object.values(frame).join(" "));
    const scale = parseFloat(drawing.getAttribute("width")) / wide, unit = /[a-z]*$/.exec(drawing.getAttribute("width"))[0];
    root.setAttribute("width", `${round(frame.width * scale)}${unit}`);
    root.setAttribute("height", `${round(frame.height * scale)}${unit}`);
    return root;
  }
  // The command makes what was drawn at first, so the still says that it was changed since; how much taller that makes it.
  function tellChanged(root) {
    root.querySelector("desc").textContent += `; ${style.filters.changed}`;
    const credit = root.querySelector(".credit"), last = credit.lastElementChild, size = parseFloat(credit.getAttribute("font-size"));
    if (!last) return 0;
    const line = credit.appendChild(last.cloneNode(false));
    line.textContent = `${style.filters.changed[0].toUpperCase()}${style.filters.changed.slice(1)}`;
    line.setAttribute("y", round(parseFloat(last.getAttribute("y")) + 1.3 * size));
    return Math.ceil(1.3 * size);
  }
  function pointHome(strand) {
    const now = places;
    places = homes;
    const point = pointOn(strand);
    places = now;
    return point;
  }

  // The legend and the subtitle tell what is shown now.
  function tellCounts(root, each) {
    const ids = [...shown.entities];
    const plans = shown.facts.filter((fact) => fact.plan).length;
    each("kind", (part, kind) => {
      if (part.hasAttribute("data-strand")) return;
      const own = shown.facts.filter((fact) => fact.kind === kind), planned = own.filter((fact) => fact.plan).length;
      if (!own.length) return part.remove();
      for (const line of part.querySelectorAll("line")) if (line.hasAttribute("stroke-dasharray") ? !planned : planned === own.length) line.remove();
      const text = part.querySelector("text");
      const [, name, word_] = /^(.*?) [\d,\u00a0]+(?: \+ [\d,\u00a0]+ (.*))?$/.exec(text.textContent);
      text.textContent = `${name} ${number(own.length - planned)}${planned ? ` + ${number(planned)} ${word_}` : ""}`;
    });
    const count = (part, many) => {
      if (!many) return part.remove();
      const text = part.querySelector("text");
      text.textContent = text.textContent.replace(/[\d,\u00a0]+$/, number(many));
    };
    each("country", (part, code) => count(part, ids.filter((id) => keyOf(id) === code).length));
    each("entity", (part, type) => count(part, ids.filter((id) => entities[id].type === type).length));
    each("status", (part) => { if (!ties.some((strand) => strand.opacity === style.ended)) part.remove(); });
    each("width", (part) => { if (!shown.facts.some((fact) => fact.wide)) part.remove(); });
    const told = root.querySelector("[data-told]");
    told.textContent = style.counted.map((words) => factsAndPlans(shown.facts.length - plans, plans, words)).join(" · ") + filterWords();
    for (const more of [...root.querySelectorAll("[data-told]")].slice(1)) more.remove();
  }

  function factsAndPlans(firm, plans, { language, and, fact, plan }) {
    return [firm && counted(firm, fact, language), plans && counted(plans, plan, language)].filter(Boolean).join(and);
  }

  // By region: the matrix and the ribbons, each cell and ribbon leading to its own picture

  const regionsDrawing = picture.regions && new DOMParser().parseFromString(picture.regions, "image/svg+xml").documentElement;
  const regionsOpen = () => regionsDrawing !== null && !$("regions").hidden;
  // Filters act on the network alone, so they are out of sight beside the regions, which show everything.
  function showRegions(open) {
    $("regions").hidden = !open;
    document.body.classList.toggle("regions", open);
    $("back").textContent = open ? say("Every entity") : say("By region");
    $("subtitle").textContent = open ? picture.regionsSubtitle : picture.subtitle;
  }
  function closeRegions() { if (regionsDrawing) showRegions(false); }
  function openRegions() {
    if (!regionsDrawing) return;
    reset();
    showRegions(true);
  }
  // The page has title, subtitle and credit itself: they stand once.
  function withoutHead(live) {
    const credit = live.querySelector(".credit"), first = live.querySelector(".head text:not([data-head])");
    const down = (text) => parseFloat(text.getAttribute("y")), high = (text) => parseFloat(text.getAttribute("font-size"));
    const [left, top, wide, tall] = live.getAttribute("viewBox").split(" ").map(Number);
    const start = down(first) - 2 * high(first), line = credit.querySelector("text");
    const end = line ? down(line) - high(line) : top + tall;
    live.setAttribute("viewBox", [left, start, wide, end - start].join(" "));
    for (const part of [...live.querySelectorAll("[data-head]"), credit]) part.remove();
  }
  function openPair(target) {
    const part = target.closest("[data-by]");
    if (!part) return;
    closeRegions();
    Object.assign(view, { regions: [part.getAttribute("data-by"), part.getAttribute("data-cn")], chosen: null });
    fitted = true;
    refresh();
  }
  if (regionsDrawing) {
    const live = $("regions").appendChild(document.importNode(regionsDrawing, true));
    live.removeAttribute("height");
    withoutHead(live);
    for (const part of live.querySelectorAll("[data-by]")) Object.entries({ tabindex: 0, role: "link" }).forEach(([name, value]) => part.setAttribute(name, value));
    live.addEventListener("click", (event) => openPair(event.target));
    live.addEventListener("keydown", (event) => { if (event.key === "Enter") openPair(event.target); });
    showRegions(true);
  }
  $("back").addEventListener("click", () => (regionsOpen() ? closeRegions() : openRegions()));

  const pairName = (ids) => ids.map((id) => picture.regionNames[id] ?? id).join(" – ");
  function filterWords() {
    const words = [];
    if (view.from !== null || view.to !== null) words.push(style.filters["years {}"].replaceAll("{}", `${view.from ?? "…"}–${view.to ?? "…"}`));
    if (!view.undated) words.push(style.filters["dated facts only"]);
    if (view.regions) words.push(pairName(view.regions));
    const without = [...view.off.fact].map((key) => style.facts[key]?.name).concat([...view.off.entity].map((key) => style.entities[key]?.name), [...view.off.status].map((key) => style.statuses[key]));
    if (without.length) words.push(style.filters["without {}"].replaceAll("{}", without.filter(Boolean).join(say(", ")).toLowerCase()));
    return ["", ...words].join(say("; "));
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
    const made = still();
    const [, , wide, tall] = made.getAttribute("viewBox").split(" ").map(Number);
    const width = Math.round((Number($("print-width").value) / MM_PER_INCH) * DPI);
    const scale = Math.min(width / wide, Math.sqrt(MOST_PIXELS / (wide * tall)));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(made))}`;
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
    $("theme").textContent = dark ? say("Light") : say("Dark");
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
  lookAfterStrands();
  network.on("beforeDrawing", drawWithin);
  network.on("afterDrawing", drawNames);
  network.on("hoverNode", tipOfNode);
  network.on("hoverEdge", tipOfEdge);
  network.on("click", ({ nodes: [node], edges: [edge], pointer }) => {
    const entity = node ?? nearestTo(pointer.canvas);
    choose(entity ? { entity } : edge ? { pair: pairOfEdge(edge) } : null);
  });
  // In a picture that is seen from afar nodes are dots: a click so near goes to the nearest.
  function nearestTo({ x, y }) {
    const far = (id) => Math.hypot(places.get(id).x - x, places.get(id).y - y);
    const near = [...shown.entities].filter((id) => far(id) * network.getScale() < REACH);
    return near.length ? near.reduce((one, other) => (far(other) < far(one) ? other : one)) : null;
  }
  for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(event, () => { $("tip").hidden = true; });
  network.on("dragging", ({ nodes: [id] }) => { if (id) follow_(id); });
  network.on("dragEnd", ({ nodes: [id] }) => { if (id) { follow_(id); draw(); } });
  for (const event of ["zoom", "dragStart"]) network.on(event, () => { fitted = false; });
  network.on("resize", () => requestAnimationFrame(() => { if (fitted) fit(); }));  // vis moves it once more after telling
  // A node that is moved takes its name and its strands along.
  function follow_(id) {
    const { x, y } = network.getPositions([id])[id];
    moved.set(id, { x: Math.round(x), y: Math.round(y) });
    places.set(id, { ...places.get(id), ...moved.get(id), gate: Math.round(x) });
    for (const strand of ties) {
      if (strand.from !== id && strand.to !== id) continue;
      const { line, arrow } = wayOf(strand);
      lines.set(strand.id, { strand, line: new Path2D(line), arrow: arrow && new Path2D(arrow) });
    }
  }
  fit();
  window.bycn = { network, nodes, edges, view, namesAt, shownNow, reset, still, counts: () => ties.filter((tie) => tie.facts.length > 1).map((tie) => [tie.id, tie.facts.length, pointOn(tie)]), placesNow: () => Object.fromEntries(places), strands: () => ties.map((strand) => ({ ...edgeItem(strand), plan: strand.plan, kind: strand.kind, ...wayOf(strand) })), positions: () => network.getPositions() };
})();
