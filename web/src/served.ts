// A recording that stays where it is: `ringside view` is asked for an overview of it, and for chunks as somebody looks closer.

import { parseRow, rowsByTask, type Columns, type Head, type Model, type RowText, type Words } from './model';
import { summaryServed, type ServedSummary, type WholeSummary } from './summary';

/** What is looked for; neither: everything. */
export interface Wanted {
	where?: string;
	words?: string;
}

export interface Packed extends Words {
	rows: number;
	columns: Record<string, string>;
}

export interface PackedChunk extends Packed {
	first: number;
}

export interface PackedOverview extends Packed {
	stands_for: number;
	calls: number;
	summary: ServedSummary;
}

export interface Overview {
	model: Model;
	summary: WholeSummary;
	/** How many rows it stands for. */
	rows: number;
}

/** A chunk, decoded. */
export interface Chunk extends Words {
	first: number;
	columns: Columns;
	/** 1: the row is looked for. */
	passes: Uint8Array;
}

export type Decode = (packed: Packed, extra: string[]) => Promise<{ columns: Columns; extra: Float64Array[] }>;

const POLL_MS = 200;
const CHUNKS_KEPT = 24;
/** Most rows of a window that are here at once. */
export const WINDOW_ROWS = 400_000;

/**
 * The chunks, [from, to), that hold what ended from one time to another, and the one after it, where calls are that were in progress then. Undefined when
 * those are too many rows to be here.
 */
export function chunksFor(chunks: NonNullable<Head['chunks']>, from: number, to: number, most = WINDOW_ROWS): [number, number] | undefined {
	let first = 0, end = 0, rows = 0;
	while (first < chunks.length - 1 && chunks[first]![2] < from) first++;
	for (end = first; end < chunks.length; end++) {
		rows += chunks[end]![1];
		if (rows > most && end > first) return undefined;
		if (chunks[end]![2] > to) break;
	}
	return [first, Math.min(chunks.length, end + 2)];
}

/** Words of several chunks as one list. */
class Dictionary {
	readonly words = [''];
	private readonly numbers = new Map<string, number>([['', 0]]);

	/** For each of a chunk's words, its number here. */
	take(words: string[]): Uint32Array {
		return Uint32Array.from(words, (w) => {
			let n = this.numbers.get(w);
			if (n === undefined) {
				this.numbers.set(w, (n = this.words.length));
				this.words.push(w);
			}
			return n;
		});
	}
}

const KINDS: (keyof Columns)[] = ['kind', 'task', 'start', 'took', 'name', 'error', 'result', 'path', 'fd', 'bytes'];

export function newColumns(n: number): Columns {
	return {
		kind: new Uint8Array(n), task: new Uint32Array(n), start: new Float64Array(n), took: new Float64Array(n), name: new Uint32Array(n),
		error: new Uint16Array(n), result: new Float64Array(n), path: new Uint32Array(n), fd: new Uint32Array(n), bytes: new Float64Array(n),
	};
}

/** Rows of an overview that overlap a time and are not of the chunks: waits that began before it, or end after. */
function overlapping(overview: Model, from: number, to: number, first: number, end: number): number[] {
	const c = overview.columns, out: number[] = [];
	for (let i = 0; i < c.start.length && c.start[i]! <= to; i++) {
		const n = overview.number![i]!;
		if (c.start[i]! + c.took[i]! >= from && (n < first || n >= end)) out.push(i);
	}
	return out.sort((a, b) => overview.number![a]! - overview.number![b]!);
}

/** Chunks that follow each other as one model, and which of its rows are looked for. */
export function joined(head: Head, chunks: Chunk[], overview: Model, span: number): { model: Model; rows: Uint32Array } {
	const names = new Dictionary(), paths = new Dictionary(), fds = new Dictionary();
	const first = chunks[0]!.first, end = chunks[chunks.length - 1]!.first + chunks[chunks.length - 1]!.columns.kind.length;
	const starts = chunks.flatMap((c) => (c.columns.start.length ? [c.columns.start.reduce((a, b) => Math.min(a, b))] : []));
	const ends = chunks.map((c) => c.columns.start.reduce((a, b, i) => Math.max(a, b + c.columns.took[i]!), 0));
	const around = overlapping(overview, Math.min(...starts), Math.max(...ends), first, end);
	const before = around.filter((i) => overview.number![i]! < first), after = around.filter((i) => overview.number![i]! >= end);
	const pick = (rows: number[]): Chunk => {
		const columns = newColumns(rows.length);
		for (const k of KINDS) rows.forEach((r, i) => { columns[k][i] = overview.columns[k][r]!; });
		return { first: -1, columns, passes: new Uint8Array(rows.length).fill(1), names: overview.names, paths: overview.paths, fds: overview.fds };
	};
	const parts: [Chunk, (i: number) => number][] = [[pick(before), (i) => overview.number![before[i]!]!], ...chunks.map((c): [Chunk, (i: number) => number] => [c, (i) => c.first + i]),
		[pick(after), (i) => overview.number![after[i]!]!]];
	const n = parts.reduce((a, [c]) => a + c.columns.kind.length, 0), columns = newColumns(n), number = new Float64Array(n), rows: number[] = [];
	let at = 0;
	for (const [c, numberAt] of parts) {
		for (const k of KINDS) columns[k].set(c.columns[k] as never, at);
		const toName = names.take(c.names), toPath = paths.take(c.paths), toFd = fds.take(c.fds);
		for (let i = 0; i < c.columns.kind.length; i++, at++) {
			columns.name[at] = toName[columns.name[at]!]!;
			columns.path[at] = toPath[columns.path[at]!]!;
			columns.fd[at] = toFd[columns.fd[at]!]!;
			number[at] = numberAt(i);
			if (c.passes[i]) rows.push(at);
		}
	}
	const model: Model = { head, columns, number, span, names: names.words, paths: paths.words, fds: fds.words, byTask: rowsByTask(head, columns) };
	return { model, rows: Uint32Array.from(rows) };
}

export class ServedError extends Error {}

export class Served {
	private readonly chunks = new Map<string, Promise<Chunk>>();

	constructor(private readonly decode: Decode) {}

	/** The answer, as soon as it is there; meanwhile how far it is, 0 to 1: false from there means that nobody waits for it any more. */
	private async get(path: string, progress?: (part: number, events: number) => boolean | void): Promise<Response> {
		for (;;) {
			let r: Response;
			try {
				r = await fetch(path, { cache: 'no-store' });
			} catch {
				throw new ServedError('ringside view does not answer any more: has it ended?');
			}
			if (r.status === 200) return r;
			const body = await r.text();
			if (r.status !== 202) throw new ServedError(body.startsWith('{') ? (JSON.parse(body) as { error: string }).error : body.trim());
			const p = JSON.parse(body) as { progress: number; events: number };
			if (progress?.(p.progress, p.events) === false) throw new ServedError('something else is looked for');
			await new Promise((done) => setTimeout(done, POLL_MS));
		}
	}

	async head(progress: (part: number, events: number) => void): Promise<Head> {
		return await (await this.get('head', progress)).json() as Head;
	}

	private static query(path: string, wanted: Wanted, more: Record<string, string> = {}): string {
		const p = new URLSearchParams({ ...more, ...wanted } as Record<string, string>);
		return p.size ? `${path}?${p}` : path;
	}

	async overview(head: Head, wanted: Wanted, progress: (part: number) => boolean | void): Promise<Overview> {
		const packed = await (await this.get(Served.query('overview', wanted), progress)).json() as PackedOverview, span = Math.max(1, head.span!);
		const { columns, extra: [count, failed, number] } = await this.decode(packed, ['count', 'failed', 'number']);
		const { names, paths, fds } = packed;
		const model: Model = { head, columns, span, names, paths, fds, byTask: rowsByTask(head, columns), count: count!, failed: failed!, number: number! };
		return { model, summary: summaryServed(packed.summary, names, head, span), rows: packed.stands_for };
	}

	/** The last ones are kept. */
	chunk(n: number, wanted: Wanted): Promise<Chunk> {
		const path = Served.query('chunk', wanted, { n: String(n) });
		const known = this.chunks.get(path);
		if (known) return known;
		const made = this.fetchChunk(path);
		this.chunks.set(path, made);
		made.catch(() => this.chunks.delete(path));
		if (this.chunks.size > CHUNKS_KEPT) this.chunks.delete(this.chunks.keys().next().value!);
		return made;
	}

	private async fetchChunk(path: string): Promise<Chunk> {
		const packed = await (await this.get(path)).json() as PackedChunk;
		const { columns, extra: [passes] } = await this.decode(packed, ['passes']);
		return { first: packed.first, columns, passes: Uint8Array.from(passes!), names: packed.names, paths: packed.paths, fds: packed.fds };
	}

	async block(n: number): Promise<RowText[]> {
		return (await (await this.get(`text?block=${n}`)).text()).split('\x05').slice(0, -1).map(parseRow);
	}
}
