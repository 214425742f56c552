// The list of calls: only what is in sight is there, and its text comes from the worker.

import { element, time } from './format';
import { Kind, NO_RESULT, type RowText } from './model';
import type { Store } from './store';

const ROW = 22;
/** Browsers do not make elements taller than about that. */
const TALLEST = 15_000_000;

export class Calls {
	readonly root = element('div', 'calls');
	private readonly body = element('div', 'calls-body');
	private readonly space = element('div');
	private asked = false;

	constructor(private readonly store: Store) {
		this.root.tabIndex = 0;
		this.root.setAttribute('aria-label', 'Calls: up and down choose one, Enter goes through it');
		this.space.append(this.body);
		this.root.append(this.space);
		this.root.addEventListener('scroll', () => this.draw());
		this.root.addEventListener('keydown', (e) => {
			const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[e.key];
			if (!by) return;
			e.preventDefault();
			this.choose(this.position() + by);
		});
		new ResizeObserver(() => this.draw()).observe(this.root);
	}

	/** Where the chosen call is in the list, or the first after it. */
	private position(): number {
		const rows = this.store.rows, wanted = this.store.state.call;
		let low = 0, high = rows.length;
		while (low < high) {
			const mid = (low + high) >> 1;
			if (rows[mid]! < wanted) low = mid + 1;
			else high = mid;
		}
		return low;
	}

	private choose(i: number): void {
		const row = this.store.rows[Math.max(0, Math.min(this.store.rows.length - 1, i))];
		if (row !== undefined) this.store.set({ call: row, step: 1 });
	}

	private height(): number {
		return Math.min(TALLEST, this.store.rows.length * ROW);
	}

	/** Scrolls the chosen call into sight. */
	reveal(): void {
		const n = this.store.rows.length, at = this.position();
		if (this.store.state.call < 0 || !n) return;
		const y = n * ROW <= TALLEST ? at * ROW : (at / n) * this.height();
		if (y < this.root.scrollTop || y > this.root.scrollTop + this.root.clientHeight - ROW) this.root.scrollTop = y - this.root.clientHeight / 2;
		this.draw();
	}

	draw(): void {
		this.space.style.height = `${this.height()}px`;
		if (this.asked) return;
		this.asked = true;
		requestAnimationFrame(() => { this.asked = false; this.drawNow(); });
	}

	private drawNow(): void {
		const rows = this.store.rows, n = rows.length, exact = n * ROW <= TALLEST;
		const first = Math.max(0, Math.floor(exact ? this.root.scrollTop / ROW : (this.root.scrollTop / this.height()) * n));
		const shown = rows.slice(first, first + Math.ceil(this.root.clientHeight / ROW) + 1);
		this.body.style.transform = `translateY(${exact ? first * ROW : this.root.scrollTop}px)`;
		this.body.replaceChildren(...Array.from(shown, (row) => this.line(row)));
		if (!n) this.body.append(element('p', 'empty', 'Nothing passes the filter.'));
	}

	/** A call whose line trace broke in two, since others came between, is put together again. Who it is stands beside it. */
	private oneLine(row: number, t: RowText): string {
		const { columns: c, head } = this.store.model, whole = t.lines.trimEnd().replace(/^\[pid +\d+\] /, '');
		if (c.kind[row] !== Kind.Call || !/\n|<\.\.\. |<unfinished/.test(t.lines)) return whole;
		const error = c.error[row]!, result = error && error !== NO_RESULT ? `-1 ${head.errors[error] ?? error}` : t.result;
		return `${head.names[c.name[row]!]}(${t.args.map((a) => a.value).join(', ')}) = ${result}`;
	}

	private line(row: number): HTMLElement {
		const { columns: c, head } = this.store.model, task = head.tasks[c.task[row]!];
		const text = element('code', '', head.names[c.name[row]!] || (c.kind[row] === Kind.Start ? 'begins' : ''));
		const e = element('div', 'line' + (c.error[row] ? ' failed' : '') + (row === this.store.state.call ? ' chosen' : ''),
			element('span', 'at', time(c.start[row]!)), element('span', 'who', task ? `${task.comm} ${task.tid}` : ''),
			element('span', 'took', c.kind[row] === Kind.Call ? time(c.took[row]!) : ''), text);
		e.dataset['row'] = String(row);
		e.addEventListener('click', () => this.store.set({ call: row, step: 1 }));
		void this.store.text(row).then((t) => { text.textContent = this.oneLine(row, t) || text.textContent; });
		return e;
	}
}
