// A lane for each thread, time from left to right, on a canvas. What is drawn at a pixel is the longest call there, found in a pyramid over the
// lane's rows, so that a frame costs the same for a thousand calls as for a million.

import { clock, element, time } from './format';
import { classOf, isFailure, isWait, Kind, numberOf, parentsOf, taskName, type Model } from './model';
import type { Store } from './store';

const LANE = 18, LABEL = 130, RULER = 20, MINIMAP = 28, ARROW = 5, MOST_ARROWS = 500;
const GRAIN = 2; // pixels: calls that begin nearer to each other are drawn as one, and no call is narrower
/** So many threads have a lane each, whether they live in the window or not. */
const FEW = 24;

/** Of a lane's rows, in their order: for each group of 2^k the one that took longest, how many calls it stands for, and how many of them failed. */
class Pyramid {
	private readonly longest: Uint32Array[] = [];
	private readonly calls: Uint32Array[] = [];
	private readonly failed: Uint32Array[] = [];

	constructor(private readonly rows: Uint32Array, m: Model) {
		this.took = m.columns.took;
		this.starts = Float64Array.from(rows, (r) => m.columns.start[r]!);
		let best = new Uint32Array(rows.length), calls = new Uint32Array(rows.length), bad = new Uint32Array(rows.length);
		for (let i = 0; i < rows.length; i++) {
			best[i] = i;
			calls[i] = m.count?.[rows[i]!] ?? 1;
			bad[i] = m.failed ? m.failed[rows[i]!]! : isFailure(m.columns.error[rows[i]!]!) ? 1 : 0;
		}
		this.push(best, calls, bad);
		while (best.length > 1) {
			const n = (best.length + 1) >> 1, b = new Uint32Array(n), c = new Uint32Array(n), f = new Uint32Array(n);
			for (let i = 0; i < n; i++) {
				const x = best[2 * i]!, y = best[Math.min(2 * i + 1, best.length - 1)]!;
				b[i] = this.took[rows[x]!]! >= this.took[rows[y]!]! ? x : y;
				c[i] = calls[2 * i]! + (calls[2 * i + 1] ?? 0);
				f[i] = bad[2 * i]! + (bad[2 * i + 1] ?? 0);
			}
			[best, calls, bad] = [b, c, f];
			this.push(best, calls, bad);
		}
	}

	private readonly took: Float64Array;
	private readonly starts: Float64Array;

	private push(longest: Uint32Array, calls: Uint32Array, failed: Uint32Array): void {
		this.longest.push(longest);
		this.calls.push(calls);
		this.failed.push(failed);
	}

	/** The longest of rows[from..to), or -1. */
	query(from: number, to: number): number {
		let best = from;
		for (let i = from; i < to;) {
			let level = 0;
			while (level + 1 < this.longest.length && i % (2 << level) === 0 && i + (2 << level) <= to) level++;
			const x = this.longest[level]![i >> level]!;
			if (this.took[this.rows[x]!]! > this.took[this.rows[best]!]!) best = x;
			i += 1 << level;
		}
		return to > from ? this.rows[best]! : -1;
	}

	/**
	 * Of rows[from..to), groups that begin within `close` nanoseconds, as large as they can be: the longest row of each, and the share of failures. There
	 * are about as many as pixels, wherever the rows lie.
	 */
	visit(from: number, to: number, close: number, take: (row: number, failed: number) => void, level = this.longest.length - 1, i = 0): void {
		const a = i << level, b = Math.min(this.rows.length, (i + 1) << level) - 1;
		if (b < from || a >= to) return;
		if (level === 0 || this.starts[b]! - this.starts[a]! <= close) {
			take(this.rows[this.longest[level]![i]!]!, this.failed[level]![i]! / this.calls[level]![i]!);
			return;
		}
		this.visit(from, to, close, take, level - 1, 2 * i);
		this.visit(from, to, close, take, level - 1, 2 * i + 1);
	}

	/** The index of the first row that starts at or after a time. */
	lowerBound(at: number): number {
		let low = 0, high = this.starts.length;
		while (low < high) {
			const mid = (low + high) >> 1;
			if (this.starts[mid]! < at) low = mid + 1;
			else high = mid;
		}
		return low;
	}
}

/** Rectangles of one look, three numbers each: left, top, width. Those that touch in a lane are one. */
class Rectangles {
	private readonly list: number[] = [];

	add(x: number, y: number, width: number): void {
		const l = this.list, n = l.length;
		if (n && l[n - 2] === y && x >= l[n - 3]! && x <= l[n - 3]! + l[n - 1]! + 0.01) l[n - 1] = Math.max(l[n - 1]!, x + width - l[n - 3]!);
		else l.push(x, y, width);
	}

	draw(g: CanvasRenderingContext2D, height: number): void {
		for (let i = 0; i < this.list.length; i += 3) g.fillRect(this.list[i]!, this.list[i + 1]!, this.list[i + 2]!, height);
	}
}

/** What a frame shows, by look: changing that is what costs. */
interface Frame {
	calls: Rectangles[];
	waits: Rectangles[];
	marks: Rectangles;
	someFailed: Rectangles;
	mostFailed: Rectangles;
	labels: { text: string; x: number; y: number; width: number; wait: boolean }[];
	chosen: { x: number; y: number; width: number } | undefined;
}

const WAIT_ALPHA = 0.35, SOME_ALPHA = 0.45;

/** A thread. Of thousands only those in sight are ever drawn, so what that takes is made then. */
class Lane {
	private made: Pyramid | undefined;

	constructor(readonly task: number, private readonly model: Model) {}

	get rows(): Uint32Array {
		return this.model.byTask[this.task]!;
	}

	get pyramid(): Pyramid {
		return (this.made ??= new Pyramid(this.rows, this.model));
	}
}

export class Timeline {
	private readonly canvas = element('canvas');
	/** As high as all lanes are; the canvas stays in sight within, since none can be that high. */
	private readonly space = element('div');
	private readonly scroller = element('div', 'lanes');
	private readonly map = element('canvas', 'minimap');
	private readonly tip = element('div', 'tip');
	private all: Lane[] = [];
	private lanes: Lane[] = [];
	private readonly laneOf = new Map<number, number>();
	/** Of each task, the one from which its arrow comes; 0: none. */
	private readonly parents: Uint32Array;
	private colors: string[] = [];
	private ink = '';
	private faint = '';
	private error = '';
	private paper = '';
	private classOfName = new Uint8Array();
	private waits = new Uint8Array();
	/** Of each row, 1: it does not pass the filter. */
	private hidden: Uint8Array | undefined;
	private width = 0;
	private height = 0;
	private chosen = -1;
	private asked = false;
	/** How long the last frames took, for measuring. */
	readonly frames: number[] = [];

	constructor(private readonly store: Store, private readonly host: HTMLElement) {
		this.parents = parentsOf(store.head.tasks);
		this.takeModel();
		this.canvas.tabIndex = 0;
		this.canvas.setAttribute('role', 'application');
		this.canvas.setAttribute('aria-label', 'Timeline: arrow keys move, + and - zoom, 0 shows all, Enter chooses the call in the middle');
		this.tip.hidden = true;
		this.scroller.append(this.space);
		this.space.append(this.canvas);
		this.scroller.addEventListener('scroll', () => this.draw());
		host.append(this.map, this.scroller, this.tip, this.legend());
		this.listen();
		this.resize();
	}

	/** Other rows are here. Lanes stay where they are: there is one for each thread that ever did something. */
	private takeModel(): void {
		const m = this.store.model, shown = (this.store.whole?.model ?? m).byTask;
		this.classOfName = Uint8Array.from(m.names, (n) => classOf(m.head.calls[n]));
		this.waits = Uint8Array.from(m.names, (n) => (isWait(n) ? 1 : 0));
		if (!this.store.isServed || !this.tasksShown) this.tasksShown = shown.map((rows, task) => (task > 0 && rows.length > 0 ? task : 0)).filter((t) => t);
		this.all = this.tasksShown.map((task) => new Lane(task, m));
		this.chooseLanes();
	}

	private tasksShown: number[] | undefined;

	/** Of many threads, those that live in the window have lanes. */
	private chooseLanes(): void {
		const { from, to } = this.store.state, { tasks } = this.store.head, end = to || this.model.span;
		this.lanes = this.all.length <= FEW ? this.all : this.all.filter((l) => tasks[l.task]!.start <= end && tasks[l.task]!.end >= from);
		this.laneOf.clear();
		this.lanes.forEach((l, i) => this.laneOf.set(l.task, i));
	}

	/** After that: as many lanes as there are now. */
	private fitLanes(): void {
		const before = this.lanes.length;
		this.chooseLanes();
		if (this.lanes.length !== before) this.resize();
	}

	private get model(): Model {
		return this.store.model;
	}

	private legend(): HTMLElement {
		const names = ['network', 'memory', 'process', 'signal', 'ipc', 'clock', 'credentials', 'file', 'descriptor', 'other'];
		const e = element('p', 'legend');
		names.forEach((n, i) => e.append(element('span', `swatch class${i}`), `${n} `));
		e.append(element('span', 'swatch wait'), 'waiting ', element('span', 'swatch error'), 'failed');
		return e;
	}

	private listen(): void {
		new ResizeObserver(() => this.resize()).observe(this.host);
		matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.resize());
		this.canvas.addEventListener('wheel', (e) => {
			if (e.offsetX < LABEL) return; // over the names it scrolls
			e.preventDefault();
			if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) this.pan((e.deltaX || e.deltaY) / 500);
			else this.zoom(Math.exp(e.deltaY / 400), this.timeAt(e.offsetX));
		}, { passive: false });
		let grabbed = -1, moved = false;
		this.canvas.addEventListener('pointerdown', (e) => { grabbed = e.offsetX; moved = false; this.canvas.setPointerCapture(e.pointerId); });
		this.canvas.addEventListener('pointermove', (e) => {
			if (grabbed < 0) return this.hover(e);
			if (Math.abs(e.offsetX - grabbed) > 2) moved = true;
			if (!moved) return;
			this.pan((grabbed - e.offsetX) / (this.width - LABEL));
			grabbed = e.offsetX;
		});
		this.canvas.addEventListener('pointerup', (e) => {
			grabbed = -1;
			const row = moved ? -1 : this.rowAt(e.offsetX, e.offsetY);
			if (row >= 0) this.store.set({ call: numberOf(this.model, row), step: 1 });
		});
		this.canvas.addEventListener('pointerleave', () => { this.tip.hidden = true; });
		this.canvas.addEventListener('keydown', (e) => this.key(e));
		this.map.addEventListener('pointerdown', (e) => this.center((e.offsetX / this.width) * this.model.span));
		this.map.addEventListener('pointermove', (e) => { if (e.buttons) this.center((e.offsetX / this.width) * this.model.span); });
		this.store.listen((changed) => {
			if (changed.has('model')) {
				this.takeModel();
				this.mapCounts = undefined;
			}
			if (this.all.length > FEW && (changed.has('from') || changed.has('to') || changed.has('model'))) this.fitLanes();
			if (changed.has('rows')) this.filterChanged();
			if (['rows', 'from', 'to', 'call'].some((k) => changed.has(k as 'rows'))) this.draw();
		});
	}

	private key(e: KeyboardEvent): void {
		const act: Record<string, () => void> = {
			ArrowLeft: () => this.pan(-0.1), ArrowRight: () => this.pan(0.1), '+': () => this.zoom(0.5), '=': () => this.zoom(0.5), '-': () => this.zoom(2),
			0: () => this.store.set({ from: 0, to: this.model.span }),
			Enter: () => { const r = this.nearest((this.store.state.from + this.store.state.to) / 2); if (r >= 0) this.store.set({ call: numberOf(this.model, r), step: 1 }); },
		};
		if (!act[e.key]) return;
		e.preventDefault();
		act[e.key]!();
	}

	/** The call that is in progress at a time, or else the one that is closest to it. */
	private nearest(at: number): number {
		const c = this.model.columns, away = (row: number) => Math.max(0, c.start[row]! - at, at - c.start[row]! - c.took[row]!);
		let best = -1;
		for (const l of this.lanes.slice(...this.inSight())) {
			const after = l.pyramid.lowerBound(at);
			for (const by of [-1, 1]) {
				let i = by < 0 ? after - 1 : after;
				while (i >= 0 && i < l.rows.length && c.kind[l.rows[i]!] !== Kind.Call) i += by;
				const row = l.rows[i];
				if (row !== undefined && (best < 0 || away(row) < away(best))) best = row;
			}
		}
		return best;
	}

	pan(part: number): void {
		const { from, to } = this.store.state, span = to - from;
		const start = Math.max(0, Math.min(this.model.span - span, from + part * span));
		this.store.set({ from: start, to: start + span });
	}

	zoom(factor: number, around = (this.store.state.from + this.store.state.to) / 2): void {
		const { from, to } = this.store.state;
		const span = Math.max(100, Math.min(this.model.span, (to - from) * factor));
		const start = Math.max(0, Math.min(this.model.span - span, around - ((around - from) / (to - from)) * span));
		this.store.set({ from: start, to: start + span });
	}

	private center(at: number): void {
		const span = this.store.state.to - this.store.state.from;
		const start = Math.max(0, Math.min(this.model.span - span, at - span / 2));
		this.store.set({ from: start, to: start + span });
	}

	private filterChanged(): void {
		this.hidden = undefined;
		const n = this.model.columns.kind.length;
		if (this.store.rows.length === n) return;
		this.hidden = new Uint8Array(n).fill(1);
		for (const r of this.store.rows) this.hidden[r] = 0;
	}

	private resize(): void {
		const style = getComputedStyle(this.host);
		this.colors = Array.from({ length: 10 }, (_, i) => style.getPropertyValue(`--class${i}`));
		[this.ink, this.faint, this.error, this.paper] = ['--ink', '--faint', '--error', '--paper'].map((n) => style.getPropertyValue(n)) as [string, string, string, string];
		this.width = this.host.clientWidth;
		const scale = devicePixelRatio;
		this.space.style.height = `${RULER + this.lanes.length * LANE}px`;
		this.height = Math.min(RULER + this.lanes.length * LANE, this.scroller.clientHeight || Infinity, window.innerHeight);
		for (const [c, h] of [[this.canvas, this.height], [this.map, MINIMAP]] as const) {
			c.width = this.width * scale;
			c.height = h * scale;
			c.style.width = `${this.width}px`;
			c.style.height = `${h}px`;
		}
		this.draw();
	}

	private timeAt(x: number): number {
		const { from, to } = this.store.state;
		return from + ((x - LABEL) / (this.width - LABEL)) * (to - from);
	}

	private rowAt(x: number, y: number): number {
		const lane = this.lanes[Math.floor((y - RULER + this.scroller.scrollTop) / LANE)];
		if (!lane || !lane.rows.length || x < LABEL || y < RULER) return -1;
		const c = this.model.columns, at = this.timeAt(x), pixel = this.timeAt(x + 1) - at;
		const from = lane.pyramid.lowerBound(at - pixel), to = lane.pyramid.lowerBound(at + pixel);
		const before = lane.rows[Math.max(0, from - 1)]!;
		if (c.start[before]! <= at && c.start[before]! + c.took[before]! >= at) return before;
		return lane.pyramid.query(from, to);
	}

	private hover(e: PointerEvent): void {
		const row = this.rowAt(e.offsetX, e.offsetY), c = this.model.columns;
		this.tip.hidden = row < 0;
		if (row < 0) return;
		const others = (this.model.count?.[row] ?? 1) - 1;
		const label = `${this.model.names[c.name[row]!] || 'start'}  ${time(c.took[row]!)}${isFailure(c.error[row]!) ? '  ' + (this.model.head.errors[c.error[row]!] ?? '?') : ''}${others ? `, the longest of ${others + 1} here` : ''}`;
		this.tip.textContent = label;
		this.tip.style.left = `${Math.min(e.offsetX + 12, this.width - 180)}px`;
		this.tip.style.top = `${e.offsetY + MINIMAP + 12}px`;
		this.store.text(numberOf(this.model, row)).then((t) => { if (this.tip.textContent === label) this.tip.textContent = `${label}\n${t.lines.trim().slice(0, 300)}`; }, () => undefined);
	}

	draw(): void {
		if (this.asked) return;
		this.asked = true;
		requestAnimationFrame(() => {
			this.asked = false;
			const before = performance.now();
			this.drawNow();
			this.frames.push(performance.now() - before);
			if (this.frames.length > 1000) this.frames.shift();
		});
	}

	drawNow(): void {
		const g = this.canvas.getContext('2d', { alpha: false })!, scale = devicePixelRatio, { ink, faint } = this;
		this.chosen = this.store.chosen;
		g.setTransform(scale, 0, 0, scale, 0, 0);
		g.fillStyle = this.paper;
		g.fillRect(0, 0, this.width, this.height);
		this.drawRuler(g, ink, faint, this.height);
		const [top, end] = this.inSight();
		const frame: Frame = {
			calls: this.colors.map(() => new Rectangles()), waits: this.colors.map(() => new Rectangles()), marks: new Rectangles(), someFailed: new Rectangles(), mostFailed: new Rectangles(),
			labels: [], chosen: undefined,
		};
		for (let i = top; i < end; i++) this.drawLane(g, frame, i, ink, faint);
		this.drawFrame(g, frame, ink);
		this.drawArrows(g, ink, top, end);
		g.fillStyle = this.paper;
		g.fillRect(0, 0, this.width, RULER); // lanes may reach under it
		this.drawRuler(g, ink, faint, RULER);
		this.drawMap(ink);
	}

	/** The lanes [from, to) that are in sight. */
	private inSight(): [number, number] {
		const top = Math.floor(this.scroller.scrollTop / LANE);
		return [top, Math.min(this.lanes.length, top + Math.ceil(this.height / LANE) + 1)];
	}

	private laneTop(index: number): number {
		return RULER + index * LANE - this.scroller.scrollTop;
	}

	private drawFrame(g: CanvasRenderingContext2D, f: Frame, ink: string): void {
		const fill = (r: Rectangles, color: string, height: number, alpha = 1) => {
			g.globalAlpha = alpha;
			g.fillStyle = color;
			r.draw(g, height);
		};
		f.waits.forEach((r, i) => fill(r, this.colors[i]!, LANE - 6, WAIT_ALPHA));
		f.calls.forEach((r, i) => fill(r, this.colors[i]!, LANE - 6));
		fill(f.someFailed, this.error, 3, SOME_ALPHA);
		fill(f.mostFailed, this.error, 3);
		fill(f.marks, this.colors[3]!, LANE - 2);
		for (const l of f.labels) {
			g.fillStyle = l.wait ? ink : '#fff';
			g.fillText(l.text, l.x + 4, l.y + 13, l.width - 8);
		}
		if (!f.chosen) return;
		g.strokeStyle = this.error;
		g.lineWidth = 2;
		g.strokeRect(f.chosen.x - 1, f.chosen.y + 1, f.chosen.width + 2, LANE - 2);
	}

	private drawRuler(g: CanvasRenderingContext2D, ink: string, faint: string, height: number): void {
		const { from, to } = this.store.state, rough = (to - from) / Math.max(2, (this.width - LABEL) / 110);
		const power = 10 ** Math.floor(Math.log10(rough)), step = [1, 2, 5, 10].find((k) => k * power >= rough)! * power;
		g.font = '11px system-ui, sans-serif';
		for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
			const x = LABEL + ((t - from) / (to - from)) * (this.width - LABEL);
			g.fillStyle = faint;
			g.fillRect(x, 0, 1, height);
			g.fillStyle = ink;
			const label = clock(t, step);
			if (x + 3 + g.measureText(label).width < this.width) g.fillText(label, x + 3, 12);
		}
	}

	private drawLane(g: CanvasRenderingContext2D, frame: Frame, index: number, ink: string, faint: string): void {
		const lane = this.lanes[index]!, task = this.model.head.tasks[lane.task]!, y = this.laneTop(index);
		const { from, to } = this.store.state, perPixel = (to - from) / (this.width - LABEL);
		g.fillStyle = ink;
		g.fillText(taskName(task), 4, y + 13, LABEL - 8);
		g.fillStyle = faint;
		const born = LABEL + Math.max(0, (task.start - from) / perPixel), gone = LABEL + Math.min(this.width, (task.end - from) / perPixel);
		g.fillRect(born, y + LANE / 2, Math.max(0, gone - born), 1);
		const first = Math.max(0, lane.pyramid.lowerBound(from) - 1), end = lane.pyramid.lowerBound(to);
		lane.pyramid.visit(first, end, GRAIN * perPixel, (row, failed) => this.place(frame, row, failed, y, from, perPixel));
	}

	/** Puts a row, which stands for others too small to see, into the frame. */
	private place(frame: Frame, row: number, failed: number, y: number, from: number, perPixel: number): void {
		const c = this.model.columns;
		if (c.kind[row] === Kind.Start || c.kind[row] === Kind.Other || this.hidden?.[row]) return;
		const x = Math.max(LABEL, LABEL + (c.start[row]! - from) / perPixel), end = LABEL + (c.start[row]! + c.took[row]! - from) / perPixel;
		const width = Math.max(GRAIN, Math.min(end, this.width) - x), name = c.name[row]!, wait = this.waits[name] === 1;
		if (end < LABEL) return;
		if (c.kind[row] !== Kind.Call) frame.marks.add(x, y + 1, 2);
		else (wait ? frame.waits : frame.calls)[this.classOfName[name]!]!.add(x, y + 3, width);
		if (failed) (failed > 0.5 ? frame.mostFailed : frame.someFailed).add(x, y + LANE - 5, isFailure(c.error[row]!) ? width : Math.min(width, 2));
		if (width > 50) frame.labels.push({ text: this.model.names[name]!, x, y, width, wait });
		if (row === this.chosen) frame.chosen = { x, y, width };
	}

	/** From a parent's lane to where its child begins. */
	private drawArrows(g: CanvasRenderingContext2D, ink: string, top: number, end: number): void {
		const { from, to } = this.store.state, tasks = this.model.head.tasks;
		g.strokeStyle = g.fillStyle = ink;
		g.lineWidth = 1;
		for (const [i, l] of this.lanes.slice(0, top + MOST_ARROWS).entries()) {
			const t = tasks[l.task]!, parent = this.laneOf.get(this.parents[l.task]!);
			if (parent === undefined || t.start < from || t.start > to || Math.max(i, parent) < top || Math.min(i, parent) >= end) continue;
			const x = LABEL + ((t.start - from) / (to - from)) * (this.width - LABEL);
			const a = this.laneTop(parent) + LANE / 2, b = this.laneTop(i) + LANE / 2;
			g.beginPath();
			g.moveTo(x, a);
			g.lineTo(x, b - Math.sign(b - a) * ARROW);
			g.stroke();
			g.beginPath();
			g.moveTo(x, b);
			g.lineTo(x - ARROW, b - Math.sign(b - a) * ARROW);
			g.lineTo(x + ARROW, b - Math.sign(b - a) * ARROW);
			g.fill();
		}
	}

	/** How much happens over the whole run, and the window. */
	private drawMap(ink: string): void {
		const g = this.map.getContext('2d')!, scale = devicePixelRatio, { from, to } = this.store.state;
		this.mapCounts ??= countPerPixel(this.store.whole?.model ?? this.model);
		const most = Math.max(1, ...this.mapCounts);
		g.setTransform(scale, 0, 0, scale, 0, 0);
		g.clearRect(0, 0, this.width, MINIMAP);
		g.fillStyle = this.colors[7]!;
		this.mapCounts.forEach((n, i) => {
			const h = n ? Math.max(1, (Math.log1p(n) / Math.log1p(most)) * (MINIMAP - 4)) : 0;
			g.fillRect((i / this.mapCounts!.length) * this.width, MINIMAP - h, Math.ceil(this.width / this.mapCounts!.length), h);
		});
		g.strokeStyle = ink;
		g.lineWidth = 2;
		g.strokeRect((from / this.model.span) * this.width + 1, 1, Math.max(3, ((to - from) / this.model.span) * this.width - 2), MINIMAP - 2);
	}

	private mapCounts: number[] | undefined;
}

function countPerPixel(m: Model): number[] {
	const out = new Array<number>(400).fill(0);
	for (let i = 0; i < m.columns.start.length; i++) out[Math.min(399, Math.floor((m.columns.start[i]! / m.span) * 400))]! += m.count?.[i] ?? 1;
	return out;
}
