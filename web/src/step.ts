// One call, step by step: from the program in ring 3 through the SYSCALL instruction to its handler in ring 0, and back. Each step has its ring, its text
// and, where this machine was measured, its cost.

import { button, bytes, element, time } from './format';
import { Kind, NO_RESULT, type CallInfo, type Frame, type Head, type Model, type Registers, type RowText } from './model';
import { guide } from './guide';
import type { Store } from './store';

interface Step {
	title: string;
	ring: 0 | 3;
	/** From the outside in, 0 to 1, where the dot is. */
	depth: number;
	body: (Node | string)[];
	cost?: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const RADII = [26, 52, 78, 104];
const PLAY_MS = 1400;
const ZOOM_AROUND = 4;

const NOT_CALLS: Partial<Record<Kind, string>> = {
	[Kind.Signal]: 'A signal', [Kind.Exit]: 'The end of a task', [Kind.Start]: 'A task begins', [Kind.Exec]: 'Another program', [Kind.Lost]: 'Something is missing here',
};

function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElementTagNameMap[K] {
	const e = document.createElementNS(SVG, tag);
	for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, String(v));
	e.append(...children);
	return e;
}

function rings(step: Step, number: number): SVGElement {
	const words = ['ring 0: the kernel. All instructions, all memory', 'ring 1: not used by Linux', 'ring 2: not used by Linux', 'ring 3: programs. Their own memory, no devices'];
	const root = svg('svg', { viewBox: '-112 -112 224 224', class: 'rings', role: 'img', 'aria-label': `Protection rings; step ${number} is in ring ${step.ring}` });
	for (let i = 3; i >= 0; i--) {
		const used = i === 0 || i === 3;
		root.append(svg('circle', { r: RADII[i]!, class: `ring ring${i}${step.ring === i ? ' here' : ''}${used ? '' : ' unused'}` }, svg('title', {}, words[i]!)));
		root.append(svg('text', { y: -RADII[i]! + 13, class: 'ring-label' }, i === 0 ? '0 kernel' : i === 3 ? '3 programs' : String(i)));
	}
	const angle = ((number - 1) / 8) * Math.PI * 1.5 - Math.PI * 0.75, r = 93 - step.depth * 84;
	root.append(svg('circle', { cx: Math.sin(angle) * r, cy: -Math.cos(angle) * r, r: 6, class: 'dot' }));
	return root;
}

function registerTable(text: RowText, registers: Registers | undefined): HTMLElement {
	const t = element('table', 'registers');
	const row = (name: string, raw: string, what: string) => t.append(element('tr', '', element('th', '', name), element('td', 'raw', `0x${raw}`), element('td', '', element('code', '', what))));
	row(registers?.number ?? 'number', text.registers[0] ?? '?', 'which call');
	for (let i = 0; i < 6; i++) {
		const arg = text.args.find((a) => a.register === i);
		if (arg) row(registers?.args[i] ?? `argument ${i + 1}`, text.registers[i + 1] ?? '?', `${arg.name} = ${arg.value}`);
	}
	return t;
}

function touched(m: Model, row: number): string[] {
	const c = m.columns, out: string[] = [];
	if (c.path[row]) out.push(`file ${m.paths[c.path[row]!]}`);
	if (c.fd[row]) out.push(`descriptor ${m.fds[c.fd[row]!]}`);
	if (c.bytes[row]! > 0) out.push(`${bytes(c.bytes[row]!)} copied from the kernel to the program`);
	if (c.bytes[row]! < 0) out.push(`${bytes(-c.bytes[row]!)} copied from the program to the kernel`);
	return out;
}

const FRAMES_SHOWN = 12;

/** A library that lies between a program and the kernel: whose frame is on top is not who wanted the call. */
const BETWEEN = /\/(libc|libpthread|ld-linux|ld-musl|libstdc\+\+)[^/]*\.so/;

/** The frame of the program's own code that led to the call: the first that is not the C library's. */
export function ownFrame(stack: Frame[]): number {
	const i = stack.findIndex((f) => f.module && !f.module.startsWith('[') && !BETWEEN.test(f.module));
	return i < 0 ? stack.findIndex((f) => f.module) : i;
}

function frameWhere(f: Frame): string {
	return f.file ? `${f.file}:${f.line}` : f.module ? `${f.module} +0x${f.offset}` : `0x${f.offset}`;
}

function frameName(f: Frame): string {
	return f.function || (f.module ? `(no name in ${f.module.slice(f.module.lastIndexOf('/') + 1)})` : '(no code that is known)');
}

const NO_STACK: Record<Head['stacks'], string> = {
	none: 'Which line of it made this call is not in this recording. To have that, record with stacks: ringside record -k PROGRAM. Lines of source show when the program was built with -g.',
	unsupported: 'This recording has stacks, but the ringside that made the page was built without libdw and cannot read them.',
	yes: 'No stack was taken of this call.',
};

/** Who made the call: the line of source, and the way there. */
function stackOf(stack: Frame[], stacks: Head['stacks']): Node[] {
	if (!stack.length) return [element('p', 'quiet', NO_STACK[stacks] ?? NO_STACK.none)];
	const own = ownFrame(stack), top = stack[own], list = element('ol', 'stack');
	stack.slice(0, FRAMES_SHOWN).forEach((f, i) => list.append(element('li', i === own ? 'own' : '', element('code', '', frameName(f)), element('span', 'where', frameWhere(f)))));
	if (stack.length > FRAMES_SHOWN) list.append(element('li', 'quiet', `${stack.length - FRAMES_SHOWN} more callers`));
	return [
		...(top ? [element('p', '', 'Made by ', element('code', '', frameName(top)), top.file ? ' at ' : ' in ', element('code', '', frameWhere(top)), '.')] : []),
		list,
	];
}

const INSTRUCTIONS: Record<string, string> = {
	'syscall': 'The SYSCALL instruction: the processor puts the address behind it into rcx and the flags into r11, takes the kernel\'s entry address from a register that only the kernel sets (MSR LSTAR), and is in ring 0. It looks at no table in memory.',
	'int 0x80': 'The instruction INT 0x80: a software interrupt. The processor finds gate 0x80 in the interrupt table, switches to the kernel\'s stack, saves there where the program was, and is in ring 0. Slower than SYSCALL.',
	'svc #0': 'The SVC instruction: an exception that takes the processor to the kernel\'s vector (VBAR_EL1), in exception level 1.',
	'ecall': 'The ECALL instruction: an exception that takes the processor to the kernel\'s vector (stvec), in supervisor mode.',
};

function entryText(abi: string): string {
	if (abi === 'aarch64' || abi === 'riscv64') return 'The kernel saves the program\'s registers on the thread\'s kernel stack.';
	return 'SWAPGS gives the kernel its per-CPU data; it switches to the thread\'s kernel stack (and, with page-table isolation, to its own page tables), and saves the program\'s registers there as struct pt_regs. Tracers, seccomp filters and auditing have their turn now.';
}

export function steps(m: Model, row: number, text: RowText): Step[] {
	const { columns: c, head } = m, name = m.names[c.name[row]!]!, info: CallInfo | undefined = head.calls[name];
	const task = head.tasks[c.task[row]!]!, registers = head.registers[task.abi], costs = head.costs, ip = text.registers[8];
	const error = c.error[row]!, errorName = head.errors[error] ?? '', half = (costs['nothing'] ?? 0) / 2;
	const cost = (ns: number | undefined, of: string) => (ns ? `${time(ns)}: ${of}, measured on ${head.costs_of}` : '');
	const all: Step[] = [
		{ title: '1  The program', ring: 3, depth: 0, cost: cost(costs['function'], 'a function call'), body: [
			element('p', '', `Thread ${task.tid} (${task.comm}) runs its own code and calls `, element('code', '', info?.prototype ?? name), '.'),
			...stackOf(text.stack, head.stacks),
			...(info?.text ? [element('p', '', info.text)] : []),
			element('pre', '', text.lines.trimEnd())] },
		{ title: '2  The C library', ring: 3, depth: 0.12, cost: info?.vdso ? cost(costs['vdso'], 'what the vDSO takes, which is not this') : '', body: [
			element('p', '', `In libc: ${info?.libc ?? `the wrapper ${name}(2)`}. It moves the arguments into the registers where the kernel expects them, and the call's number into ${registers?.number ?? 'another'}.`),
			...(info?.vdso ? [element('p', '', 'There is a vDSO version that answers without the kernel. That this call is seen here means that it was not used, or could not answer.')] : []),
			...(ip && ip !== '0' ? [element('p', '', 'The instruction is at ', element('code', '', `0x${ip}`), '.')] : [])] },
		{ title: `3  ${(registers?.instruction ?? 'the instruction').toUpperCase()}`, ring: 3, depth: 0.25, body: [
			element('p', '', INSTRUCTIONS[registers?.instruction ?? ''] ?? 'The instruction that enters the kernel.'), registerTable(text, registers)] },
		{ title: '4  Kernel entry', ring: 0, depth: 0.8, cost: cost(half, 'about half of going in and out'), body: [element('p', '', entryText(task.abi))] },
		{ title: '5  Dispatch', ring: 0, depth: 0.9, body: [
			element('p', '', 'The number is compared with the size of the call table, and the function in that place is called: ',
				element('code', '', `sys_call_table[${parseInt(text.registers[0] ?? '0', 16)}] = ${task.abi === 'i386' ? '__ia32_sys_' : task.abi === 'x86_64' || task.abi === 'x32' ? '__x64_sys_' : 'sys_'}${name}`), '.')] },
		{ title: '6  The kernel\'s work', ring: 0, depth: 1, cost: workCost(c.took[row]!, costs['getppid'], c.error[row] === NO_RESULT), body: [
			element('p', '', touched(m, row).length ? 'It touches:' : 'Nothing of it is a file or a descriptor.'),
			element('ul', '', ...touched(m, row).map((t) => element('li', '', t))),
			...(c.took[row]! > 20 * (costs['switch'] ?? 5000) ? [element('p', '', 'Most of such a time is waiting: other threads ran on this CPU meanwhile.')] : [])] },
		{ title: '7  The result', ring: 0, depth: 0.85, body: [
			element('p', '', `In ${registers?.result ?? 'the result register'}: `, element('code', '', error === NO_RESULT ? 'none: the call never returned' : `0x${text.registers[7] ?? '?'}`), error && error !== NO_RESULT ? ', a number between -4095 and -1, which means an error' : ''),
			...(error && error !== NO_RESULT ? [element('p', 'failed', `${errorName}: ${info?.errors?.[errorName] ?? 'see ringside explain ' + errorName}`)] : [element('p', '', element('code', '', text.result))]),
			element('p', '', 'Before it goes back, the kernel looks whether signals wait or another thread should run.')] },
		{ title: '8  Back in user mode', ring: 3, depth: 0.1, cost: cost(half, 'the other half'), body: [
			element('p', '', `${task.abi === 'i386' ? 'IRET' : task.abi === 'x86_64' ? 'SWAPGS and SYSRET' : 'The return instruction'}: the registers are the program's again, and it goes on behind the instruction. The wrapper turns an error into -1 and errno.`),
			...(costs['cached_after'] && costs['cached'] ? [element('p', '', `Its caches are not quite as it left them: reading 16 KiB that were in the cache takes ${time(costs['cached_after'])} after a call, ${time(costs['cached'])} without.`)] : []),
			...(info?.tip ? [element('p', 'tip-text', info.tip)] : [])] },
	];
	return all;
}

function workCost(took: number, empty: number | undefined, never: boolean): string {
	if (never) return 'not known: it never returned';
	const times = empty ? ` That is ${(took / empty).toPrecision(2)} times an empty call here, with what recording it added.` : '';
	return `${time(took)} from entry to return, as recorded.${times}`;
}

/** The panel beside the list. */
export class StepView {
	private playing = 0;

	constructor(private readonly store: Store, private readonly host: HTMLElement) {
		store.listen((changed) => { if (changed.has('call') || changed.has('step') || (changed.has('rows') && store.state.call < 0)) void this.draw(); });
		void this.draw();
		document.addEventListener('keydown', (e) => {
			if (e.target instanceof HTMLInputElement || store.state.call < 0 || e.ctrlKey || e.metaKey || e.altKey) return;
			const go: Record<string, () => void> = { n: () => this.go(1), p: () => this.go(-1), z: () => void this.zoomToChosen(), Escape: () => store.set({ call: -1 }) };
			go[e.key]?.();
		});
	}

	private go(by: number): void {
		this.store.set({ step: Math.max(1, Math.min(8, this.store.state.step + by)) });
	}

	private play(): void {
		clearInterval(this.playing);
		this.store.set({ step: 1 });
		this.playing = window.setInterval(() => {
			if (this.store.state.step >= 8) clearInterval(this.playing);
			else this.go(1);
		}, PLAY_MS);
	}

	async draw(): Promise<void> {
		const number = this.store.state.call;
		this.host.classList.toggle('guiding', number < 0);
		if (number < 0) {
			this.host.replaceChildren(...guide(this.store));
			return;
		}
		try {
			const [{ model, row }, text] = await Promise.all([this.store.find(number), this.store.text(number)]);
			if (number === this.store.state.call) this.show(model, row, text);
		} catch (e) {
			this.host.replaceChildren(this.closer(), element('p', 'failed', `This call cannot be shown: ${(e as Error).message}`));
		}
	}

	private show(model: Model, row: number, text: RowText): void {
		const c = model.columns;
		if (c.kind[row] !== Kind.Call) {
			this.host.replaceChildren(this.closer(), element('h2', '', NOT_CALLS[c.kind[row] as Kind] ?? 'An event'), element('pre', '', text.lines || 'A task begins.'));
			return;
		}
		const all = steps(model, row, text), n = this.store.state.step, now = all[n - 1]!;
		const list = element('ol', 'steps');
		all.forEach((s, i) => {
			const b = button(s.title, () => this.store.set({ step: i + 1 }), `step${s.ring}${i + 1 === n ? ' here' : ''}`);
			if (i + 1 === n) b.setAttribute('aria-current', 'step');
			list.append(element('li', '', b));
		});
		this.host.replaceChildren(this.closer(),
			element('h2', '', `${model.names[c.name[row]!]}: the way of this call`),
			element('div', 'way', rings(now, n), list),
			element('div', 'controls', button('◀ back (p)', () => this.go(-1)), button('next (n) ▶', () => this.go(1)), button('play', () => this.play()), button('zoom to it (z)', () => this.zoom(model, row))),
			element('section', 'step-body', element('h3', '', `${now.title}, in ring ${now.ring}`), ...now.body, ...(now.cost ? [element('p', 'cost', now.cost)] : [])));
	}

	/** The call fills a good part of the timeline. */
	private zoom(m: Model, row: number): void {
		const span = Math.min(m.span, Math.max(1000, m.columns.took[row]! * ZOOM_AROUND)), middle = m.columns.start[row]! + m.columns.took[row]! / 2;
		const from = Math.max(0, Math.min(m.span - span, middle - span / 2));
		this.store.set({ from, to: from + span });
	}

	private async zoomToChosen(): Promise<void> {
		const { model, row } = await this.store.find(this.store.state.call);
		this.zoom(model, row);
	}

	private closer(): HTMLElement {
		const b = button('×', () => this.store.set({ call: -1 }), 'close');
		b.setAttribute('aria-label', 'Close');
		return b;
	}
}
