// Numbers as people read them.

/** Three digits and a unit. */
export function time(ns: number): string {
	const [v, unit] = ns < 1e3 ? [ns, 'ns'] : ns < 1e6 ? [ns / 1e3, 'µs'] : ns < 1e9 ? [ns / 1e6, 'ms'] : [ns / 1e9, 's'];
	return `${v < 9.995 && unit !== 'ns' ? v.toFixed(2) : v < 99.95 && unit !== 'ns' ? v.toFixed(1) : v.toFixed(0)} ${unit}`;
}

/** A point in time, as exact as steps of `step` nanoseconds need. */
export function clock(ns: number, step: number): string {
	const [v, size, unit] = ns >= 1e9 || ns === 0 ? [ns / 1e9, 1e9, 's'] : ns >= 1e6 ? [ns / 1e6, 1e6, 'ms'] : ns >= 1e3 ? [ns / 1e3, 1e3, 'µs'] : [ns, 1, 'ns'];
	const digits = Math.max(0, Math.min(Math.log10(size), Math.ceil(Math.log10(size / step) - 1e-9)));
	return `${ns === 0 ? 0 : v.toFixed(digits)} ${unit}`;
}

export function bytes(n: number): string {
	const [v, unit] = n < 1024 ? [n, 'B'] : n < 1 << 20 ? [n / 1024, 'KiB'] : n < 2 ** 30 ? [n / (1 << 20), 'MiB'] : [n / 2 ** 30, 'GiB'];
	return `${unit === 'B' ? v : v < 10 ? v.toFixed(2) : v.toFixed(1)} ${unit}`;
}

export function count(n: number): string {
	return n.toLocaleString('en');
}

/** "exited with 1", "killed by signal 9". */
export function status(wait: number): string {
	if (wait < 0) return 'still running';
	return wait & 0x7f ? `killed by signal ${wait & 0x7f}` : `exited with ${(wait >> 8) & 0xff}`;
}

/** Elements are made of text, never of markup: what was traced is not to be trusted. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
	const e = document.createElement(tag);
	if (className) e.className = className;
	e.append(...children);
	return e;
}

export function button(text: string, onClick: () => void, className = ''): HTMLButtonElement {
	const b = element('button', className, text);
	b.type = 'button';
	b.addEventListener('click', onClick);
	return b;
}

/** A cell that stands right, and is sorted by its value. */
export function amount(text: string, value: number): HTMLElement {
	const e = element('span', 'amount', text);
	e.dataset['value'] = String(value);
	return e;
}

export type Cell = string | number | Node;

function isAmount(c: Cell | undefined): boolean {
	return typeof c === 'number' || (c instanceof HTMLElement && c.className === 'amount');
}

function valueOf(c: Cell): number | string {
	return typeof c === 'number' ? c : c instanceof HTMLElement && c.dataset['value'] !== undefined ? Number(c.dataset['value']) : typeof c === 'string' ? c : c.textContent ?? '';
}

function compare(a: Cell, b: Cell): number {
	const x = valueOf(a), y = valueOf(b);
	return typeof x === 'number' && typeof y === 'number' ? y - x : String(x).localeCompare(String(y));
}

/** A row that is chosen by click or Enter. */
function choice(row: HTMLElement, choose: () => void): void {
	row.tabIndex = 0;
	row.className = 'choice';
	row.addEventListener('click', choose);
	row.addEventListener('keydown', (e) => { if (e.key === 'Enter') choose(); });
}

/** A table from rows of cells; amounts stand right. A click on a head sorts by its column: the most first, then the least. */
export function table(heads: string[], rows: Cell[][], onRow?: (index: number) => void, sortable = true): HTMLElement {
	const head = element('tr'), body = element('tbody');
	const lines = rows.map((cells, i) => {
		const line = element('tr', '', ...cells.map((c) => element('td', isAmount(c) ? 'number' : '', typeof c === 'number' ? count(c) : c)));
		if (onRow) choice(line, () => onRow(i));
		return line;
	});
	heads.forEach((h, column) => {
		const th = element('th', isAmount(rows[0]?.[column]) ? 'number' : '');
		th.append(sortable ? button(h, () => {
			const least = th.ariaSort === 'descending', order = rows.map((_, i) => i).sort((a, b) => compare(rows[a]![column]!, rows[b]![column]!) * (least ? -1 : 1));
			for (const other of head.children) (other as HTMLElement).ariaSort = null;
			th.ariaSort = least ? 'ascending' : 'descending';
			body.replaceChildren(...order.map((i) => lines[i]!));
		}, 'sort') : h);
		head.append(th);
	});
	body.append(...lines);
	return element('div', 'scroll', element('table', '', element('thead', '', head), body));
}
