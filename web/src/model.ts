// What the page knows of a recording: the columns that `ringside report` writes (src/sink/page.h), decoded, and the names for their numbers.

export const enum Kind { Call, Signal, Exit, Start, Exec, Other, Lost }

/** The error of a call that has no result. */
export const NO_RESULT = 4096;

/** Whether a call's error is one: no result is none. */
export function isFailure(error: number): boolean {
	return error !== 0 && error !== NO_RESULT;
}

export interface Task {
	tid: number;
	pid: number;
	parent: number;
	/** Wait status; -1: it had not ended. */
	status: number;
	abi: string;
	/** Nanoseconds from the recording's first event. */
	start: number;
	end: number;
	comm: string;
}

/** "cat 4711"; what it is called is not always known. */
export function taskName(t: Task): string {
	return t.comm ? `${t.comm} ${t.tid}` : String(t.tid);
}

export interface Registers {
	instruction: string;
	number: string;
	result: string;
	args: string[];
}

export interface CallInfo {
	number: number;
	classes: string[];
	prototype: string;
	text?: string;
	libc?: string;
	tip?: string;
	vdso?: boolean;
	errors?: Record<string, string>;
}

export interface Head {
	version: number;
	/** Of the whole recording. */
	rows: number;
	calls_made: number;
	lost: number;
	block: number;
	first_ns: string;
	realtime_offset: string;
	tasks: (Task | null)[];
	errors: Record<string, string>;
	calls: Record<string, CallInfo>;
	registers: Record<string, Registers>;
	/** Medians in nanoseconds, by kind of `ringside bench`, of the machine that made the page. */
	costs: Record<string, number>;
	host: string;
	kernel: string;
	machine: string;
	costs_of: string;
	argv: string[];
	/** Whether calls have stacks; "unsupported": they have, and the program that made the page could not read them. */
	stacks: 'yes' | 'none' | 'unsupported';
	title?: string;
	/** Of a page that is served: how long the recording is, its chunks by first row, rows and latest end, and how many gaps its damage left. */
	span?: number;
	chunks?: [first: number, rows: number, last: number][];
	gaps?: number;
}

/** The words of the columns name, path and fd. */
export interface Words {
	names: string[];
	paths: string[];
	fds: string[];
}

/** A number a row. Times in nanoseconds from the first event; bytes read are positive, written ones negative. */
export interface Columns {
	kind: Uint8Array;
	task: Uint32Array;
	start: Float64Array;
	took: Float64Array;
	name: Uint32Array;
	error: Uint16Array;
	result: Float64Array;
	path: Uint32Array;
	fd: Uint32Array;
	bytes: Float64Array;
}

export interface Argument {
	/** 0 to 5, or -1. */
	register: number;
	name: string;
	value: string;
}

/** Of a call's stack, the innermost first. What is not known is ''. */
export interface Frame {
	function: string;
	plus: number;
	module: string;
	/** In the module's file, hexadecimal; without one, the address. */
	offset: string;
	file: string;
	line: number;
}

/** What stands in a block of text for a row. */
export interface RowText {
	/** What trace prints, with its newlines. */
	lines: string;
	args: Argument[];
	result: string;
	/** Hexadecimal: number, six registers, result, instruction pointer. */
	registers: string[];
	stack: Frame[];
}

/** Rows that are here: all of a recording, or a window of it, or an overview, whose rows each stand for several. */
export interface Model extends Words {
	head: Head;
	columns: Columns;
	/** Rows of each task, in order of their start. */
	byTask: Uint32Array[];
	/** Of the whole recording: from the first event to the end of the last, ns. */
	span: number;
	/** The rows' places in the recording, ascending; undefined: they are all of it. */
	number?: Float64Array;
	/** Of an overview: of how many each row is the longest, and how many of those failed. */
	count?: Float64Array;
	failed?: Float64Array;
}

/** Of each task the one that it belongs under: a thread's process, a process's parent; 0: none. Ids come again in a long run. */
export function parentsOf(tasks: Head['tasks']): Uint32Array {
	const byTid = new Map<number, number[]>();
	tasks.forEach((t, i) => { if (t) byTid.get(t.tid)?.push(i) ?? byTid.set(t.tid, [i]); });
	const living = (tid: number, child: Task, self: number) => byTid.get(tid)?.find((i) => i !== self && tasks[i]!.start <= child.start && tasks[i]!.end >= child.start) ?? 0;
	return Uint32Array.from(tasks, (t, i) => (t ? (t.tid !== t.pid && living(t.pid, t, i)) || living(t.parent, t, i) : 0));
}

/** Where a row of the recording is among those that are here; -1: it is not. */
export function indexOf(m: Model, number: number): number {
	if (number < 0) return -1;
	if (!m.number) return number < m.columns.kind.length ? number : -1;
	if (m.count) return m.number.indexOf(number);
	let low = 0, high = m.number.length;
	while (low < high) {
		const mid = (low + high) >> 1;
		if (m.number[mid]! < number) low = mid + 1;
		else high = mid;
	}
	return m.number[low] === number ? low : -1;
}

export function numberOf(m: Model, index: number): number {
	return index < 0 || !m.number ? index : m.number[index]!;
}

export function rowsByTask(head: Head, columns: Columns): Uint32Array[] {
	const counts = new Uint32Array(head.tasks.length);
	for (let i = 0; i < columns.task.length; i++) counts[columns.task[i]!]!++;
	const lists = Array.from(counts, (n) => new Uint32Array(n));
	counts.fill(0);
	for (let i = 0; i < columns.task.length; i++) {
		const t = columns.task[i]!;
		lists[t]![counts[t]!++] = i;
	}
	for (const list of lists) list.sort((a, b) => columns.start[a]! - columns.start[b]! || a - b);
	return lists;
}

export function spanOf(columns: Columns): number {
	let end = 1;
	for (let i = 0; i < columns.start.length; i++) {
		const e = columns.start[i]! + columns.took[i]!;
		if (e > end) end = e;
	}
	return end;
}

/** The first of its classes that has a colour of its own; what has none is "other". */
export const CLASSES = ['%network', '%memory', '%process', '%signal', '%ipc', '%clock', '%creds', '%file', '%desc'] as const;

export function classOf(info: CallInfo | undefined): number {
	const found = info ? CLASSES.findIndex((c) => info.classes.includes(c)) : -1;
	return found < 0 ? CLASSES.length : found;
}

/** Calls whose time is waiting for somebody else. */
const WAITS = new Set(['poll', 'ppoll', 'select', 'pselect6', 'epoll_wait', 'epoll_pwait', 'epoll_pwait2', 'futex', 'futex_wait', 'futex_waitv', 'wait4',
	'waitid', 'nanosleep', 'clock_nanosleep', 'pause', 'rt_sigsuspend', 'rt_sigtimedwait', 'accept', 'accept4', 'io_uring_enter', 'restart_syscall']);

export function isWait(name: string): boolean {
	return WAITS.has(name);
}

function parseFrame(text: string): Frame {
	const [name = '', plus = '', module = '', offset = '', file = '', line = ''] = text.split('\x02');
	return { function: name, plus: Number(plus), module, offset, file, line: Number(line) };
}

/** A row's text, as src/sink/page_text.h has it. */
export function parseRow(text: string): RowText {
	const at = text.indexOf('\x03');
	if (at < 0) return { lines: text, args: [], result: '', registers: [], stack: [] };
	const [pieces = '', rest = ''] = text.slice(at + 1).split('\x04');
	const [result = '', numbers = ''] = rest.split('\x06');
	const [registers = '', frames = ''] = numbers.split('\x07');
	const args = pieces.split('\x01').slice(1).map((piece) => {
		const cut = piece.indexOf('\x02');
		const register = piece.charCodeAt(0) - 48;
		return { register: register >= 0 && register < 6 ? register : -1, name: piece.slice(1, cut), value: piece.slice(cut + 1).replace(/, $/, '') };
	});
	return { lines: text.slice(0, at), args, result, registers: registers.split(','), stack: frames.split('\x01').slice(1).map(parseFrame) };
}
