// The page's side of the worker, and what is being looked at: the filter, the time window, the view, the chosen call. All of that is in the address, so
// that a link leads to the same state.

import type { Columns, Head, Model, RowText } from './model';
import { rowsByTask, spanOf } from './model';
import type { MemoryPoint } from './worker';

declare const WORKER_SOURCE: string;

export interface State {
	view: string;
	filter: string;
	/** The time window, ns. */
	from: number;
	to: number;
	/** A row, or -1. */
	call: number;
	step: number;
}

const BLOCKS_KEPT = 16;

type Listener = (changed: Set<keyof State | 'rows'>) => void;

export class Store {
	model!: Model;
	/** Rows that pass the filter, in order. */
	rows!: Uint32Array;
	filterError = '';
	state: State = { view: 'calls', filter: '', from: 0, to: 0, call: -1, step: 1 };
	private readonly worker: Worker;
	private readonly waiting = new Map<number, { done(v: unknown): void; failed(e: Error): void }>();
	private readonly listeners: Listener[] = [];
	private readonly blocks = new Map<number, Promise<RowText[]>>();
	private next = 1;

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

	async load(): Promise<void> {
		const head = JSON.parse(document.getElementById('head')!.textContent!) as Head;
		const columns: Record<string, string> = {};
		for (const e of document.querySelectorAll<HTMLScriptElement>('script[type="text/column"]')) columns[e.dataset['name']!] = e.textContent!;
		const blocks = Array.from(document.querySelectorAll('script[type="text/block"]'), (e) => e.textContent!);
		const decoded = await this.ask<Columns>({ do: 'load', head, columns, blocks });
		this.model = { head, columns: decoded, byTask: rowsByTask(head, decoded), span: spanOf(decoded) };
		this.rows = allRows(head.rows);
		this.state.to = this.model.span;
	}

	/** The text of a row. */
	async text(row: number): Promise<RowText> {
		return (await this.block(Math.floor(row / this.model.head.block)))[row % this.model.head.block]!;
	}

	/** The rows of a block; the last few are kept, since a list asks for each of its rows. */
	block(number: number): Promise<RowText[]> {
		let rows = this.blocks.get(number);
		if (rows) return rows;
		rows = this.ask<RowText[]>({ do: 'block', block: number });
		this.blocks.set(number, rows);
		if (this.blocks.size > BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value!);
		return rows;
	}

	memory(): Promise<MemoryPoint[]> {
		return this.ask({ do: 'memory' });
	}

	listen(l: Listener): void {
		this.listeners.push(l);
	}

	private tell(changed: Set<keyof State | 'rows'>): void {
		for (const l of this.listeners) l(changed);
	}

	/** Changes what is looked at, tells everybody, and puts it into the address. */
	set(change: Partial<State>): void {
		const changed = new Set<keyof State | 'rows'>();
		for (const [k, v] of Object.entries(change) as [keyof State, never][]) {
			if (this.state[k] === v) continue;
			this.state[k] = v;
			changed.add(k);
		}
		if (!changed.size) return;
		this.writeAddress();
		this.tell(changed);
		if (changed.has('filter')) void this.applyFilter();
	}

	async applyFilter(): Promise<void> {
		const wanted = this.state.filter;
		this.filterError = '';
		try {
			const rows = wanted.trim() ? await this.ask<Uint32Array>({ do: 'filter', expression: wanted }) : allRows(this.model.head.rows);
			if (wanted !== this.state.filter) return;
			this.rows = rows;
		} catch (e) {
			if (wanted !== this.state.filter) return;
			this.filterError = (e as Error).message;
		}
		this.tell(new Set(['rows']));
	}

	private writeAddress(): void {
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
			call: p.has('call') && call! >= 0 && call! < this.model.head.rows ? call! : -1, step: step && step >= 1 && step <= 8 ? step : 1,
		});
	}
}

function allRows(n: number): Uint32Array {
	const out = new Uint32Array(n);
	for (let i = 0; i < n; i++) out[i] = i;
	return out;
}
