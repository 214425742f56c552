// The page: reads the recording, then shows it. Everything that is shown follows from Store's state.

import { Calls } from './calls';
import { button, clock, count, element, time } from './format';
import { StepView } from './step';
import { Store } from './store';
import { Timeline } from './timeline';
import { VIEWS } from './views';

const store = new Store();
const by = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function showFacts(): void {
	const { model: { span }, head } = store, title = head.title ?? (head.argv.join(' ') || 'A recording');
	document.title = `${title} - Ringside`;
	by('title').textContent = title;
	const when = new Date(Number((BigInt(head.first_ns) + BigInt(head.realtime_offset)) / 1000000n));
	by('facts').textContent = `${count(head.calls_made)} calls of ${count(head.tasks.length - 1)} ${head.tasks.length === 2 ? 'thread' : 'threads'} in ${time(span)}${head.host ? `, on ${head.host} (Linux ${head.kernel}, ${head.machine})` : ''}, ${when.toLocaleString()}`;
	if (head.lost) by('facts').append(element('strong', 'failed', ` ${count(head.lost)} events were lost`));
	if (head.gaps) by('facts').append(element('strong', 'failed', ` the tape is damaged: ${head.gaps === 1 ? 'a part' : `${count(head.gaps)} parts`} of it could not be read`));
}

function showTabs(): void {
	const tabs = by('views');
	tabs.replaceChildren(...[{ name: 'calls', title: 'Calls' }, ...VIEWS].map((v) => {
		const b = button(v.title, () => store.set({ view: v.name }));
		b.setAttribute('role', 'tab');
		b.setAttribute('aria-selected', String(store.state.view === v.name));
		return b;
	}));
}

function showView(calls: Calls): void {
	by('call').hidden = store.state.call < 0 && store.state.view !== 'calls';
	const host = by('view'), view = VIEWS.find((v) => v.name === store.state.view);
	host.replaceChildren();
	if (view) void view.draw(store, host);
	else {
		host.append(calls.root);
		calls.reveal();
		calls.draw();
	}
}

function showFilterState(): void {
	const out = by<HTMLOutputElement>('filter-state');
	out.className = store.filterError ? 'failed' : '';
	out.textContent = store.busy || store.filterError || found();
	showScope();
}

/** How many pass. */
function found(): string {
	if (!store.state.filter || (store.isServed && store.wholeFilter !== store.state.filter)) return '';
	const passed = store.isServed ? store.whole!.rows : store.rows.length;
	return `${count(passed)} of ${count(store.head.rows)}`;
}

/** Of a recording that is not all here: what is it that one sees? */
function showScope(): void {
	const scope = by('scope');
	scope.hidden = !store.isServed;
	if (!store.isServed) return;
	const { from, to } = store.state, whole = count(store.whole!.rows), passing = store.state.filter ? ' that pass' : '';
	scope.replaceChildren(...(store.isOverview
		? [element('strong', '', 'Overview: '), `tables are of the whole run, ${whole} events${passing}; the list has the longest call of each moment. Zoom in to see every one.`]
		: [element('strong', '', 'Window: '), `tables and the list are of ${count(store.rows.length)} events${passing} in or near ${clock(from, (to - from) / 100)} to ${clock(to, (to - from) / 100)}. `,
			button('show the whole run', () => store.set({ from: 0, to: store.model.span }), 'link')]));
}

function listen(calls: Calls): void {
	const input = by<HTMLInputElement>('expression');
	let timer = 0;
	input.addEventListener('input', () => {
		clearTimeout(timer);
		timer = window.setTimeout(() => store.set({ filter: input.value }), 150);
	});
	by('filter').addEventListener('submit', (e) => { e.preventDefault(); store.set({ filter: input.value }); });
	document.addEventListener('keydown', (e) => {
		if (e.key === '/' && !(e.target instanceof HTMLInputElement)) {
			e.preventDefault();
			input.focus();
		}
	});
	window.addEventListener('hashchange', () => store.readAddress());
	store.listen((changed) => {
		if (changed.has('filter') && input.value !== store.state.filter) input.value = store.state.filter;
		if (changed.has('view')) showTabs();
		if (changed.has('rows') || changed.has('busy')) showFilterState();
		const windowed = ['latency', 'rate'].includes(store.state.view) && (changed.has('from') || changed.has('to'));
		if (changed.has('view') || changed.has('rows')) showView(calls);
		else if (windowed) redrawSoon(calls);
		if (changed.has('call')) by('call').hidden = store.state.call < 0 && store.state.view !== 'calls';
		if (changed.has('call') && store.state.view === 'calls') calls.reveal();
	});
}

let soon = 0;
/** Views of the time window follow it when it rests. */
function redrawSoon(calls: Calls): void {
	clearTimeout(soon);
	soon = window.setTimeout(() => showView(calls), 200);
}

async function start(): Promise<void> {
	await store.load((what) => { by('loading').textContent = what; });
	showFacts();
	const timeline = new Timeline(store, by('timeline')), calls = new Calls(store);
	new StepView(store, by('call'));
	showTabs();
	listen(calls);
	showView(calls);
	store.readAddress();
	store.begin();
	showFilterState();
	by('loading').hidden = true;
	document.documentElement.dataset['ready'] = 'yes';
	Object.assign(window, { ringside: { store, timeline } }); // for those who measure, and for the curious
}

start().catch((e: Error) => { by('loading').textContent = `The recording cannot be shown: ${e.message}`; });
