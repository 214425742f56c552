// What stands beside the list while no call is chosen: where to look first in this recording, and which keys there are.

import { button, count, element, time } from './format';
import { isFailure, Kind, numberOf } from './model';
import type { Store } from './store';

interface Place {
	/** What one sees, with the numbers of this recording. */
	text: string;
	go(): void;
}

/** The row with the longest call among those that are here, or -1. */
function longest(store: Store): number {
	const { columns: c } = store.model;
	let best = -1;
	for (const row of store.rows) if (c.kind[row] === Kind.Call && (best < 0 || c.took[row]! > c.took[best]!)) best = row;
	return best;
}

/** A call that most people know, to go through first: that opens a file, else any. */
function firstToWalk(store: Store): number {
	const { columns: c, names } = store.model, known = new Set(['openat', 'open', 'read', 'write'].map((n) => names.indexOf(n)).filter((n) => n > 0));
	const found = store.rows.find((row) => c.kind[row] === Kind.Call && known.has(c.name[row]!) && !isFailure(c.error[row]!));
	return found ?? store.rows.find((row) => c.kind[row] === Kind.Call) ?? -1;
}

/** The kind of failure that there is most of: "openat with ENOENT". */
function commonFailure(store: Store): string {
	const kinds = new Map<string, number>();
	for (const e of store.summary().errors) kinds.set(`${e.name} with ${e.error}`, (kinds.get(`${e.name} with ${e.error}`) ?? 0) + e.calls);
	return [...kinds].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0];
}

function places(store: Store): Place[] {
	const { names, places: files } = store.summary(), { columns: c, names: words } = store.model, failed = names.reduce((n, s) => n + s.errors, 0);
	const slow = longest(store), walk = firstToWalk(store), call = (row: number) => store.set({ call: numberOf(store.model, row), step: 1 });
	return [
		...(walk >= 0 ? [{ text: `Go through a call, step by step: ${words[c.name[walk]!]}`, go: () => call(walk) }] : []),
		...(slow >= 0 ? [{ text: `The longest call: ${words[c.name[slow]!]}, ${time(c.took[slow]!)}`, go: () => call(slow) }] : []),
		...(names[0] ? [{ text: `Most time goes to ${names[0].name}: ${time(names[0].total)} in ${count(names[0].calls)} ${names[0].calls === 1 ? 'call' : 'calls'}`, go: () => store.set({ view: 'latency' }) }] : []),
		...(failed ? [{ text: `${count(failed)} ${failed === 1 ? 'call' : 'calls'} failed, most often ${commonFailure(store)}`, go: () => store.set({ view: 'errors' }) }] : []),
		...(files[0] ? [{ text: `Most time on a file, socket or pipe: ${files[0].what}`, go: () => store.set({ view: 'files' }) }] : []),
	];
}

const KEYS: [string, string][] = [
	['click', 'a call, in the list or the timeline, to see its way into the kernel and back'], ['/', 'search: an expression, the name of a call, or words'],
	['wheel', 'zooms the timeline; drag moves it, so do arrows; + - and 0 zoom and show all'], ['n p', 'next and previous step of a call; z zooms to it; Esc lets go of it'],
];

export function guide(store: Store): HTMLElement[] {
	const keys = element('dl', 'keys');
	for (const [key, what] of KEYS) keys.append(element('dt', '', element('kbd', '', key)), element('dd', '', what));
	return [element('h2', '', 'Where to look first'), element('ul', 'guide', ...places(store).map((p) => element('li', '', button(p.text, p.go, 'link')))), element('h2', '', 'Getting around'), keys];
}
