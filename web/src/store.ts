// What is looked at: the rows that are here, the filter, the time window, the view, the chosen call. All of that is in the address, so that a link leads
// to the same state. The rows are those of the page, or what `ringside view` sends of a recording that is too large to be here.

import { asWanted, compile } from './filter';
import { indexOf, rowsByTask, spanOf, type Columns, type Head, type Model, type RowText, type Words } from './model';
import { chunksFor, joined, Served, type Overview } from './served';
import { heatOf, rateOf, summarize, type Heat, type MemoryPoint, type Rate, type Summary } from './summary';

declare const WORKER_SOURCE: string;

export interface State {
	view: string;
	filter: string;
	/** The time window, ns. */
	from: number;
	to: number;
	/** A row of the recording, or -1. */
	call: number;
	step: number;
}

/** Beside the state: the rows that are here, those of them that pass, and what the page is doing. */
export type Change = keyof State | 'model' | 'rows' | 'busy';

const BLOCKS_KEPT = 32;
const LOOK_CLOSER_MS = 120;
const ADDRESS_MS = 100;

type Listener = (changed: Set<Change>) => void;

export class Store {
	head!: Head;
	model!: Model;
	/** Rows that pass the filter, in order: indexes into the model. */
	rows!: Uint32Array;
	filterError = '';
	private searching = '';
	private reading = '';
	/** The whole of a recording that is not here, as the filter `wholeFilter` has it. */
	whole: Overview | undefined;
	wholeFilter = '';
	state: State = { view: 'calls', filter: '', from: 0, to: 0, call: -1, step: 1 };
	private served: Served | undefined;
	private readonly worker: Worker;
	private readonly waiting = new Map<number, { done(v: unknown): void; failed(e: Error): void }>();
	private readonly listeners: Listener[] = [];
	private readonly blocks = new Map<number, Promise<RowText[]>>();
	private next = 1;
	private looking = 0;
	private writing = 0;
	private summed: { rows: Uint32Array; summary: Summary } | undefined;

	constructor() {
		this.worker = new Worker(URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' })));
		this.worker.onmessage = (m) => {
			const w = this.waiting.get(m.data.id)!;
			this.waiting.delete(m.data.id);
			if (m.data.error !== undefined) w.failed(Object.assign(new Error(m.data.error), { at: m.data.at }));
			else w.done(m.data.result);
		};
	}

	private ask<T>(request: object): Promise<T> {
		const id = this.next++;
		return new Promise<T>((done, failed) => {
			this.waiting.set(id, { done: done as (v: unknown) => void, failed });
			this.worker.postMessage({ id, ...request });
		});
	}

	/** Gets the recording. `progress` hears how far it is, when it takes a while. */
	async load(progress: (what: string) => void): Promise<void> {
		if (document.getElementById('served')) await this.loadServed(progress);
		else await this.loadHere();
		this.state.to = this.model.span;
	}

	private async loadHere(): Promise<void> {
		const { names, paths, fds, ...head } = JSON.parse(document.getElementById('head')!.textContent!) as Head & Words;
		const packed: Record<string, string> = {};
		for (const e of document.querySelectorAll<HTMLScriptElement>('script[type="text/column"]')) packed[e.dataset['name']!] = e.textContent!;
		const blocks = Array.from(document.querySelectorAll('script[type="text/block"]'), (e) => e.textContent!), words = { names, paths, fds };
		const columns = await this.ask<Columns>({ do: 'load', head, words, columns: packed, blocks });
		this.head = head;
		this.model = { head, columns, byTask: rowsByTask(head, columns), span: spanOf(columns), ...words };
		this.rows = allRows(head.rows);
	}

	private async loadServed(progress: (what: string) => void): Promise<void> {
		this.served = new Served((packed, extra) => this.ask({ do: 'unpack', rows: packed.rows, columns: packed.columns, extra }));
		this.head = await this.served.head((part, events) => progress(`Reading the tape: ${Math.floor(part * 100)} % of ${events.toLocaleString('en')} events ...`));
		progress('Adding up ...');
		this.whole = await this.served.overview(this.head, {}, () => undefined);
		this.model = this.whole.model;
		this.rows = allRows(this.model.columns.kind.length);
	}

	/** Whether the rows here each stand for several. */
	get isOverview(): boolean {
		return this.model.count !== undefined;
	}

	/** Whether the recording is somewhere else, and only a part of it here. */
	get isServed(): boolean {
		return this.served !== undefined;
	}

	/** The chosen call among the rows that are here, or -1. */
	get chosen(): number {
		return indexOf(this.model, this.state.call);
	}

	/** A row of the recording with the rows around it, whether they were here or not. */
	async find(number: number): Promise<{ model: Model; row: number }> {
		const row = indexOf(this.model, number);
		if (row >= 0 || !this.served) return { model: this.model, row };
		const chunks = this.head.chunks!, n = chunks.findIndex(([first, rows]) => number >= first && number < first + rows);
		if (n < 0) throw new Error('there is no such row');
		const { model } = joined(this.head, [await this.served.chunk(n, {})], this.whole!.model, this.model.span);
		return { model, row: indexOf(model, number) };
	}

	/** The text of a row of the recording. */
	async text(number: number): Promise<RowText> {
		return (await this.block(Math.floor(number / this.head.block)))[number % this.head.block]!;
	}

	/** The rows of a block; the last few are kept, since a list asks for each of its rows. */
	block(number: number): Promise<RowText[]> {
		let rows = this.blocks.get(number);
		if (rows) return rows;
		rows = this.served ? this.served.block(number) : this.ask<RowText[]>({ do: 'block', block: number });
		rows.catch(() => this.blocks.delete(number));
		this.blocks.set(number, rows);
		if (this.blocks.size > BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value!);
		return rows;
	}

	/** Of the rows that pass, or, in an overview, of all that they stand for. */
	summary(): Summary {
		if (this.isOverview) return this.whole!.summary;
		if (this.summed?.rows !== this.rows) this.summed = { rows: this.rows, summary: summarize(this.model, this.rows) };
		return this.summed.summary;
	}

	rate(): Rate {
		return this.isOverview ? this.whole!.summary.rate : rateOf(this.model, this.rows, this.state.from, this.state.to);
	}

	heat(): Heat {
		return this.isOverview ? this.whole!.summary.heat : heatOf(this.model, this.rows, this.state.from, this.state.to);
	}

	/** Of the whole recording, always. */
	memory(): Promise<MemoryPoint[]> {
		return this.whole ? Promise.resolve(this.whole.summary.memory) : this.ask({ do: 'memory' });
	}

	listen(l: Listener): void {
		this.listeners.push(l);
	}

	private tell(...changed: Change[]): void {
		for (const l of this.listeners) l(new Set(changed));
	}

	/** Changes what is looked at, tells everybody, and puts it into the address. */
	set(change: Partial<State>): void {
		const changed: Change[] = [];
		for (const [k, v] of Object.entries(change) as [keyof State, never][]) {
			if (this.state[k] === v) continue;
			this.state[k] = v;
			changed.push(k);
		}
		if (!changed.length) return;
		this.writeAddress();
		this.tell(...changed);
		if (changed.includes('filter')) void this.applyFilter();
		else if (changed.includes('from') || changed.includes('to')) this.lookCloserSoon();
	}

	/** What is being waited for, or ''. */
	get busy(): string {
		return this.searching || this.reading;
	}

	private say(searching: string, reading = this.reading): void {
		if (searching === this.searching && reading === this.reading) return;
		this.searching = searching;
		this.reading = reading;
		this.tell('busy');
	}

	async applyFilter(): Promise<void> {
		const wanted = this.state.filter;
		this.filterError = '';
		try {
			if (this.served) {
				await this.searchTape(wanted);
				return;
			}
			const rows = wanted.trim() ? await this.ask<Uint32Array>({ do: 'filter', expression: wanted }) : allRows(this.head.rows);
			if (wanted !== this.state.filter) return;
			this.rows = rows;
		} catch (e) {
			if (wanted !== this.state.filter) return;
			this.filterError = (e as Error).message;
			this.say('');
		}
		this.tell('rows');
	}

	/** The overview of what passes: the tape is read for it. Mistakes are found here, where they can be shown. */
	private async searchTape(text: string): Promise<void> {
		if (text.trim()) compile(text, this.head, this.model, this.model.columns);
		this.say('Looking through the tape ...');
		const whole = await this.served!.overview(this.head, asWanted(text, this.head), (part) => {
			if (text !== this.state.filter) return false;
			this.say(`Looking through the tape: ${Math.floor(part * 100)} % ...`);
			return true;
		});
		if (text !== this.state.filter) return;
		this.whole = whole;
		this.wholeFilter = text;
		this.say('');
		await this.lookCloser(true);
	}

	/** After the address was read: a small recording is here as a whole at once. */
	begin(): void {
		if (!this.state.filter) this.lookCloserSoon();
	}

	private lookCloserSoon(): void {
		if (!this.served) return;
		clearTimeout(this.looking);
		this.looking = window.setTimeout(() => {
			this.lookCloser(false).catch((e: Error) => { this.say(this.searching, e.message); });
		}, LOOK_CLOSER_MS);
	}

	/** The chunks of the window when they are few enough, else the overview. */
	private async lookCloser(filterChanged: boolean): Promise<void> {
		const { from, to, filter } = this.state, span = chunksFor(this.head.chunks!, from, to);
		const moved = () => from !== this.state.from || to !== this.state.to || filter !== this.state.filter;
		if (!span) {
			this.show(this.whole!.model, allRows(this.whole!.model.columns.kind.length), filterChanged);
			return;
		}
		const wanted = asWanted(filter, this.head), chunks = [];
		for (let n = span[0]; n < span[1]; n++) {
			chunks.push(await this.served!.chunk(n, wanted));
			if (moved()) return;
			if (n + 1 < span[1]) this.say(this.searching, `Reading this window: ${n + 1 - span[0]} of ${span[1] - span[0]} parts ...`);
		}
		const { model, rows } = joined(this.head, chunks, this.whole!.model, this.model.span);
		this.show(model, rows, true);
	}

	private show(model: Model, rows: Uint32Array, always: boolean): void {
		this.say(this.searching, '');
		if (model === this.model && !always) return;
		this.model = model;
		this.rows = rows;
		this.tell('model', 'rows');
	}

	/** A moment later: while somebody pans, a frame has no time for it. */
	private writeAddress(): void {
		clearTimeout(this.writing);
		this.writing = window.setTimeout(() => this.writeAddressNow(), ADDRESS_MS);
	}

	private writeAddressNow(): void {
		const s = this.state, p = new URLSearchParams();
		p.set('view', s.view);
		if (s.filter) p.set('filter', s.filter);
		if (s.from > 0 || s.to < this.model.span) p.set('time', `${Math.round(s.from)}-${Math.round(s.to)}`);
		if (s.call >= 0) p.set('call', `${s.call}.${s.step}`);
		history.replaceState(null, '', `#${p}`);
	}

	readAddress(): void {
		const p = new URLSearchParams(location.hash.slice(1));
		const [from, to] = (p.get('time') ?? '').split('-').map(Number);
		const [call, step] = (p.get('call') ?? '').split('.').map(Number);
		this.set({
			view: p.get('view') ?? 'calls', filter: p.get('filter') ?? '',
			from: to ? Math.max(0, from!) : 0, to: to ? Math.min(to, this.model.span) : this.model.span,
			call: p.has('call') && call! >= 0 && call! < this.head.rows ? call! : -1, step: step && step >= 1 && step <= 8 ? step : 1,
		});
	}
}

function allRows(n: number): Uint32Array {
	const out = new Uint32Array(n);
	for (let i = 0; i < n; i++) out[i] = i;
	return out;
}
