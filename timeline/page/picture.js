"use strict";
// The picture: where each event stands, in which ink, and what wheel, pointers and keys do with it. Doubt is pale, hollow or
// dashed, an open end an arrow; what lasts is solid. Pixels are counted from the first day of the axis and the top of the lanes.

const [POINT, DOUBT, SOLID] = [0, 1, 2]; // the inks of a piece of a date

class Picture {
  static HEAD = 42;
  static #ROW = 22;
  static #HOLLOW = 10; // a doubtful span that is narrower becomes a hollow mark
  static #SHORTEST = 90; // a piece of a label that says anything
  #pointers = new Map();
  #engaged = false; // the wheel zooms from when somebody reaches into the picture until they leave it
  lanes = [];

  constructor(page, { open, choose }) {
    Object.assign(this, page, { open, choose, context: page.canvas.getContext("2d", { alpha: false }) });
    const family = getComputedStyle(document.body).fontFamily;
    this.fonts = [`13px ${family}`, `600 13px ${family}`, `11px ${family}`];
    this.readPaint();
    new ResizeObserver(() => (this.frame.clientWidth === this.width ? this.draw() : this.show(this.lanes, this.cutting))).observe(page.frame);
    page.frame.addEventListener("scroll", () => this.draw());
    const on = (names, does) => names.split(" ").forEach((name) => page.canvas.addEventListener(name, does, { passive: false }));
    on("wheel", (e) => this.#wheel(e));
    on("pointerdown", (e) => this.#down(e));
    on("pointermove", (e) => this.#move(e));
    on("pointerup pointercancel", (e) => this.#up(e));
    on("pointerleave", () => { this.#engaged = false; this.#point(null); });
    on("keydown", (e) => this.#key(e));
  }

  /** Read the colours of the style: they change with the system's. */
  readPaint() {
    const style = getComputedStyle(document.documentElement);
    this.paint = Object.fromEntries(["ink", "soft", "line", "wash", "paper"].map((name) => [name, style.getPropertyValue(`--${name}`)]));
    this.colours = Array.from({ length: 7 }, (_, number) => style.getPropertyValue(`--c${number}`));
    this.draw();
  }

  /** Show lanes of events, each in the order of time, on an axis of their own, with long silences cut or not. */
  show(lanes, cutting) {
    Object.assign(this, { lanes, cutting, width: this.frame.clientWidth, order: [...new Set(lanes.flatMap((lane) => lane.events))], layout: null });
    this.order.sort((one, other) => one.place - other.place);
    this.gutter = lanes[0]?.name && this.width > 640 ? 150 : 0;
    this.inner = this.width - this.gutter - 24; // 12 pixels stand before the first day and behind the last
    if (this.order.length) {
      this.axis = new Axis(this.order.flatMap((event) => event.busy), cutting ? Math.max(Math.floor(this.inner / 90) - 1, 0) : 0);
      for (const piece of this.order.flatMap((event) => event.pieces)) {
        piece.from = piece.first === null ? null : this.axis.place(piece.first);
        piece.to = piece.last === null ? null : this.axis.place(piece.last, 1);
      }
      [this.least, this.greatest] = this.axis.scales(this.inner);
      for (const [number, lane] of lanes.entries()) Object.assign(lane, { items: lane.events.map((event) => ({ event, lane: number })), rows: 0 });
      this.zoomTo(this.least, -12);
    }
    this.tall.style.height = `${Picture.HEAD + (this.layout?.height ?? 0) + 4}px`;
    this.draw();
  }

  /** Make a day so many pixels wide, and begin at that pixel of the axis. */
  zoomTo(scale, offset) {
    this.scale = Math.min(Math.max(scale, this.least), this.greatest);
    this.#arrange();
    this.panTo(offset);
  }

  zoom(factor, x = this.gutter + this.inner / 2) {
    if (!this.layout) return;
    const fixed = this.axis.placeAt(this.offset + x - this.gutter, this.scale);
    const scale = Math.min(Math.max(this.scale * factor, this.least), this.greatest);
    this.zoomTo(scale, Axis.pixels(fixed, scale) - x + this.gutter);
  }

  panTo(offset) {
    const room = this.layout.end - this.inner;
    this.offset = room > 1 ? Math.min(Math.max(offset, -12), room + 12) : room / 2 - 12;
    this.draw();
  }

  draw() {
    this.queued ??= requestAnimationFrame(() => this.drawNow());
  }

  /** Choose an event, and bring it into sight. */
  reveal(event) {
    this.chosen = event;
    if (!this.layout) return;
    const item = this.layout.items.find((one) => one.event === event), at = item?.x0 ?? Axis.pixels(this.axis.place(event.day), this.scale);
    if (at < this.offset || at > this.offset + this.inner - 40) this.panTo(at - this.inner / 3);
    const y = item?.y - this.frame.scrollTop;
    if (y < 0 || y > this.frame.clientHeight - Picture.HEAD - 20) this.frame.scrollTop = item.y - this.frame.clientHeight / 2;
    this.draw();
  }

  /** Put the events of each lane into rows. How many rows a lane has is settled when all of it is in sight. */
  #arrange() {
    const many = this.lanes.length, head = this.lanes[0].name && !this.gutter ? 20 : 0;
    this.layout = { end: this.axis.width(this.scale), items: [], height: 0 };
    for (const lane of this.lanes) {
      // A crowd is told by ticks, not by a wall of marks.
      const most = many === 1 ? 22 : many < 5 ? 9 : many < 13 ? 5 : 3, crowd = lane.events.length > (most * this.layout.end) / 8;
      const [items, rest, used] = this.#rows(lane.items, lane.rows || (crowd ? Math.ceil(most / 2) : most));
      if (!lane.rows) Object.assign(lane, { rows: used, strip: rest.length * 4 > lane.items.length ? 44 : rest.length ? 12 : 0 });
      lane.top = this.layout.height;
      this.layout.height += head + lane.rows * Picture.#ROW + lane.strip + 8;
      for (const item of items) {
        item.y = lane.top + head + 4 + (item.row + 0.5) * Picture.#ROW;
        this.layout.items.push(item);
      }
      lane.ticks = new Map();
      for (const { x0, x1 } of rest) {
        const at = Math.floor((x0 + x1) / 6);
        lane.ticks.set(at, (lane.ticks.get(at) ?? 0) + 1);
      }
    }
  }

  /** The items in rows: one that finds a free row has its label; else it cuts short that of another, or is a tick. */
  #rows(items, limit) {
    const { end } = this.layout, marks = [], labels = [], last = [], placed = [], rest = [];
    const longest = Math.min(420, 0.55 * this.width);
    const free = (until) => {
      for (let row = 0; row < labels.length; row += 1) if (labels[row] <= until) return row;
      return labels.length < limit ? labels.length : -1;
    };
    for (const item of items) {
      this.#extent(item);
      let row = free(item.x0);
      const full = row < 0 ? 0 : Math.min(this.#measured(item.event), longest), before = item.x0 - 5 - full;
      // Where the axis ends, the label stands before the mark.
      const flipped = row >= 0 && item.x1 + 5 + full > end + 12 && before > -8 && free(before) >= 0;
      if (flipped) row = free(before);
      if (row < 0) {
        row = 0;
        for (let other = 1; other < marks.length; other += 1) if (marks[other] < marks[row]) row = other;
        if (marks[row] > item.x0) {
          rest.push(item);
          continue;
        }
        const cut = last[row], left = item.x0 - 8 - cut.labelAt;
        if (!cut.inside && cut.label > left) cut.label = left < Picture.#SHORTEST ? 0 : left;
      }
      item.row = row;
      item.label = full || Math.min(this.#measured(item.event), longest);
      item.labelAt = flipped ? before : item.x1 + 5;
      item.inside = item.event.pieces.find((piece) => piece.ink !== POINT && !piece.rival && this.#end(piece) - this.#start(piece) > item.label + 12);
      if (item.inside) item.labelAt = this.#start(item.inside) + 6;
      else if (!flipped && item.labelAt + item.label > end + 12) item.label = Math.max(end + 12 - item.labelAt, 0);
      if (item.label < Picture.#SHORTEST && item.label < this.#measured(item.event)) item.label = 0;
      marks[row] = item.x1 + 3;
      labels[row] = Math.max(item.x1, item.labelAt + item.label) + 12;
      last[row] = item;
      placed.push(item);
    }
    return [placed, rest, labels.length];
  }

  /** From where to where an item is drawn. */
  #extent(item) {
    item.x0 = Infinity;
    item.x1 = -Infinity;
    for (const piece of item.event.pieces) {
      const x0 = this.#start(piece), x1 = this.#end(piece), half = piece.ink === POINT || (piece.ink === DOUBT && x1 - x0 < Picture.#HOLLOW) ? 5 : (x1 - x0) / 2;
      item.x0 = Math.min(item.x0, (x0 + x1) / 2 - half);
      item.x1 = Math.max(item.x1, (x0 + x1) / 2 + half, x0 + 6);
    }
  }

  #start({ from }) {
    return from ? Axis.pixels(from, this.scale) : -12;
  }

  #end({ to }) {
    return to ? Axis.pixels(to, this.scale) : this.layout.end + 12;
  }

  #measured(event) {
    return (event.measured ??= this.measure(event.label) + 1);
  }

  /** Draw what is in sight. */
  drawNow() {
    this.queued = undefined;
    const { canvas, context, paint, frame: { scrollTop }, width, gutter } = this, { HEAD } = Picture;
    const ratio = devicePixelRatio || 1, height = Math.min(this.frame.clientHeight, this.tall.offsetHeight);
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
      canvas.style.height = `${height}px`;
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#box(0, 0, width, height, { fill: paint.paper });
    if (!this.layout) return;
    const at = (x) => gutter + x - this.offset, down = (y) => HEAD + y - scrollTop;
    const ticks = this.axis.ticks(this.scale, this.offset, this.offset + width - gutter), breaks = this.axis.breaks(this.scale);
    this.#clip(gutter, HEAD, () => {
      this.lanes.forEach(({ top }, number) => number % 2 && this.#box(gutter, down(top), width, down(this.lanes[number + 1]?.top ?? this.layout.height) - down(top), { fill: paint.wash }));
      for (const { x, bare } of ticks.flatMap((stretch) => stretch.ticks)) if (!bare) this.#line([at(x), HEAD, at(x), height], { stroke: paint.line });
      for (const { x } of breaks) this.#box(at(x) + 16, HEAD, Axis.GAP - 32, height, { fill: paint.line, alpha: 0.45 });
      const seen = this.layout.items.filter((item) => Math.abs(down(item.y) - height / 2) < height / 2 + 20
        && at(Math.min(item.x0, item.labelAt)) < width && at(Math.max(item.x1, item.labelAt + item.label)) > gutter);
      for (const item of seen) this.#marks(item, at, down(item.y));
      for (const item of seen) this.#label(item, at, down(item.y));
      for (const lane of this.lanes) for (const [place, count] of lane.ticks) {
        const tall = Math.min(2 + (lane.strip > 20 ? 6 : 2.5) * Math.log2(1 + count), lane.strip - 2);
        const floor = down(lane.top) + (this.gutter || !lane.name ? 0 : 20) + lane.rows * Picture.#ROW + lane.strip + 4;
        this.#box(at(place * 3), floor - tall, 2, tall, { fill: paint.soft, alpha: 0.75 });
      }
    });
    this.#clip(0, HEAD, () => this.lanes.forEach((lane, number) => {
      const y = down(lane.top), until = down(this.lanes[number + 1]?.top ?? this.layout.height);
      if (!lane.name || y > height || until < HEAD) return;
      this.#line([0, y, width, y], { stroke: paint.line });
      const name = gutter ? Math.max(y + 17, Math.min(HEAD + 17, until - 24)) : y + 14;
      this.#text(8, name, lane.name, { fill: paint.ink, font: 1, most: (gutter || width) - 16 });
      this.#text(gutter ? 8 : this.measure(lane.name, 1) + 16, gutter ? name + 16 : name, Calendar.number(lane.events.length), { fill: paint.soft });
    }));
    this.#axis(ticks, breaks, at);
  }

  #axis(ticks, breaks, at) {
    const { paint, width, gutter } = this, { HEAD } = Picture;
    this.#line([0, HEAD - 0.5, width, HEAD - 0.5], { stroke: paint.soft });
    this.#clip(gutter, 0, () => {
      let free = -Infinity;
      for (const { start, end, ticks: marks, above } of ticks) {
        // The larger unit stands above its first tick, and stays in sight while any of it is.
        let name = above, x = Math.max(at(start), gutter + 4);
        for (const tick of [...marks, null]) {
          if (tick?.above === name) continue;
          const until = tick ? at(tick.x) : Math.max(Math.min(at(end), width), x + 76);
          if (name && until - x > this.measure(name, 1) + 4) this.#text(x + 3, 15, name, { fill: paint.ink, font: 1 });
          if (tick) [name, x] = [tick.above, Math.max(at(tick.x), gutter + 4)];
        }
        for (const tick of marks) {
          const left = at(tick.x), until = left + this.measure(tick.label) + 8;
          if (!tick.bare) this.#line([left, HEAD - 7, left, HEAD], { stroke: paint.soft });
          if (left < free || until > width) continue;
          this.#text(left + 4, HEAD - 10, tick.label, { fill: paint.ink });
          free = until;
        }
      }
      for (const { x, days } of breaks) {
        const middle = at(x) + Axis.GAP / 2, words = Calendar.length(days);
        for (const shift of [-7, -1]) this.#line([middle + shift, HEAD, middle + shift + 8, HEAD - 14], { stroke: paint.soft, wide: 1.5 });
        this.#text(middle - this.measure(words, 2) / 2, 13, words, { fill: paint.soft, font: 2 });
      }
    });
  }

  #marks(item, at, y) {
    const colour = this.colours[item.event.colour(item.lane) % 7], spans = [];
    if (item.event === this.chosen) this.#box(at(item.x0) - 4, y - 11, item.x1 - item.x0 + 8, 22, { stroke: this.paint.ink, wide: 2, radius: 5 });
    for (const whole of item.event.pieces) {
      const { ink, doubt, rival, first, last } = whole, [from, to] = [at(this.#start(whole)), at(this.#end(whole))], [x0, x1] = [Math.max(from, -40), Math.min(to, this.width + 40)], middle = (from + to) / 2;
      const wide = Math.max(x1 - x0, 6), dash = doubt ? [3, 2] : rival ? [2, 3] : [];
      if (ink === POINT || (ink === DOUBT && to - from < Picture.#HOLLOW)) {
        if (to - from > 3 * Picture.#ROW) this.#box(x0, y - 8, wide, 16, { fill: colour, alpha: 0.12, radius: 4 });
        const style = ink === DOUBT || doubt || rival ? { fill: this.paint.paper, stroke: colour, wide: 1.8, dash: doubt ? dash : [] } : { fill: colour };
        this.#box(middle - 5, y - 5, 10, 10, { ...style, radius: rival ? 0 : 5 });
        spans.push([middle - 5, middle + 5]);
        continue;
      }
      spans.push([from, to]);
      if (rival) this.#box(x0, y - 6, wide, 12, { stroke: colour, dash });
      else if (ink === DOUBT) this.#box(x0, y - 8, wide, 16, { fill: colour, alpha: 0.16, stroke: colour, dash, radius: 3 });
      else if (item.inside === whole) {
        this.#box(x0, y - 9, wide, 18, { fill: colour, alpha: 0.22, radius: 3 });
        this.#box(x0, y + 6, wide, 3, { fill: colour });
      } else this.#box(x0, y - 4, wide, 8, { fill: colour, radius: 2 });
      const arrow = (tip, back) => this.#line([back, y - 7, tip, y, back, y + 7], { stroke: colour, wide: 2 });
      if (first === null) arrow(from + 2, from + 9);
      if (last === null) arrow(to - 2, to - 9);
    }
    // What belongs to one event is joined by dots.
    spans.sort((one, other) => one[0] - other[0]).reduce((before, span) => {
      if (span[0] - before[1] > 2) this.#line([before[1] + 1, y, span[0] - 1, y], { stroke: colour, dash: [1.5, 3] });
      return span;
    });
  }

  /** The label; that of a long span stays in sight while any of the span is, and that of the event that is pointed at is whole. */
  #label(item, at, y) {
    const { paint, gutter, width } = this, strong = item.event === this.chosen || item.event === this.pointed;
    let x = at(item.labelAt), most = item.label;
    if (!most) return;
    if (item.inside) x = Math.max(x, Math.min(gutter + 6, Math.min(at(this.#end(item.inside)), width) - 6 - most));
    else if (strong && most < this.#measured(item.event)) {
      most = Math.min(this.#measured(item.event), width - x - 8);
      this.#box(x - 2, y - 10, most + 6, 20, { fill: paint.paper });
    }
    this.#text(x, y + 4.5, item.event.label, { fill: paint.ink, most });
    if (strong) this.#line([x, y + 7.5, x + most, y + 7.5], { stroke: paint.ink });
  }

  #box(x, y, width, height, { fill, alpha = 1, stroke, radius, ...style }) {
    const { context } = this;
    context.globalAlpha = alpha;
    context.fillStyle = fill;
    if (fill && !radius) context.fillRect(x, y, width, height);
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(radius ?? 0, width / 2));
    if (fill && radius) context.fill();
    context.globalAlpha = 1;
    if (stroke) this.#stroke({ stroke, ...style });
  }

  #line(points, style) {
    this.context.beginPath();
    for (let at = 0; at < points.length; at += 2) this.context.lineTo(points[at], points[at + 1]);
    this.#stroke(style);
  }

  #stroke({ stroke, wide = 1, dash = [] }) {
    Object.assign(this.context, { strokeStyle: stroke, lineWidth: wide });
    this.context.setLineDash(dash);
    this.context.stroke();
  }

  #clip(x, y, draw) {
    const { context } = this;
    context.save();
    context.beginPath();
    context.rect(x, y, 1e5, 1e5);
    context.clip();
    draw();
    context.restore();
  }

  measure(words, font = 0) {
    this.context.font = this.fonts[font];
    return this.context.measureText(words).width;
  }

  /** Words, cut with an ellipsis where they are longer than `most`. */
  #text(x, y, words, { fill, font = 0, most = Infinity }) {
    const full = this.measure(words, font), letters = full > most + 1 ? [...words] : [];
    let shown = words;
    for (let keep = Math.floor((letters.length * most) / full); keep > 0 && (shown === words || this.measure(shown, font) > most); keep -= 1) shown = `${letters.slice(0, keep).join("").trimEnd()}…`;
    this.context.fillStyle = fill;
    this.context.fillText(shown, x, y);
  }

  /** The item under a point of the canvas, by its mark or its label. */
  #hit({ offsetX, offsetY }) {
    if (!this.layout || offsetY < Picture.HEAD || offsetX < this.gutter) return undefined;
    const x = offsetX - this.gutter + this.offset, y = offsetY - Picture.HEAD + this.frame.scrollTop;
    return this.layout.items.findLast((item) => Math.abs(item.y - y) < Picture.#ROW / 2
      && x > Math.min(item.x0, item.labelAt) - 3 && x < Math.max(item.x1, item.labelAt + item.label) + 3);
  }

  #wheel(e) {
    const pan = e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY), pixels = e.deltaMode ? 20 : 1;
    if (!this.layout || !(pan || this.#engaged || e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    if (pan) this.panTo(this.offset + (e.deltaX || e.deltaY) * pixels);
    else this.zoom(Math.exp(-e.deltaY * pixels * (e.ctrlKey ? 0.006 : 0.002)), e.offsetX);
  }

  #down(e) {
    this.canvas.setPointerCapture(e.pointerId);
    this.#pointers.set(e.pointerId, e);
    this.#engaged = true;
    this.moved = 0;
  }

  #move(e) {
    const before = this.#pointers.get(e.pointerId);
    if (!before || !this.layout) return this.#point(e);
    const was = [...this.#pointers.values()].map((one) => one.offsetX);
    this.#pointers.set(e.pointerId, e);
    this.moved += Math.abs(e.offsetX - before.offsetX) + Math.abs(e.offsetY - before.offsetY);
    if (was.length > 1) {
      const is = [...this.#pointers.values()].map((one) => one.offsetX), apart = ([one, other]) => Math.max(Math.abs(one - other), 9);
      this.zoom(apart(is) / apart(was), (is[0] + is[1]) / 2);
      this.panTo(this.offset - (is[0] + is[1] - was[0] - was[1]) / 2);
    } else if (this.moved > 4) {
      this.panTo(this.offset - e.offsetX + before.offsetX);
      if (e.pointerType === "mouse") this.frame.scrollTop -= e.offsetY - before.offsetY;
    }
  }

  #up(e) {
    this.#pointers.delete(e.pointerId);
    if (e.type !== "pointerup" || this.moved > 4 || this.#pointers.size) return;
    const item = this.#hit(e);
    if (item) this.open(item.event);
    else if (this.lanes.some((lane) => lane.strip)) this.zoom(2, e.offsetX);
  }

  #point(e) {
    const event = e ? this.#hit(e)?.event : undefined;
    if (event !== this.pointed) {
      this.pointed = event;
      this.canvas.style.cursor = event ? "pointer" : "";
      this.tip.hidden = !event;
      if (event) this.tip.replaceChildren(made("strong", event.when), event.label);
      this.draw();
    }
    if (event) Object.assign(this.tip.style, { left: `${Math.min(e.offsetX + 14, this.width - 260)}px`, top: `${e.offsetY + 20}px` });
  }

  #key(e) {
    if (e.ctrlKey || e.metaKey || e.altKey || !this.layout) return;
    const at = this.order.indexOf(this.chosen), end = this.order.length - 1, step = this.inner / 4;
    const go = (number) => this.choose(this.order[Math.min(Math.max(number, 0), end)]);
    const open = () => this.chosen && this.open(this.chosen);
    const does = {
      ArrowRight: () => (e.shiftKey ? this.panTo(this.offset + step) : go(at + 1)),
      ArrowLeft: () => (e.shiftKey ? this.panTo(this.offset - step) : go(at < 0 ? end : at - 1)),
      ArrowDown: () => { this.frame.scrollTop += 66; },
      ArrowUp: () => { this.frame.scrollTop -= 66; },
      Home: () => go(0), End: () => go(end), Enter: open, " ": open,
      "+": () => this.zoom(1.5), "=": () => this.zoom(1.5), "-": () => this.zoom(1 / 1.5), 0: () => this.zoom(0),
    }[e.key];
    if (!does) return;
    e.preventDefault();
    does();
  }
}
