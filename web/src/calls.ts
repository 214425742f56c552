// The list of calls: only what is in sight is there, and its text comes from the worker.

import { clock, element, time } from './format';
import { isFailure, Kind, NO_RESULT, numberOf, taskName, type RowText } from './model';
import type { Store } from './store';

const ROW = 22;
/** Times in the list are told to one of these, ns: it is a millionth of the whole, about. */
const STEPS = [1, 10, 100, 1e3];
/** Browsers do not make elements taller than about that. */
const TALLEST = 15_000_000;

export class Calls {
	readonly root = element('div', 'calls');
	private readonly body = element('div', 'calls-body');
	private readonly space = element('div');
	private asked = false;
	/** To which times are told: neighbours differ. */
	private step = 1;

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
		const rows = this.store.rows, wanted = this.store.chosen;
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
		if (row !== undefined) this.store.set({ call: numberOf(this.store.model, row), step: 1 });
	}

	private height(): number {
		return Math.min(TALLEST, this.store.rows.length * ROW);
	}

	/** Scrolls the chosen call into sight. */
	reveal(): void {
		const n = this.store.rows.length, at = this.position();
		if (this.store.chosen < 0 || !n) return;
		this.space.style.height = `${this.height()}px`; // else there may be no such place to scroll to
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
		this.step = STEPS.find((x) => this.store.model.span <= x * 1e6) ?? 1e4;
		this.body.style.transform = `translateY(${exact ? first * ROW : this.root.scrollTop}px)`;
		this.body.replaceChildren(...Array.from(shown, (row) => this.line(row)));
		if (!n) this.body.append(element('p', 'empty', this.nothing()));
	}

	private nothing(): string {
		if (!this.store.state.filter) return this.store.isServed ? 'Nothing happened in this window.' : 'This recording is empty.';
		return `Nothing ${this.store.isServed && !this.store.isOverview ? 'in this window ' : ''}passes the filter.`;
	}

	/** A call whose line trace broke in two, since others came between, is put together again. Who it is stands beside it. */
	private oneLine(row: number, t: RowText): string {
		const { model: { columns: c, names }, head } = this.store, whole = t.lines.trimEnd().replace(/^\[pid +\d+\] /, '');
		if (c.kind[row] !== Kind.Call || !/\n|<\.\.\. |<unfinished/.test(t.lines)) return whole;
		const error = c.error[row]!, result = error && error !== NO_RESULT ? `-1 ${head.errors[error] ?? error}` : t.result;
		return `${names[c.name[row]!]}(${t.args.map((a) => a.value).join(', ')}) = ${result}`;
	}

	/** What is known without asking for the text. */
	private brief(row: number): string {
		const { columns: c, names, paths, fds, count } = this.store.model, name = names[c.name[row]!] || (c.kind[row] === Kind.Start ? 'begins' : '');
		if (!count) return name;
		const place = paths[c.path[row]!] || fds[c.fd[row]!] || '', others = count[row]! - 1;
		return `${name}${c.kind[row] === Kind.Call ? `(${place})` : ''}${isFailure(c.error[row]!) ? ` ${this.store.head.errors[c.error[row]!] ?? ''}` : ''}${others ? `   and ${others.toLocaleString('en')} shorter` : ''}`;
	}

	private line(row: number): HTMLElement {
		const { model, head } = this.store, c = model.columns, task = head.tasks[c.task[row]!], text = element('code', '', this.brief(row)), number = numberOf(model, row);
		const e = element('div', 'line' + (isFailure(c.error[row]!) ? ' failed' : '') + (number === this.store.state.call ? ' chosen' : ''),
			element('span', 'at', clock(c.start[row]!, this.step)), element('span', 'who', task ? taskName(task) : ''),
			element('span', 'took', c.kind[row] === Kind.Call ? time(c.took[row]!) : ''), text);
		e.dataset['row'] = String(number);
		e.addEventListener('click', () => this.store.set({ call: number, step: 1 }));
		if (!model.count) this.store.text(number).then((t) => { text.textContent = this.oneLine(row, t) || text.textContent; }, () => undefined);
		return e;
	}
}
