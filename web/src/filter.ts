// The filter language of the command line (`ringside help where`), over the columns of a row and, for arguments, its text. Three values: what a row
// does not have is unknown, and so is a comparison with it and the opposite of that.

import { Kind, NO_RESULT, type Columns, type Head, type RowText, type Words } from './model';
import { standsFor } from './summary';

export type Truth = true | false | undefined;

/** A row to be asked about; text() costs more than the columns and is called only when an argument is named. */
export interface Row {
	index: number;
	text(): RowText;
}

export class FilterError extends Error {
	constructor(message: string, readonly at: number) {
		super(message);
	}
}

export interface Filter {
	test(row: Row): boolean;
	/** Whether text() is ever called. */
	needsText: boolean;
}

type Value = { numbers?: number[]; texts?: string[]; symbols?: string[][] };
type Node = (row: Row) => Truth;

interface Token {
	kind: 'name' | 'number' | 'string' | 'class' | 'punct' | 'end';
	text: string;
	value: number;
	at: number;
}

const UNITS: Record<string, number> = { ns: 1, us: 1e3, 'µs': 1e3, ms: 1e6, s: 1e9, min: 60e9, h: 3600e9, k: 1024, K: 1024, M: 1 << 20, G: 2 ** 30, T: 2 ** 40 };
const PUNCT = ['||', '&&', '==', '!=', '<=', '>=', '!~', '=~', '<', '>', '~', '&', '!', '(', ')', ',', '|', '.', '-', '='];

function tokens(text: string): Token[] {
	const out: Token[] = [];
	let i = 0;
	while (i < text.length) {
		const rest = text.slice(i);
		const blank = /^\s+/.exec(rest);
		if (blank) {
			i += blank[0].length;
			continue;
		}
		const number = /^(0x[0-9a-fA-F]+|\d+(\.\d+)?)(ns|us|µs|ms|min|s|h|k|K|M|G|T)?(?![A-Za-z0-9_])/.exec(rest);
		const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(rest);
		const string = /^"((?:[^"\\]|\\.)*)"|^'((?:[^'\\]|\\.)*)'/.exec(rest);
		const group = /^%%?[a-z]+/.exec(rest);
		const punct = PUNCT.find((p) => rest.startsWith(p));
		if (number) out.push({ kind: 'number', text: number[0], value: Number(number[1]) * (number[3] ? UNITS[number[3]]! : 1), at: i });
		else if (string) out.push({ kind: 'string', text: (string[1] ?? string[2] ?? '').replace(/\\(.)/g, '$1'), value: 0, at: i });
		else if (group) out.push({ kind: 'class', text: group[0], value: 0, at: i });
		else if (name) out.push({ kind: 'name', text: name[0], value: 0, at: i });
		else if (punct) out.push({ kind: 'punct', text: punct, value: 0, at: i });
		else throw new FilterError(`'${text[i]}' is not expected`, i);
		i += number?.[0].length ?? string?.[0].length ?? group?.[0].length ?? name?.[0].length ?? punct!.length;
	}
	out.push({ kind: 'end', text: '', value: 0, at: text.length });
	return out;
}

/** A shell pattern as a regular expression that matches all of a text. */
export function globToRegex(glob: string): RegExp {
	let out = '';
	for (let i = 0; i < glob.length; i++) {
		const c = glob[i]!;
		const end = c === '[' ? glob.indexOf(']', i + 2) : -1;
		if (c === '*') out += '[^]*';
		else if (c === '?') out += '[^]';
		else if (end > 0) {
			out += '[' + glob.slice(i + 1, end).replace(/^!/, '^').replace(/\\/g, '\\\\') + ']';
			i = end;
		} else out += (c === '\\' && i + 1 < glob.length ? glob[++i]! : c).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
	}
	return new RegExp(`^${out}$`, 'u');
}

const not = (t: Truth): Truth => (t === undefined ? undefined : !t);

/** What every event may have, by name. */
function fieldsOf(head: Head, words: Words, c: Columns): Record<string, (i: number) => Value | undefined> {
	const call = (i: number) => c.kind[i] === Kind.Call;
	const task = (i: number) => head.tasks[c.task[i]!];
	const done = (i: number) => call(i) && c.error[i] !== NO_RESULT;
	return {
		call: (i) => (call(i) ? { texts: [words.names[c.name[i]!]!] } : undefined),
		kind: (i) => ({ texts: [['call', 'signal', 'exit', 'start', 'exec', 'stop', 'lost'][c.kind[i]!]!] }),
		pid: (i) => (task(i) ? { numbers: [task(i)!.pid] } : undefined),
		tid: (i) => (task(i) ? { numbers: [task(i)!.tid] } : undefined),
		comm: (i) => (task(i) ? { texts: [task(i)!.comm] } : undefined),
		ret: (i) => (done(i) ? { numbers: [c.error[i] ? -1 : c.result[i]!] } : undefined),
		errno: (i) => (done(i) ? { numbers: [c.error[i]!], symbols: [[head.errors[c.error[i]!] ?? '']] } : undefined),
		dur: (i) => (done(i) ? { numbers: [c.took[i]!] } : undefined),
		signal: (i) => (c.kind[i] === Kind.Signal ? { symbols: [[words.names[c.name[i]!]!]], texts: [words.names[c.name[i]!]!] } : undefined),
		path: (i) => (c.path[i] ? { texts: [words.paths[c.path[i]!]!] } : undefined),
		fd: (i) => (c.fd[i] ? { numbers: [parseInt(words.fds[c.fd[i]!]!, 10)], texts: [standsFor(words.fds[c.fd[i]!]!)] } : undefined),
		size: (i) => (c.bytes[i] ? { numbers: [Math.abs(c.bytes[i]!)] } : undefined),
	};
}

/** An argument's value, from the text. */
function argument(row: Row, head: Head, words: Words, c: Columns, names: string[]): Value | undefined {
	if (c.kind[row.index] !== Kind.Call) return undefined;
	let rest = names;
	if (rest.length > 1 && words.names[c.name[row.index]!] === rest[0]) rest = rest.slice(1);
	else if (rest.length > 1 && head.calls[rest[0]!]) return undefined;
	const text = row.text();
	const arg = text.args.find((a) => a.name === rest[0]);
	let value = arg?.value;
	if (!arg) {
		const member = new RegExp(`[{ ]${rest[rest.length - 1]!}=([^,}]*)`).exec(text.args.map((a) => a.value).join(', '));
		if (!member) return undefined;
		value = member[1];
	}
	const shown = value!.replace(/<[^>]*>$/, '');
	const quoted = /^"(.*)"(\.\.\.)?$/s.exec(shown);
	const number = Number(shown === 'NULL' ? 0 : /^0[0-7]+$/.test(shown) ? parseInt(shown, 8) : shown);
	return {
		texts: [quoted ? quoted[1]! : shown],
		...(Number.isNaN(number) ? {} : { numbers: [number] }),
		symbols: [shown.split('|')],
	};
}

class Parser {
	private readonly list: Token[];
	private at = 0;
	needsText = false;
	private readonly fields: Record<string, (i: number) => Value | undefined>;

	constructor(text: string, private readonly head: Head, private readonly words: Words, private readonly columns: Columns) {
		this.list = tokens(text);
		this.fields = fieldsOf(head, words, columns);
	}

	private get now(): Token {
		return this.list[this.at]!;
	}

	private take(text: string): boolean {
		if (this.now.kind === 'string' || this.now.text !== text) return false;
		this.at++;
		return true;
	}

	private expect(text: string): void {
		if (!this.take(text)) throw new FilterError(`'${text}' is missing`, this.now.at);
	}

	whole(): Node {
		const node = this.either();
		if (this.now.kind !== 'end') throw new FilterError(`'${this.now.text}' is not expected`, this.now.at);
		return node;
	}

	private either(): Node {
		let left = this.both();
		while (this.take('||') || this.take('or')) {
			const a = left, b = this.both();
			left = (r) => { const x = a(r); if (x) return true; const y = b(r); return y ? true : x === undefined || y === undefined ? undefined : false; };
		}
		return left;
	}

	private both(): Node {
		let left = this.one();
		while (this.take('&&') || this.take('and')) {
			const a = left, b = this.one();
			left = (r) => { const x = a(r); if (x === false) return false; const y = b(r); return y === false ? false : x === undefined || y === undefined ? undefined : true; };
		}
		return left;
	}

	private one(): Node {
		if (this.take('!') || this.take('not')) {
			const a = this.one();
			return (r) => not(a(r));
		}
		if (this.take('(')) {
			const inner = this.either();
			this.expect(')');
			return inner;
		}
		if (this.now.kind === 'class') return this.ofClass(this.list[this.at++]!.text);
		return this.comparison();
	}

	private ofClass(name: string): Node {
		const has = this.words.names.map((n) => this.head.calls[n]?.classes.includes(name) ?? false);
		return (r) => (this.columns.kind[r.index] === Kind.Call ? has[this.columns.name[r.index]!] : undefined);
	}

	private operand(): (r: Row) => Value | undefined {
		const first = this.now;
		if (first.kind !== 'name') throw new FilterError('a field or an argument is needed', first.at);
		this.at++;
		const names = [first.text];
		while (this.take('.')) {
			if (this.now.kind !== 'name') throw new FilterError("a name is needed after '.'", this.now.at);
			names.push(this.list[this.at++]!.text);
		}
		const field = this.fields[names[0]!];
		if (field && names.length === 1) return (r) => field(r.index);
		if (names[names.length - 1] === 'path' && this.fields[names[0]!]) return (r) => { const v = this.fields['fd']!(r.index); return v && { texts: v.texts! }; };
		if (names.length === 2 && this.head.calls[names[0]!] && this.fields[names[1]!]) {
			const f = this.fields[names[1]!]!;
			return (r) => (this.words.names[this.columns.name[r.index]!] === names[0] ? f(r.index) : undefined);
		}
		this.needsText = true;
		return (r) => argument(r, this.head, this.words, this.columns, names);
	}

	private constant(): Value {
		const minus = this.take('-');
		const t = this.now;
		this.at++;
		if (t.kind === 'number') return { numbers: [minus ? -t.value : t.value], texts: [t.text] };
		if (t.kind === 'string') return { texts: [t.text] };
		if (t.kind !== 'name') throw new FilterError('a number, a name or a string is needed', t.at);
		const symbols = [t.text];
		while (this.take('|')) symbols.push(this.list[this.at++]!.text);
		return { symbols: [symbols], texts: [symbols.join('|')], ...(t.text === 'NULL' ? { numbers: [0] } : {}) };
	}

	private comparison(): Node {
		const left = this.operand();
		const op = this.now;
		if (op.kind === 'name' && op.text === 'in') {
			this.at++;
			this.expect('(');
			const any: Value[] = [];
			do any.push(this.constant()); while (this.take(','));
			this.expect(')');
			return (r) => { const v = left(r); return v && any.some((c) => equals(v, c)); };
		}
		if (!['==', '!=', '<', '<=', '>', '>=', '~', '!~', '=~', '&', '='].includes(op.text) || op.kind !== 'punct')
			return (r) => { const v = left(r); return v && (v.numbers?.some((n) => n !== 0) ?? v.texts?.some((t) => t !== '')); };
		this.at++;
		if (op.text === '&') return this.bits(left);
		const right = this.constant();
		return compare(op, left, right);
	}

	private bits(left: (r: Row) => Value | undefined): Node {
		const wrapped = this.take('(');
		const c = this.constant();
		if (wrapped) this.expect(')');
		const wanted = c.symbols?.[0] ?? [];
		return (r) => {
			const v = left(r);
			if (!v) return undefined;
			if (c.numbers && v.numbers) return (BigInt(v.numbers[0]!) & BigInt(c.numbers[0]!)) !== 0n;
			return v.symbols?.some((parts) => parts.some((p) => wanted.includes(p))) ?? false;
		};
	}
}

function equals(v: Value, c: Value): boolean {
	if (c.numbers && v.numbers) return v.numbers.some((n) => c.numbers!.includes(n));
	if (c.symbols && v.symbols) return v.symbols.some((parts) => c.symbols!.some((w) => w.length === parts.length && w.every((s) => parts.includes(s))));
	return v.texts?.some((t) => c.texts?.includes(t)) ?? false;
}

function compare(op: Token, left: (r: Row) => Value | undefined, right: Value): Node {
	const order: Record<string, (a: number, b: number) => boolean> = { '<': (a, b) => a < b, '<=': (a, b) => a <= b, '>': (a, b) => a > b, '>=': (a, b) => a >= b };
	if (order[op.text]) {
		if (!right.numbers) throw new FilterError('a number is needed', op.at + op.text.length);
		return (r) => { const v = left(r); return v?.numbers && v.numbers.some((n) => order[op.text]!(n, right.numbers![0]!)); };
	}
	if (op.text === '==' || op.text === '=') return (r) => { const v = left(r); return v && equals(v, right); };
	if (op.text === '!=') return (r) => { const v = left(r); return v && !equals(v, right); };
	let regex: RegExp;
	try {
		regex = op.text === '=~' ? new RegExp(right.texts![0]!) : globToRegex(right.texts![0]!);
	} catch (e) {
		throw new FilterError(String((e as Error).message), op.at + op.text.length);
	}
	const match: Node = (r) => { const v = left(r); return v?.texts && v.texts.some((t) => regex.test(t)); };
	return op.text === '!~' ? (r) => not(match(r)) : match;
}

/** Whether the text is an expression at all, or words to look for in the lines. */
function isExpression(text: string): boolean {
	return /[=<>~&|!()%]| in /.test(text);
}

/** The same question for `ringside view`: an expression, or words that lines have. */
export function asWanted(text: string, head: Head): { where?: string; words?: string } {
	const asked = text.trim();
	if (!asked) return {};
	if (isExpression(asked)) return { where: asked };
	return head.calls[asked] ? { where: `call==${asked}` } : { words: asked };
}

/** Throws FilterError. An expression, the name of a call, or words that lines have. */
export function compile(text: string, head: Head, words: Words, columns: Columns): Filter {
	const asked = text.trim();
	if (!isExpression(asked) && head.calls[asked]) {
		const id = words.names.indexOf(asked);
		return { needsText: false, test: (r) => columns.kind[r.index] === Kind.Call && columns.name[r.index] === id };
	}
	if (!isExpression(asked)) return { needsText: true, test: (r) => r.text().lines.includes(asked) };
	const parser = new Parser(asked, head, words, columns);
	const node = parser.whole();
	return { needsText: parser.needsText, test: (r) => node(r) === true };
}
