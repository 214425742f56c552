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

/** A table from rows of cells; those that are numbers stand right. */
export function table(heads: string[], rows: (string | number | Node)[][], onRow?: (index: number) => void): HTMLElement {
	const t = element('table');
	const head = element('tr');
	for (const h of heads) head.append(element('th', '', h));
	t.append(element('thead', '', head));
	const body = element('tbody');
	rows.forEach((cells, i) => {
		const r = element('tr');
		for (const c of cells) r.append(element('td', typeof c === 'number' ? 'number' : '', typeof c === 'number' ? count(c) : c));
		if (onRow) {
			r.tabIndex = 0;
			r.className = 'choice';
			r.addEventListener('click', () => onRow(i));
			r.addEventListener('keydown', (e) => { if (e.key === 'Enter') onRow(i); });
		}
		body.append(r);
	});
	t.append(body);
	return element('div', 'scroll', t);
}
