// What the tables and plots show, added up: by call, by thread, by file, by error, by time. Of rows that are here it is made here; of a recording that
// is not, `ringside view` sends it (src/sink/overview_json.c).

import { isFailure, Kind, NO_RESULT, type Head, type Model } from './model';

export interface Sum {
	calls: number;
	errors: number;
	/** Nanoseconds in them. */
	total: number;
	read: number;
	written: number;
}

export interface NameSum extends Sum {
	name: string;
	median: number;
	p90: number;
	p99: number;
	longest: number;
	/** How many took from 2^i to below 2^(i+1) ns. */
	powers: number[];
}

export interface User {
	task: number;
	read: number;
	written: number;
}

export interface PlaceSum extends Sum {
	what: string;
	users: User[];
	/** There were more of them than are listed. */
	more: boolean;
}

export interface ErrorSum {
	name: string;
	error: string;
	/** The last part of the file's name: a search along directories is one line. */
	what: string;
	calls: number;
	total: number;
	places: number;
	more: boolean;
}

export interface Summary {
	names: NameSum[];
	tasks: Map<number, { calls: number; total: number }>;
	places: PlaceSum[];
	allPlaces: number;
	errors: ErrorSum[];
	allErrors: number;
}

export interface Rate {
	from: number;
	to: number;
	all: number[];
	failed: number[];
	names: { name: string; counts: number[] }[];
}

/** Time from left to right, duration from below to above, two lines a power of two. */
export interface Heat {
	from: number;
	to: number;
	columns: number;
	lines: number;
	counts: ArrayLike<number>;
}

export interface MemoryPoint {
	at: number;
	task: number;
	change: number;
}

const POWERS = 32;
/** Threads of a place that are told apart. */
const USERS = 32;
const RATE_STEPS = 300, RATE_NAMES = 5;
const HEAT_COLUMNS = 240, HEAT_LINES = 60;

export function percentile(sorted: ArrayLike<number>, p: number): number {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

const newSum = (): Sum => ({ calls: 0, errors: 0, total: 0, read: 0, written: 0 });

function add(s: Sum, m: Model, row: number): void {
	const c = m.columns;
	s.calls++;
	s.errors += isFailure(c.error[row]!) ? 1 : 0;
	s.total += c.took[row]!;
	if (c.bytes[row]! > 0) s.read += c.bytes[row]!;
	else s.written -= c.bytes[row]!;
}

function got<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	let v = map.get(key);
	if (v === undefined) map.set(key, (v = make()));
	return v;
}

/** What a descriptor stands for: "3</etc/passwd>" is /etc/passwd. */
export function standsFor(fd: string): string {
	return fd.replace(/^-?\w+<(.*)>$/s, '$1');
}

/** What a call works on. */
export function placeOf(m: Model, row: number): string | undefined {
	const c = m.columns;
	return c.path[row] ? m.paths[c.path[row]!] : c.fd[row] ? standsFor(m.fds[c.fd[row]!]!) : undefined;
}

/** The last part of a path: what programs look for along many directories. */
export function folded(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1) || path;
}

function addUser(place: PlaceSum, m: Model, row: number): void {
	const task = m.columns.task[row]!, bytes = m.columns.bytes[row]!;
	let u = place.users.find((x) => x.task === task);
	if (!u && place.users.length === USERS) {
		place.more = true;
		return;
	}
	if (!u) place.users.push((u = { task, read: 0, written: 0 }));
	if (bytes > 0) u.read += bytes;
	else u.written -= bytes;
}

interface Collected extends Sum {
	took: number[];
}

function nameSum(name: string, c: Collected): NameSum {
	const took = Float64Array.from(c.took).sort(), powers = new Array<number>(POWERS).fill(0);
	for (const t of took) powers[Math.min(POWERS - 1, Math.floor(Math.log2(Math.max(1, t))))]!++;
	const { calls, errors, total, read, written } = c;
	return { name, calls, errors, total, read, written, median: percentile(took, 0.5), p90: percentile(took, 0.9), p99: percentile(took, 0.99), longest: took[took.length - 1] ?? 0, powers };
}

/** Of the calls among the rows. */
export function summarize(m: Model, rows: ArrayLike<number>): Summary {
	const c = m.columns, names = new Map<number, Collected>(), tasks = new Map<number, { calls: number; total: number }>();
	const places = new Map<string, PlaceSum>(), errors = new Map<string, ErrorSum & { paths: Set<number> }>();
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!;
		if (c.kind[row] !== Kind.Call) continue;
		const n = got(names, c.name[row]!, () => ({ ...newSum(), took: [] }));
		add(n, m, row);
		n.took.push(c.took[row]!);
		const t = got(tasks, c.task[row]!, () => ({ calls: 0, total: 0 }));
		t.calls++;
		t.total += c.took[row]!;
		const what = placeOf(m, row);
		if (what !== undefined) {
			const p = got(places, what, () => ({ ...newSum(), what, users: [], more: false }));
			add(p, m, row);
			addUser(p, m, row);
		}
		if (isFailure(c.error[row]!)) addError(errors, m, row);
	}
	const list = [...errors.values()].map(({ paths, ...e }) => ({ ...e, places: paths.size })).sort((a, b) => b.calls - a.calls);
	return {
		names: [...names].map(([n, sum]) => nameSum(m.names[n]!, sum)).sort((a, b) => b.total - a.total),
		tasks,
		places: [...places.values()].sort((a, b) => b.total - a.total), allPlaces: places.size,
		errors: list, allErrors: list.length,
	};
}

function addError(errors: Map<string, ErrorSum & { paths: Set<number> }>, m: Model, row: number): void {
	const c = m.columns, path = c.path[row]!, what = path ? folded(m.paths[path]!) : '';
	const e = got(errors, `${c.name[row]} ${c.error[row]} ${what}`, () => ({
		name: m.names[c.name[row]!]!, error: m.head.errors[c.error[row]!] ?? String(c.error[row]), what, calls: 0, total: 0, places: 0, more: false, paths: new Set<number>(),
	}));
	e.calls++;
	e.total += c.took[row]!;
	if (path) e.paths.add(path);
}

export function rateOf(m: Model, rows: ArrayLike<number>, from: number, to: number): Rate {
	const c = m.columns, step = (to - from) / RATE_STEPS, all = new Array<number>(RATE_STEPS).fill(0), failed = [...all], names = new Map<number, { sum: number; counts: number[] }>();
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!, at = Math.floor((c.start[row]! - from) / step);
		if (c.kind[row] !== Kind.Call || at < 0 || at >= RATE_STEPS) continue;
		const n = got(names, c.name[row]!, () => ({ sum: 0, counts: new Array<number>(RATE_STEPS).fill(0) }));
		n.sum++;
		n.counts[at]!++;
		all[at]!++;
		if (isFailure(c.error[row]!)) failed[at]!++;
	}
	const most = [...names].sort((a, b) => b[1].sum - a[1].sum).slice(0, RATE_NAMES);
	return { from, to, all, failed, names: most.map(([n, v]) => ({ name: m.names[n]!, counts: v.counts })) };
}

/** The line of the heat map for a duration. */
export function heatLine(took: number): number {
	return Math.min(HEAT_LINES - 1, Math.floor(Math.log2(Math.max(1, took)) * 2));
}

export function heatOf(m: Model, rows: ArrayLike<number>, from: number, to: number): Heat {
	const c = m.columns, counts = new Uint32Array(HEAT_COLUMNS * HEAT_LINES);
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i]!;
		if (c.kind[row] !== Kind.Call || c.error[row] === NO_RESULT || c.start[row]! < from || c.start[row]! > to) continue;
		const x = Math.min(HEAT_COLUMNS - 1, Math.floor(((c.start[row]! - from) / (to - from)) * HEAT_COLUMNS));
		counts[heatLine(c.took[row]!) * HEAT_COLUMNS + x]!++;
	}
	return { from, to, columns: HEAT_COLUMNS, lines: HEAT_LINES, counts };
}

/** Who writes what others read, through pipes and sockets; by process. */
export function talksOf(places: PlaceSum[], head: Head): { what: string; from: Map<number, number>; to: Map<number, number> }[] {
	const out = [];
	for (const p of places) {
		if (!/^(pipe|socket|UNIX|TCP|UDP)/.test(p.what)) continue;
		const from = new Map<number, number>(), to = new Map<number, number>();
		for (const u of p.users) {
			const pid = head.tasks[u.task]?.pid ?? 0;
			if (u.written) from.set(pid, (from.get(pid) ?? 0) + u.written);
			if (u.read) to.set(pid, (to.get(pid) ?? 0) + u.read);
		}
		if (from.size + to.size) out.push({ what: p.what, from, to });
	}
	return out;
}

/** As `ringside view` sends it. */
export interface ServedSummary {
	names: [name: number, calls: number, errors: number, total: number, read: number, written: number, median: number, p90: number, p99: number, longest: number, powers: number[]][];
	tasks: [task: number, calls: number, total: number][];
	all_places: number;
	places: [what: string, calls: number, errors: number, total: number, read: number, written: number, more: boolean, users: [task: number, read: number, written: number][]][];
	all_errors: number;
	errors: [name: number, error: number, what: string, calls: number, total: number, places: number, more: boolean][];
	rate: { all: number[]; failed: number[]; names: [name: number, counts: number[]][] };
	heat: { columns: number; lines: number; counts: number[] };
	memory: [at: number, task: number, change: number][];
}

export interface WholeSummary extends Summary {
	rate: Rate;
	heat: Heat;
	memory: MemoryPoint[];
}

export function summaryServed(s: ServedSummary, names: string[], head: Head, span: number): WholeSummary {
	return {
		names: s.names.map(([n, calls, errors, total, read, written, median, p90, p99, longest, powers]) => ({ name: names[n]!, calls, errors, total, read, written, median, p90, p99, longest, powers }))
			.sort((a, b) => b.total - a.total),
		tasks: new Map(s.tasks.map(([t, calls, total]) => [t, { calls, total }])),
		places: s.places.map(([what, calls, errors, total, read, written, more, users]) => ({ what, calls, errors, total, read, written, more, users: users.map(([task, r, w]) => ({ task, read: r, written: w })) })),
		allPlaces: s.all_places,
		errors: s.errors.map(([n, error, what, calls, total, places, more]) => ({ name: names[n]!, error: head.errors[error] ?? String(error), what, calls, total, places, more })),
		allErrors: s.all_errors,
		rate: { from: 0, to: span, all: s.rate.all, failed: s.rate.failed, names: s.rate.names.map(([n, counts]) => ({ name: names[n]!, counts })) },
		heat: { from: 0, to: span, ...s.heat },
		memory: s.memory.map(([at, task, change]) => ({ at, task, change })),
	};
}
