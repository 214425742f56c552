// Off the page's thread: decodes columns and blocks of text, and looks through them.

import { compile, FilterError, type Row } from './filter';
import { Kind, parseRow, type Columns, type Head, type RowText } from './model';

export type Request =
	| { id: number; do: 'load'; head: Head; columns: Record<string, string>; blocks: string[] }
	| { id: number; do: 'block'; block: number }
	| { id: number; do: 'filter'; expression: string }
	| { id: number; do: 'memory' };

export interface MemoryPoint {
	at: number;
	task: number;
	change: number;
}

let head: Head;
let columns: Columns;
let blocks: string[];
const cache = new Map<number, RowText[]>();
const CACHED = 64;

function fromBase64(text: string): Uint8Array {
	const raw = atob(text);
	const out = new Uint8Array(raw.length);
	for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
	return out;
}

async function unpack(base64: string): Promise<Uint8Array> {
	const stream = new Blob([fromBase64(base64) as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** LEB128 numbers into an array; signed ones are zigzag. Numbers beyond 2^53 lose their last bits. */
function numbers(bytes: Uint8Array, out: { [i: number]: number; length: number }, signed: boolean): void {
	let at = 0;
	for (let i = 0; i < out.length; i++) {
		let v = 0, scale = 1, b;
		do {
			b = bytes[at++]!;
			v += (b & 0x7f) * scale;
			scale *= 128;
		} while (b & 0x80);
		out[i] = !signed ? v : v % 2 ? -(v + 1) / 2 : v / 2;
	}
}

async function load(r: Extract<Request, { do: 'load' }>): Promise<Columns> {
	const n = r.head.rows;
	const raw = Object.fromEntries(await Promise.all(Object.entries(r.columns).map(async ([k, v]) => [k, await unpack(v)] as const)));
	const c: Columns = {
		kind: new Uint8Array(n), task: new Uint32Array(n), start: new Float64Array(n), took: new Float64Array(n), name: new Uint32Array(n),
		error: new Uint16Array(n), result: new Float64Array(n), path: new Uint32Array(n), fd: new Uint32Array(n), bytes: new Float64Array(n),
	};
	for (const [name, array] of Object.entries(c)) numbers(raw[name]!, array, name === 'start' || name === 'result' || name === 'bytes');
	for (let i = 1; i < n; i++) c.start[i]! += c.start[i - 1]!;
	head = r.head;
	columns = c;
	blocks = r.blocks;
	return c;
}

async function block(number: number): Promise<RowText[]> {
	const known = cache.get(number);
	if (known) return known;
	const text = new TextDecoder().decode(await unpack(blocks[number]!));
	const rows = text.split('\x05').slice(0, -1).map(parseRow);
	cache.set(number, rows);
	if (cache.size > CACHED) cache.delete(cache.keys().next().value!);
	return rows;
}

/** The rows for which an expression is true. */
async function filter(expression: string): Promise<Uint32Array> {
	const f = compile(expression, head, columns);
	const out = new Uint32Array(head.rows);
	let n = 0, texts: RowText[] = [], first = 0;
	const row: Row = { index: 0, text: () => texts[row.index - first]! };
	for (let b = 0; b * head.block < head.rows; b++) {
		if (f.needsText) texts = await block(b);
		first = b * head.block;
		const end = Math.min(head.rows, first + head.block);
		for (row.index = first; row.index < end; row.index++) if (f.test(row)) out[n++] = row.index;
	}
	return out.slice(0, n);
}

/** By how much each call changed a process's address space: mmap, munmap, mremap, brk. */
async function memory(): Promise<MemoryPoint[]> {
	const wanted = new Set(['mmap', 'munmap', 'mremap', 'brk'].map((n) => head.names.indexOf(n)));
	const points: MemoryPoint[] = [];
	const brk = new Map<number, bigint>();
	for (let i = 0; i < head.rows; i++) {
		if (columns.kind[i] !== Kind.Call || columns.error[i] || !wanted.has(columns.name[i]!)) continue;
		const regs = (await block(Math.floor(i / head.block)))[i % head.block]!.registers.map((h) => BigInt('0x' + h));
		const name = head.names[columns.name[i]!]!;
		const pid = head.tasks[columns.task[i]!]!.pid;
		let change = 0n;
		if (name === 'mmap') change = regs[2]!;
		else if (name === 'munmap') change = -regs[2]!;
		else if (name === 'mremap') change = regs[3]! - regs[2]!;
		else {
			const now = regs[7]!;
			change = brk.has(pid) ? now - brk.get(pid)! : 0n;
			brk.set(pid, now);
		}
		if (change) points.push({ at: columns.start[i]! + columns.took[i]!, task: columns.task[i]!, change: Number(change) });
	}
	return points;
}

async function answer(r: Request): Promise<unknown> {
	switch (r.do) {
	case 'load': return load(r);
	case 'block': return block(r.block);
	case 'filter': return filter(r.expression);
	case 'memory': return memory();
	}
}

self.onmessage = async (m: MessageEvent<Request>) => {
	try {
		self.postMessage({ id: m.data.id, result: await answer(m.data) });
	} catch (e) {
		self.postMessage({ id: m.data.id, error: (e as Error).message, at: e instanceof FilterError ? e.at : -1 });
	}
};
