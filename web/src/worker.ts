// Off the page's thread: decodes columns and blocks of text, and looks through them.

import { compile, FilterError, type Row } from './filter';
import { Kind, parseRow, type Columns, type Head, type RowText, type Words } from './model';
import type { MemoryPoint } from './summary';
import { unpack, unpackColumns } from './unpack';

export type Request =
	| { id: number; do: 'load'; head: Head; words: Words; columns: Record<string, string>; blocks: string[] }
	| { id: number; do: 'unpack'; rows: number; columns: Record<string, string>; extra: string[] }
	| { id: number; do: 'block'; block: number }
	| { id: number; do: 'filter'; expression: string }
	| { id: number; do: 'memory' };

let head: Head;
let words: Words;
let columns: Columns;
let blocks: string[];
const cache = new Map<number, RowText[]>();
const CACHED = 64;

async function load(r: Extract<Request, { do: 'load' }>): Promise<Columns> {
	({ head, words, blocks } = r);
	return ({ columns } = await unpackColumns(head.rows, r.columns)).columns;
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
	const f = compile(expression, head, words, columns);
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
	const wanted = new Set(['mmap', 'munmap', 'mremap', 'brk'].map((n) => words.names.indexOf(n)));
	const points: MemoryPoint[] = [];
	const brk = new Map<number, bigint>();
	for (let i = 0; i < head.rows; i++) {
		if (columns.kind[i] !== Kind.Call || columns.error[i] || !wanted.has(columns.name[i]!)) continue;
		const regs = (await block(Math.floor(i / head.block)))[i % head.block]!.registers.map((h) => BigInt('0x' + h));
		const name = words.names[columns.name[i]!]!;
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
	case 'unpack': return unpackColumns(r.rows, r.columns, r.extra);
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
