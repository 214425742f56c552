// The other ways to look at the rows that pass the filter: processes, latency, files, errors, memory, rate, text.

import uPlot from 'uplot';
import { button, bytes, count, element, status, table, time } from './format';
import { Kind, NO_RESULT } from './model';
import type { Store } from './store';

export interface View {
	name: string;
	title: string;
	draw(store: Store, host: HTMLElement): void | Promise<void>;
}

interface Group {
	calls: number;
	errors: number;
	total: number;
	took: number[];
	read: number;
	written: number;
	tasks: Set<number>;
	names: Map<number, number>;
}

function newGroup(): Group {
	return { calls: 0, errors: 0, total: 0, took: [], read: 0, written: 0, tasks: new Set(), names: new Map() };
}

/** The calls among the rows, by whatever key() says; undefined leaves a row out. */
function groups<K>(store: Store, key: (row: number) => K | undefined): Map<K, Group> {
	const c = store.model.columns, out = new Map<K, Group>();
	for (const row of store.rows) {
		if (c.kind[row] !== Kind.Call) continue;
		const k = key(row);
		if (k === undefined) continue;
		let g = out.get(k);
		if (!g) out.set(k, (g = newGroup()));
		g.calls++;
		g.errors += c.error[row] ? 1 : 0;
		g.total += c.took[row]!;
		g.took.push(c.took[row]!);
		if (c.bytes[row]! > 0) g.read += c.bytes[row]!;
		else g.written -= c.bytes[row]!;
		g.tasks.add(c.task[row]!);
		g.names.set(c.name[row]!, (g.names.get(c.name[row]!) ?? 0) + 1);
	}
	return out;
}

function percentile(sorted: number[], p: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

function quoted(text: string): string {
	return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function tree(store: Store, host: HTMLElement): void {
	const tasks = store.model.head.tasks, children = new Map<number, number[]>(), per = groups(store, (r) => store.model.columns.task[r]!);
	tasks.forEach((t, i) => {
		if (!t) return;
		const above = t.tid !== t.pid ? tasks.findIndex((p) => p?.tid === t.pid && p.start <= t.end) : tasks.findIndex((p) => p && p.tid === t.parent && p.start <= t.start && p.end >= t.start);
		children.set(above, [...(children.get(above) ?? []), i]);
	});
	const branch = (of: number): HTMLElement => element('ul', 'tree', ...(children.get(of) ?? []).map((i) => {
		const t = tasks[i]!, g = per.get(i);
		const line = button(`${t.comm || '?'}  ${t.tid === t.pid ? 'process' : 'thread'} ${t.tid}`, () => store.set({ filter: `tid==${t.tid}`, view: 'calls' }), 'link');
		return element('li', '', line, element('span', t.status > 0 ? 'failed' : 'quiet', `  ${status(t.status)}`),
			element('span', 'quiet', `  ${count(g?.calls ?? 0)} calls, ${time(g?.total ?? 0)} in them, lived ${time(t.end - t.start)}`), branch(i));
	}));
	host.append(branch(-1));
}

const BUCKETS = 32;

function histogram(took: number[]): HTMLElement {
	const counts = new Array<number>(BUCKETS).fill(0);
	for (const t of took) counts[Math.min(BUCKETS - 1, Math.floor(Math.log2(Math.max(1, t))))]!++;
	const most = Math.max(...counts), e = element('span', 'spark');
	counts.forEach((n, i) => {
		const bar = element('i');
		bar.style.height = `${n ? Math.max(8, (n / most) * 100) : 0}%`;
		bar.title = n ? `${count(n)} from ${time(2 ** i)} to ${time(2 ** (i + 1))}` : '';
		e.append(bar);
	});
	return e;
}

/** Time from left to right, duration from below to above, how many calls by shade. */
function heat(store: Store): HTMLElement {
	const W = 240, H = 60, c = store.model.columns, cells = new Uint32Array(W * H), { from, to } = store.state;
	for (const row of store.rows) {
		if (c.kind[row] !== Kind.Call || c.error[row] === NO_RESULT || c.start[row]! < from || c.start[row]! > to) continue;
		const x = Math.min(W - 1, Math.floor(((c.start[row]! - from) / (to - from)) * W)), y = Math.min(H - 1, Math.floor(Math.log2(Math.max(1, c.took[row]!)) * 2));
		cells[(H - 1 - y) * W + x]!++;
	}
	const most = cells.reduce((a, b) => Math.max(a, b), 1), canvas = element('canvas', 'heat');
	canvas.width = W;
	canvas.height = H;
	canvas.setAttribute('role', 'img');
	canvas.setAttribute('aria-label', 'Latency over time');
	const g = canvas.getContext('2d')!, color = getComputedStyle(document.body).getPropertyValue('--heat');
	g.fillStyle = color;
	cells.forEach((n, i) => {
		if (!n) return;
		g.globalAlpha = 0.15 + 0.85 * (Math.log1p(n) / Math.log1p(most));
		g.fillRect(i % W, Math.floor(i / W), 1, 1);
	});
	return element('figure', '', canvas, element('figcaption', '', `When (${time(from)} to ${time(to)}) against how long (1 ns below, ${time(2 ** 30)} above, doubling with every second line)`));
}

function latency(store: Store, host: HTMLElement): void {
	const names = store.model.head.names, per = [...groups(store, (r) => store.model.columns.name[r]!)].sort((a, b) => b[1].total - a[1].total);
	for (const [, g] of per) g.took.sort((a, b) => a - b);
	host.append(heat(store), table(['call', 'calls', 'failed', 'total', 'median', '90%', '99%', 'longest', 'distribution'],
		per.map(([n, g]) => [names[n]!, g.calls, g.errors, time(g.total), time(percentile(g.took, 0.5)), time(percentile(g.took, 0.9)), time(percentile(g.took, 0.99)),
			time(g.took[g.took.length - 1]!), histogram(g.took)]),
		(i) => store.set({ filter: `call==${names[per[i]![0]]}`, view: 'calls' })));
}

function files(store: Store, host: HTMLElement): void {
	const { head, columns: c } = store.model;
	const object = (row: number): string | undefined => (c.path[row] ? head.paths[c.path[row]!]! : c.fd[row] ? head.fds[c.fd[row]!]!.replace(/^-?\w+<(.*)>$/s, '$1') : undefined);
	const per = [...groups(store, object)].sort((a, b) => b[1].total - a[1].total);
	const who = (g: Group) => [...g.tasks].map((t) => head.tasks[t]!).map((t) => `${t.comm} ${t.tid}`);
	host.append(element('h3', '', 'Files, sockets and pipes'), table(['what', 'calls', 'failed', 'time', 'read', 'written', 'by'],
		per.slice(0, 2000).map(([p, g]) => [p, g.calls, g.errors, time(g.total), bytes(g.read), bytes(g.written), who(g).slice(0, 3).join(', ') + (g.tasks.size > 3 ? `, ${g.tasks.size - 3} more` : '')]),
		(i) => store.set({ filter: `path==${quoted(per[i]![0])} || fd.path==${quoted(per[i]![0])}`, view: 'calls' })));
	if (per.length > 2000) host.append(element('p', 'quiet', `${count(per.length - 2000)} more are not listed.`));
	talks(store, host, object);
}

/** Who writes what others read. */
function talks(store: Store, host: HTMLElement, object: (row: number) => string | undefined): void {
	const { head, columns: c } = store.model, ends = new Map<string, { from: Map<number, number>; to: Map<number, number> }>();
	for (const row of store.rows) {
		const name = c.bytes[row] ? object(row) : undefined;
		if (!name || !/^(pipe|socket|UNIX|TCP|UDP)/.test(name)) continue;
		const e = ends.get(name) ?? { from: new Map(), to: new Map() };
		ends.set(name, e);
		const side = c.bytes[row]! < 0 ? e.from : e.to, pid = head.tasks[c.task[row]!]!.pid;
		side.set(pid, (side.get(pid) ?? 0) + Math.abs(c.bytes[row]!));
	}
	const name = (pid: number) => `${head.tasks.find((t) => t?.tid === pid)?.comm ?? '?'} ${pid}`;
	const list = (m: Map<number, number>) => [...m].map(([pid, n]) => `${name(pid)} (${bytes(n)})`).join(', ') || '-';
	const rows = [...ends].filter(([, e]) => e.from.size + e.to.size > 0);
	if (rows.length) host.append(element('h3', '', 'Who talks to whom'), table(['through', 'writers', 'readers'], rows.map(([n, e]) => [n, list(e.from), list(e.to)])));
}

/** The directories of a path that programs search along, so that a storm of ENOENT is one line. */
function folded(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1) || path;
}

function errors(store: Store, host: HTMLElement): void {
	const { head, columns: c } = store.model, per = new Map<string, { name: number; error: number; what: string; paths: Set<string>; rows: number; total: number }>();
	for (const row of store.rows) {
		if (c.kind[row] !== Kind.Call || !c.error[row] || c.error[row] === NO_RESULT) continue;
		const path = c.path[row] ? head.paths[c.path[row]!]! : '', what = folded(path), key = `${c.name[row]} ${c.error[row]} ${what}`;
		const g = per.get(key) ?? { name: c.name[row]!, error: c.error[row]!, what, paths: new Set<string>(), rows: 0, total: 0 };
		per.set(key, g);
		g.rows++;
		g.total += c.took[row]!;
		if (path) g.paths.add(path);
	}
	const list = [...per.values()].sort((a, b) => b.rows - a.rows);
	const label = (e: number) => head.errors[e] ?? String(e);
	host.append(table(['failed', 'call', 'error', 'file name', 'places', 'time', 'why'],
		list.slice(0, 2000).map((g) => [g.rows, head.names[g.name]!, label(g.error), g.what, g.paths.size, time(g.total), head.calls[head.names[g.name]!]?.errors?.[label(g.error)] ?? '']),
		(i) => store.set({ filter: `call==${head.names[list[i]!.name]} && errno==${label(list[i]!.error)}${list[i]!.what ? ` && path~${quoted('*' + list[i]!.what)}` : ''}`, view: 'calls' })));
	if (!list.length) host.append(element('p', 'empty', 'Nothing failed.'));
}

function plot(host: HTMLElement, title: string, xs: number[], series: { label: string; values: (number | null)[]; color: string }[], unit: (v: number) => string): void {
	const box = element('div', 'plot'), style = getComputedStyle(document.body), ink = style.getPropertyValue('--ink'), faint = style.getPropertyValue('--faint');
	host.append(box);
	const axis = { stroke: ink, grid: { stroke: faint, width: 1 }, ticks: { stroke: faint } };
	new uPlot({
		title, width: Math.max(320, host.clientWidth - 20), height: 300, scales: { x: { time: false } },
		axes: [{ ...axis, values: (_, v) => v.map((t) => time(t)) }, { ...axis, size: 80, values: (_, v) => v.map((n) => unit(n)) }],
		series: [{ label: 'at', value: (_, v) => (v == null ? '' : time(v)) }, ...series.map((s) => ({ label: s.label, stroke: s.color, width: 1.5, value: (_: uPlot, v: number | null) => (v == null ? '' : unit(v)) }))],
	}, [xs, ...series.map((s) => s.values)] as uPlot.AlignedData, box);
}

function rate(store: Store, host: HTMLElement): void {
	const STEPS = 300, { columns: c, head } = store.model, { from, to } = store.state, step = (to - from) / STEPS;
	const most = [...groups(store, (r) => c.name[r]!)].sort((a, b) => b[1].calls - a[1].calls).slice(0, 5).map(([n]) => n);
	const lines = [...most.map((n) => ({ label: head.names[n]!, name: n })), { label: 'all calls', name: -1 }, { label: 'failed', name: -2 }];
	const values = lines.map(() => new Array<number>(STEPS).fill(0));
	for (const row of store.rows) {
		const at = Math.floor((c.start[row]! - from) / step);
		if (c.kind[row] !== Kind.Call || at < 0 || at >= STEPS) continue;
		const own = most.indexOf(c.name[row]!);
		if (own >= 0) values[own]![at]!++;
		values[most.length]![at]!++;
		if (c.error[row]) values[most.length + 1]![at]!++;
	}
	const style = getComputedStyle(document.body), perSecond = 1e9 / step;
	plot(host, 'Calls a second', Array.from({ length: STEPS }, (_, i) => from + i * step),
		lines.map((l, i) => ({ label: l.label, values: values[i]!.map((n) => n * perSecond), color: l.name === -2 ? style.getPropertyValue('--error') : l.name === -1 ? style.getPropertyValue('--ink') : style.getPropertyValue(`--class${[7, 0, 1, 2, 5][i]}`) })),
		(v) => (v >= 1e6 ? `${(v / 1e6).toFixed(1)}M` : v >= 1e3 ? `${(v / 1e3).toFixed(0)}k` : v.toFixed(0)));
}

async function memory(store: Store, host: HTMLElement): Promise<void> {
	const points = await store.memory(), tasks = store.model.head.tasks, pids = [...new Set(points.map((p) => tasks[p.task]!.pid))];
	if (!points.length) {
		host.append(element('p', 'empty', 'Nothing was mapped.'));
		return;
	}
	const xs: number[] = [], lines = pids.map(() => [] as number[]), now = pids.map(() => 0);
	for (const p of points.sort((a, b) => a.at - b.at)) {
		now[pids.indexOf(tasks[p.task]!.pid)]! += p.change;
		xs.push(p.at);
		lines.forEach((l, i) => l.push(now[i]!));
	}
	const style = getComputedStyle(document.body);
	plot(host, 'Address space: what mmap, mremap, brk and munmap added', xs,
		pids.slice(0, 10).map((pid, i) => ({ label: `${tasks.find((t) => t?.tid === pid)?.comm ?? '?'} ${pid}`, values: lines[i]!, color: style.getPropertyValue(`--class${i % 10}`) })), bytes);
	host.append(element('p', 'quiet', 'An execve starts from nothing again; memory that was mapped before the recording began is not in it.'));
}

/** What `ringside replay -yy` prints, a block at a time. */
function text(store: Store, host: HTMLElement): void {
	const { head } = store.model, last = Math.ceil(head.rows / head.block) - 1, pre = element('pre', 'replay');
	let shown = store.state.call >= 0 ? Math.floor(store.state.call / head.block) : 0;
	const where = element('span');
	const show = async (b: number): Promise<void> => {
		shown = Math.max(0, Math.min(last, b));
		where.textContent = ` rows ${count(shown * head.block + 1)} to ${count(Math.min(head.rows, (shown + 1) * head.block))} of ${count(head.rows)} `;
		pre.textContent = last < 0 ? '' : (await store.block(shown)).map((r) => r.lines).join('');
	};
	host.append(element('p', 'controls', button('◀', () => void show(shown - 1)), where, button('▶', () => void show(shown + 1))), pre);
	void show(shown);
}

export const VIEWS: View[] = [
	{ name: 'tree', title: 'Processes', draw: tree },
	{ name: 'latency', title: 'Latency', draw: latency },
	{ name: 'files', title: 'Files', draw: files },
	{ name: 'errors', title: 'Errors', draw: errors },
	{ name: 'memory', title: 'Memory', draw: memory },
	{ name: 'rate', title: 'Rate', draw: rate },
	{ name: 'text', title: 'Text', draw: text },
];
