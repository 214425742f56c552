// The page: reads the recording, then shows it. Everything that is shown follows from Store's state.

import { Calls } from './calls';
import { button, count, element, time } from './format';
import { StepView } from './step';
import { Store } from './store';
import { Timeline } from './timeline';
import { VIEWS } from './views';

const store = new Store();
const by = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

function showFacts(): void {
	const { head, span } = store.model, title = head.title ?? (head.argv.join(' ') || 'A recording');
	document.title = `${title} - Ringside`;
	by('title').textContent = title;
	const when = new Date(Number((BigInt(head.first_ns) + BigInt(head.realtime_offset)) / 1000000n));
	by('facts').textContent = `${count(head.calls_made)} calls of ${count(head.tasks.length - 1)} threads in ${time(span)}, on ${head.host} (Linux ${head.kernel}, ${head.machine}), ${when.toLocaleString()}`;
	if (head.lost) by('facts').append(element('strong', 'failed', ` ${count(head.lost)} events were lost`));
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
	out.textContent = store.filterError || (store.rows.length < store.model.head.rows ? `${count(store.rows.length)} of ${count(store.model.head.rows)}` : '');
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
		if (changed.has('rows')) showFilterState();
		const windowed = ['latency', 'rate'].includes(store.state.view) && (changed.has('from') || changed.has('to'));
		if (changed.has('view') || changed.has('rows')) showView(calls);
		else if (windowed) redrawSoon(calls);
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
	await store.load();
	showFacts();
	const timeline = new Timeline(store, by('timeline')), calls = new Calls(store);
	by('call').hidden = true;
	new StepView(store, by('call'));
	showTabs();
	listen(calls);
	showView(calls);
	store.readAddress();
	by('loading').hidden = true;
	document.documentElement.dataset['ready'] = 'yes';
	Object.assign(window, { ringside: { store, timeline } }); // for those who measure, and for the curious
}

start().catch((e: Error) => { by('loading').textContent = `The recording cannot be shown: ${e.message}`; });
