// The other ways to look at the rows that pass the filter: processes, latency, files, errors, memory, rate, text.

import uPlot from 'uplot';
import { amount, button, bytes, count, element, status, table, time } from './format';
import { parentsOf, taskName, type Head } from './model';
import type { Store } from './store';
import { talksOf, type MemoryPoint } from './summary';

export interface View {
	name: string;
	title: string;
	draw(store: Store, host: HTMLElement): void | Promise<void>;
}

/** Rows of a table; more are not read by anybody. */
const LISTED = 2000;
const LINES = 10;

/** Of a process: "cat 4711". */
function processNames(tasks: Head['tasks']): (pid: number) => string {
	const comms = new Map<number, string>();
	for (const t of tasks) if (t && t.tid === t.pid) comms.set(t.pid, t.comm);
	return (pid) => `${comms.get(pid) ?? ''} ${pid}`.trim();
}

function quoted(text: string): string {
	return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function tree(store: Store, host: HTMLElement): void {
	const tasks = store.head.tasks, children = new Map<number, number[]>(), per = store.summary().tasks;
	parentsOf(tasks).forEach((above, i) => { if (tasks[i]) children.get(above)?.push(i) ?? children.set(above, [i]); });
	const rows: (string | number | Node)[][] = [], tids: number[] = [];
	const add = (of: number, depth: number): void => (children.get(of) ?? []).forEach((i) => {
		if (rows.length === LISTED) return;
		const t = tasks[i]!, g = per.get(i), name = element('span', 'branch', taskName(t)), lived = t.end - t.start;
		name.style.paddingLeft = `${depth * 18}px`;
		rows.push([name, t.tid === t.pid ? 'process' : 'thread', element('span', t.status > 0 ? 'failed' : 'quiet', status(t.status)), g?.calls ?? 0, amount(time(g?.total ?? 0), g?.total ?? 0),
			amount(time(lived), lived), amount(lived > 0 ? `${Math.min(100, ((g?.total ?? 0) / lived) * 100).toFixed(0)} %` : '', lived > 0 ? (g?.total ?? 0) / lived : 0)]);
		tids.push(t.tid);
		add(i, depth + 1);
	});
	add(0, 0);
	host.append(table(['who', 'kind', 'end', 'calls', 'time in calls', 'lived', 'share'], rows, (i) => store.set({ filter: `tid==${tids[i]}`, view: 'calls' }), false));
	if (tasks.length - 1 > rows.length) host.append(element('p', 'quiet', `${count(tasks.length - 1 - rows.length)} more are not listed.`));
}

/** How many took how long, a bar for each power of two. */
function histogram(counts: number[]): HTMLElement {
	const most = Math.max(1, ...counts), e = element('span', 'spark');
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
	const { columns, lines, counts, from, to } = store.heat(), canvas = element('canvas', 'heat');
	let most = 1, lowest = lines - 1, highest = 0;
	for (let i = 0; i < counts.length; i++) {
		if (!counts[i]) continue;
		most = Math.max(most, counts[i]!);
		lowest = Math.min(lowest, Math.floor(i / columns));
		highest = Math.max(highest, Math.floor(i / columns));
	}
	lowest = Math.max(0, lowest - (lowest % 2));
	highest = Math.max(highest, lowest + 1);
	const height = highest - lowest + 1, g = canvas.getContext('2d')!;
	canvas.width = columns;
	canvas.height = height;
	canvas.setAttribute('role', 'img');
	canvas.setAttribute('aria-label', `Latency over time, from ${time(2 ** (lowest / 2))} to ${time(2 ** ((highest + 1) / 2))}`);
	g.fillStyle = getComputedStyle(document.body).getPropertyValue('--heat');
	for (let i = 0; i < counts.length; i++) {
		if (!counts[i]) continue;
		g.globalAlpha = 0.15 + 0.85 * (Math.log1p(counts[i]!) / Math.log1p(most));
		g.fillRect(i % columns, highest - Math.floor(i / columns), 1, 1);
	}
	const scale = element('div', 'heat-scale', element('span', '', time(2 ** ((highest + 1) / 2))), element('span', '', time(2 ** ((lowest + highest + 1) / 4))), element('span', '', time(2 ** (lowest / 2))));
	return element('figure', '', element('div', 'heat-box', scale, canvas), element('div', 'heat-time', element('span', '', time(from)), element('span', '', time(to))),
		element('figcaption', '', 'When calls were made, against how long they took; the stronger the colour, the more of them.'));
}

function took(ns: number): HTMLElement {
	return amount(time(ns), ns);
}

function latency(store: Store, host: HTMLElement): void {
	const per = store.summary().names;
	if (!per.length) return empty(host, 'No calls.');
	host.append(heat(store), table(['call', 'calls', 'failed', 'total', 'median', '90%', '99%', 'longest', 'distribution (1 ns to 4 s)'],
		per.map((s) => [s.name, s.calls, s.errors, took(s.total), took(s.median), took(s.p90), took(s.p99), took(s.longest), histogram(s.powers)]),
		(i) => store.set({ filter: `call==${per[i]!.name}`, view: 'calls' })));
}

function files(store: Store, host: HTMLElement): void {
	const { places, allPlaces } = store.summary(), { head } = store, shown = places.slice(0, LISTED);
	const who = (users: { task: number }[], more: boolean) => users.slice(0, 3).map((u) => head.tasks[u.task]!).map(taskName).join(', ') + (more ? ' and many more' : users.length > 3 ? `, ${users.length - 3} more` : '');
	if (!places.length) return empty(host, 'No call works on a file, a socket or a pipe.');
	host.append(element('h3', '', 'Files, sockets and pipes'), table(['what', 'calls', 'failed', 'time', 'read', 'written', 'by'],
		shown.map((p) => [p.what, p.calls, p.errors, took(p.total), amount(bytes(p.read), p.read), amount(bytes(p.written), p.written), who(p.users, p.more)]),
		(i) => store.set({ filter: `path==${quoted(shown[i]!.what)} || fd.path==${quoted(shown[i]!.what)}`, view: 'calls' })));
	if (allPlaces > shown.length) host.append(element('p', 'quiet', `${count(allPlaces - shown.length)} more, on which less time was spent, are not listed.`));
	talks(store, host);
}

/** Who writes what others read. */
function talks(store: Store, host: HTMLElement): void {
	const { head } = store, name = processNames(head.tasks);
	const list = (m: Map<number, number>) => [...m].map(([pid, n]) => `${name(pid)} (${bytes(n)})`).join(', ') || '-';
	const rows = talksOf(store.summary().places, head);
	if (rows.length) host.append(element('h3', '', 'Who talks to whom'), table(['through', 'writers', 'readers'], rows.map((r) => [r.what, list(r.from), list(r.to)])));
}

function errors(store: Store, host: HTMLElement): void {
	const { errors: list, allErrors } = store.summary(), shown = list.slice(0, LISTED);
	if (!list.length) return empty(host, 'Nothing failed.');
	host.append(table(['failed', 'call', 'error', 'file name', 'places', 'time', 'why'],
		shown.map((e) => [e.calls, e.name, e.error, e.what, e.more ? amount(`${count(e.places)} or more`, e.places) : e.places, took(e.total), store.head.calls[e.name]?.errors?.[e.error] ?? '']),
		(i) => store.set({ filter: `call==${shown[i]!.name} && errno==${shown[i]!.error}${shown[i]!.what ? ` && path~${quoted('*' + shown[i]!.what)}` : ''}`, view: 'calls' })));
	if (allErrors > shown.length) host.append(element('p', 'quiet', `${count(allErrors - shown.length)} more kinds are not listed.`));
}

function empty(host: HTMLElement, why: string): void {
	host.append(element('p', 'empty', why));
}

function plot(host: HTMLElement, title: string, xs: number[], series: { label: string; values: (number | null)[]; color: string }[], unit: (v: number) => string, more: { stepped?: boolean; binary?: boolean } = {}): void {
	const box = element('div', 'plot'), style = getComputedStyle(document.body), ink = style.getPropertyValue('--ink'), faint = style.getPropertyValue('--faint');
	host.append(box);
	const axis = { stroke: ink, grid: { stroke: faint, width: 1 }, ticks: { stroke: faint } };
	new uPlot({
		title, width: Math.max(320, host.clientWidth - 20), height: 300, scales: { x: { time: false } },
		axes: [{ ...axis, values: (_, v) => v.map((t) => time(t)) }, { ...axis, size: 80, values: (_, v) => v.map((n) => unit(n)), ...(more.binary ? { incrs: Array.from({ length: 50 }, (_, i) => 2 ** i) } : {}) }],
		series: [{ label: 'at', value: (_, v) => (v == null ? '' : time(v)) }, ...series.map((s) => ({ label: s.label, stroke: s.color, width: 1.5, points: { show: false }, ...(more.stepped ? { paths: uPlot.paths.stepped!({ align: 1 }) } : {}), value: (_: uPlot, v: number | null) => (v == null ? '' : unit(v)) }))],
	}, [xs, ...series.map((s) => s.values)] as uPlot.AlignedData, box);
}

function rate(store: Store, host: HTMLElement): void {
	const r = store.rate(), step = (r.to - r.from) / r.all.length, perSecond = 1e9 / step, style = getComputedStyle(document.body);
	const lines = [...r.names.map((n, i) => ({ label: n.name, counts: n.counts, color: style.getPropertyValue(`--class${[7, 0, 1, 2, 5][i]}`) })),
		{ label: 'all calls', counts: r.all, color: style.getPropertyValue('--ink') }, { label: 'failed', counts: r.failed, color: style.getPropertyValue('--error') }];
	if (!r.all.some((n) => n)) return empty(host, 'No calls in this window.');
	plot(host, 'Calls a second', r.all.map((_, i) => r.from + i * step), lines.map((l) => ({ label: l.label, values: l.counts.map((n) => n * perSecond), color: l.color })),
		(v) => (v >= 1e6 ? `${(v / 1e6).toFixed(1)}M` : v >= 1e3 ? `${(v / 1e3).toFixed(0)}k` : v.toFixed(0)));
}

async function memory(store: Store, host: HTMLElement): Promise<void> {
	const points = await store.memory(), { tasks } = store.head, pidOf = (p: MemoryPoint) => tasks[p.task]!.pid, moved = new Map<number, number>();
	if (!points.length) return empty(host, 'Nothing was mapped.');
	for (const p of points) moved.set(pidOf(p), (moved.get(pidOf(p)) ?? 0) + Math.abs(p.change));
	const pids = [...moved].sort((a, b) => b[1] - a[1]).slice(0, LINES).map(([pid]) => pid), line = new Map(pids.map((pid, i) => [pid, i]));
	const xs: number[] = [], lines = pids.map(() => [] as number[]), now = pids.map(() => 0), style = getComputedStyle(document.body), name = processNames(tasks);
	for (const p of points.filter((x) => line.has(pidOf(x))).sort((a, b) => a.at - b.at)) {
		now[line.get(pidOf(p))!]! += p.change;
		xs.push(p.at);
		lines.forEach((l, i) => l.push(now[i]!));
	}
	plot(host, 'Address space: what mmap, mremap, brk and munmap added', xs,
		pids.map((pid, i) => ({ label: name(pid), values: lines[i]!, color: style.getPropertyValue(`--class${i % 10}`) })), bytes, { stepped: true, binary: true });
	if (moved.size > LINES) host.append(element('p', 'quiet', `The ${LINES} processes that mapped most; there are ${count(moved.size)}.`));
	host.append(element('p', 'quiet', 'An execve starts from nothing again; memory that was mapped before the recording began is not in it.'));
}

/** What `ringside replay -yy` prints, a block at a time. */
function text(store: Store, host: HTMLElement): void {
	const { head } = store, last = Math.ceil(head.rows / head.block) - 1, pre = element('pre', 'replay');
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
