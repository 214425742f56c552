// The page's modules, under node.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundled, check, same, web } from './harness.mjs';

/** Columns of rows that are written as objects; what is not said is 0. */
function columnsOf(rows) {
	const names = ['kind', 'task', 'start', 'took', 'name', 'error', 'result', 'path', 'fd', 'bytes'];
	return Object.fromEntries(names.map((k) => [k, Float64Array.from(rows, (r) => r[k] ?? 0)]));
}

const HEAD = { rows: 0, block: 2048, errors: { 2: 'ENOENT' }, calls: { read: { classes: ['%desc'] } }, tasks: [null, { tid: 10, pid: 10, comm: 'a' }, { tid: 20, pid: 20, comm: 'b' }] };
const WORDS = { names: ['', 'openat', 'read', 'write'], paths: ['', '/usr/lib/x.so', '/lib/x.so', 'pipe:[1]'], fds: ['', '3</etc/passwd>'] };

/** Two threads: one looks for a file along two directories and writes into a pipe, from which the other reads. */
const ROWS = [
	{ task: 1, start: 0, took: 100, name: 1, error: 2, path: 1 },
	{ task: 1, start: 200, took: 300, name: 1, error: 2, path: 2 },
	{ task: 2, start: 300, took: 5000, name: 2, path: 3, bytes: 7 },
	{ task: 1, start: 600, took: 50, name: 3, path: 3, bytes: -7 },
	{ task: 1, start: 700, kind: 1, name: 0 },
	{ task: 2, start: 6000, took: 9, name: 2, error: 4096, fd: 1 },
];

function modelOf(rows, more = {}) {
	return { head: HEAD, columns: columnsOf(rows), ...WORDS, span: 10000, byTask: [], ...more };
}

const all = (rows) => rows.map((_, i) => i);

export const moduleTests = {
	async 'types are right'() {
		const r = spawnSync(process.execPath, [join(web, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', web], { encoding: 'utf8' });
		check(r.status === 0, r.stdout);
	},

	async 'filter expressions are those of the command line'() {
		const { compile, globToRegex } = await bundled('filter.ts');
		const names = ['', 'openat', 'read'], calls = { openat: { classes: ['%file', '%desc'] }, read: { classes: ['%desc'] } };
		const head = { rows: 3, names, calls, paths: ['', '/etc/passwd', '/tmp/a.log'], fds: ['', '3</tmp/a.log>'], errors: { 2: 'ENOENT' }, tasks: [null, { tid: 5, pid: 4, comm: 'cat' }] };
		const c = {
			kind: [0, 0, 0], task: [1, 1, 1], start: [0, 1, 2], took: [5000, 2e6, 100], name: [1, 1, 2], error: [0, 2, 0], result: [3, 0, 9],
			path: [1, 2, 0], fd: [0, 0, 1], bytes: [0, 0, 9],
		};
		const texts = [
			{ lines: 'openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3\n', args: [{ name: 'flags', value: 'O_RDONLY' }] },
			{ lines: 'openat(AT_FDCWD, "/tmp/a.log", O_WRONLY|O_CREAT, 0666) = -1 ENOENT\n', args: [{ name: 'flags', value: 'O_WRONLY|O_CREAT' }, { name: 'mode', value: '0666' }] },
			{ lines: 'read(3, "abc", 9) = 9\n', args: [{ name: 'count', value: '9' }] },
		];
		const passes = (e) => { const f = compile(e, head, head, c); return [0, 1, 2].filter((index) => f.test({ index, text: () => texts[index] })); };
		for (const [e, want] of [
			['openat', [0, 1]], ['errno==ENOENT', [1]], ['errno==2', [1]], ['dur>1ms', [1]], ['dur<=5us', [0, 2]], ['call in (read, openat) && ret<0', [1]], ['%file', [0, 1]], ['!%file', [2]],
			['path~"/etc/*"', [0]], ['path!~"/etc/*"', [1]], ['fd.path~"*.log"', [2]], ['flags & O_CREAT', [1]], ['!(flags & O_CREAT)', [0]], ['openat.flags == O_WRONLY|O_CREAT', [1]],
			['mode==0666', []], ['mode==438', [1]], ['size>=9', [2]], ['comm=="cat" && tid==5', [0, 1, 2]], ['path =~ "pass"', [0]], ['passwd', [0]], ['ret==3 || ret==9', [0, 2]], ['count==9', [2]], ['pid==5', []],
		]) same(passes(e), want, e);
		for (const [e, at] of [['dur>', 4], ['(ret<0', 6], ['ret<0)', 5], ['ret ==== 1', 6], ['path=~"["', 6]]) {
			try {
				compile(e, head, head, c);
			} catch (error) {
				same(error.at, at, `where ${e} is wrong`);
				continue;
			}
			check(false, `${e} is accepted`);
		}
		check(globToRegex('a[!b]?*').test('acdxyz') && !globToRegex('a[!b]?*').test('abd') && globToRegex('a.b').test('a.b') && !globToRegex('a.b').test('axb'), 'globs');
	},

	async 'numbers and times as people read them'() {
		const { time, clock, bytes, status } = await bundled('format.ts');
		for (const [ns, want] of [[0, '0 ns'], [999, '999 ns'], [1500, '1.50 µs'], [99_950, '100 µs'], [12_345_678, '12.3 ms'], [2e9, '2.00 s']]) same(time(ns), want, `time(${ns})`);
		for (const [ns, step, want] of [[7_575_010_000, 10_000, '7.57501 s'], [7_575_010_000, 1e9, '8 s'], [1500, 100, '1.5 µs'], [0, 1e6, '0 s'], [32_200_000, 5e6, '32 ms']]) same(clock(ns, step), want, `clock(${ns}, ${step})`);
		same([bytes(0), bytes(1023), bytes(1536), bytes(3 << 20)], ['0 B', '1023 B', '1.50 KiB', '3.00 MiB'], 'bytes');
		same([status(-1), status(0), status(0x300), status(9)], ['still running', 'exited with 0', 'exited with 3', 'killed by signal 9'], 'status');
	},

	async 'text of rows: arguments, registers, stacks'() {
		const { parseRow } = await bundled('model.ts');
		same(parseRow('+++ exited with 0 +++\n'), { lines: '+++ exited with 0 +++\n', args: [], result: '', registers: [], stack: [] }, 'what is no call');
		const r = parseRow('read(3, "x", 1) = 1\n\x03\x010fd\x023, \x011buf\x02"x", \x01-what\x021\x041\x060,3,7f,1\x07\x01main\x0212\x02/bin/a\x02401a\x02a.c\x027\x01\x020\x02\x02ff\x02\x020');
		same(r.args, [{ register: 0, name: 'fd', value: '3' }, { register: 1, name: 'buf', value: '"x"' }, { register: -1, name: 'what', value: '1' }], 'arguments');
		same([r.lines, r.result, r.registers], ['read(3, "x", 1) = 1\n', '1', ['0', '3', '7f', '1']], 'the rest');
		same(r.stack, [{ function: 'main', plus: 12, module: '/bin/a', offset: '401a', file: 'a.c', line: 7 }, { function: '', plus: 0, module: '', offset: 'ff', file: '', line: 0 }], 'stack');
	},

	async 'whose code made a call'() {
		const { ownFrame } = await bundled('step.ts');
		const frames = (...modules) => modules.map((module) => ({ module }));
		same(ownFrame(frames('/lib/libc.so.6', '/home/a.out', '/lib/libc.so.6')), 1, 'the program behind the C library');
		same(ownFrame(frames('[vdso]', '/usr/lib/x86_64-linux-gnu/libfoo.so')), 1, 'a library behind the vDSO');
		same(ownFrame(frames('/lib64/ld-linux-x86-64.so.2')), 0, 'the loader alone');
		same(ownFrame(frames('')), -1, 'no code that is known');
	},

	async 'sums by call, thread, file and error'() {
		const { summarize, talksOf } = await bundled('summary.ts'), m = modelOf(ROWS), s = summarize(m, all(ROWS));
		same(s.names.map((n) => [n.name, n.calls, n.errors, n.total]), [['read', 2, 0, 5009], ['openat', 2, 2, 400], ['write', 1, 0, 50]], 'calls, those with the most time first');
		same([s.names[1].median, s.names[1].longest, s.names[1].powers[6], s.names[1].powers[8]], [300, 300, 1, 1], 'times');
		same([...s.tasks], [[1, { calls: 3, total: 450 }], [2, { calls: 2, total: 5009 }]], 'threads');
		same(s.errors, [{ name: 'openat', error: 'ENOENT', what: 'x.so', calls: 2, total: 400, places: 2, more: false }], 'a search along directories is one error; no result is none');
		same(s.places.map((p) => [p.what, p.calls, p.read, p.written]), [['pipe:[1]', 2, 7, 7], ['/lib/x.so', 1, 0, 0], ['/usr/lib/x.so', 1, 0, 0], ['/etc/passwd', 1, 0, 0]], 'files');
		same(talksOf(s.places, HEAD).map((t) => [t.what, [...t.from], [...t.to]]), [['pipe:[1]', [[10, 7]], [[20, 7]]]], 'who talks to whom');
		same(summarize(m, [2]).allErrors, 0, 'of one row');
	},

	async 'rate and heat follow the window'() {
		const { rateOf, heatOf, heatLine } = await bundled('summary.ts'), m = modelOf(ROWS), r = rateOf(m, all(ROWS), 0, 3000);
		same([r.all[0], r.all[20], r.all[30], r.all.reduce((a, b) => a + b), r.failed[0]], [1, 1, 1, 4, 1], 'calls by step of 10 ns; a signal is none, and what comes later is left out');
		same(r.names[0].name, 'openat', 'the most frequent first');
		const h = heatOf(m, all(ROWS), 0, 10000);
		same([Array.from(h.counts).reduce((a, b) => a + b), h.counts[heatLine(5000) * h.columns + 7]], [4, 1], 'calls with a result, each once');
		same([heatLine(0), heatLine(1), heatLine(2), heatLine(3), heatLine(2 ** 40)], [0, 0, 2, 3, 59], 'lines, two a power of two');
	},

	async 'sums as ringside view sends them'() {
		const { summaryServed } = await bundled('summary.ts');
		const s = summaryServed({ names: [[2, 5, 1, 50, 7, 0, 9, 10, 11, 12, [0]], [1, 1, 0, 90, 0, 0, 9, 9, 9, 9, [0]]], tasks: [[1, 6, 140]], all_places: 3, places: [['/x', 1, 0, 9, 0, 0, true, [[1, 2, 3]]]], all_errors: 1,
			errors: [[1, 2, 'x', 4, 40, 2, true]], rate: { all: [1], failed: [0], names: [[2, [1]]] }, heat: { columns: 1, lines: 1, counts: [3] }, memory: [[5, 1, -4096]] }, WORDS.names, HEAD, 1000);
		same(s.names.map((n) => n.name), ['openat', 'read'], 'names, most time first');
		same(s.errors[0], { name: 'openat', error: 'ENOENT', what: 'x', calls: 4, total: 40, places: 2, more: true }, 'errors');
		same([s.places[0].users, s.allPlaces, s.rate.to, s.rate.names[0].name, s.memory], [[{ task: 1, read: 2, written: 3 }], 3, 1000, 'read', [{ at: 5, task: 1, change: -4096 }]], 'the rest');
	},

	async 'which chunks a window needs'() {
		const { chunksFor } = await bundled('served.ts'), chunks = [[0, 100, 10], [100, 100, 20], [200, 100, 30], [300, 50, 40]];
		for (const [from, to, want] of [[0, 5, [0, 2]], [12, 18, [1, 3]], [10, 10, [0, 3]], [35, 40, [3, 4]], [99, 100, [3, 4]]]) same(chunksFor(chunks, from, to), want, `${from} to ${to}`);
		same(chunksFor(chunks, 0, 40, 250), undefined, 'too many rows');
		same(chunksFor(chunks, 12, 18, 10), [1, 3], 'one chunk is never too many');
		same(chunksFor([], 0, 1), [0, 0], 'nothing');
	},

	async 'chunks, and waits around them, become one list'() {
		const { joined } = await bundled('served.ts');
		const chunk = (first, rows, passes, names) => ({ first, columns: columnsOf(rows), passes: Uint8Array.from(passes), names, paths: ['', '/a'], fds: [''] });
		const overview = modelOf([{ task: 2, start: 50, took: 100000, name: 3 }, { task: 1, start: 60, took: 1, name: 1 }, { task: 1, start: 1000, took: 5, name: 2 }], { number: Float64Array.from([90, 5, 101]), count: Float64Array.from([3, 1, 1]) });
		const { model, rows } = joined(HEAD, [chunk(100, [{ task: 1, start: 900, took: 9, name: 1 }, { task: 1, start: 1000, took: 5, name: 2, path: 1 }], [0, 1], ['', 'close', 'dup']), chunk(102, [{ task: 1, start: 1100, took: 1, name: 1 }], [1], ['', 'dup'])], overview, 10000);
		same([...model.number], [90, 100, 101, 102], 'the wait that began before comes along, what was over before does not, and none twice');
		same([...model.columns.name].map((n) => model.names[n]), ['write', 'close', 'dup', 'dup'], 'names of all');
		same([...rows], [0, 2, 3], 'those that pass');
		same(model.byTask.map((l) => l.length), [0, 3, 1], 'by thread');
	},

	async 'who began whom, when ids come again'() {
		const { parentsOf } = await bundled('model.ts'), task = (tid, pid, parent, start, end) => ({ tid, pid, parent, start, end });
		same([...parentsOf([null, task(1, 1, 0, 0, 100), task(2, 2, 1, 10, 20), task(3, 1, 1, 15, 90), task(2, 2, 1, 30, 40), task(5, 5, 2, 35, 36), task(6, 6, 2, 50, 60), task(7, 7, 7, 0, 9)])], [0, 0, 1, 1, 1, 4, 0, 0], 'parents');
	},

	async 'rows by their numbers'() {
		const { indexOf, numberOf } = await bundled('model.ts'), m = modelOf(ROWS, { number: Float64Array.from([7, 9, 12, 40, 41, 99]) });
		same([7, 12, 99, 8, 100, -1].map((n) => indexOf(m, n)), [0, 2, 5, -1, -1, -1], 'indexOf');
		same([0, 5, -1].map((i) => numberOf(m, i)), [7, 99, -1], 'numberOf');
		const overview = modelOf(ROWS, { number: Float64Array.from([9, 7, 50, 12, 13, 14]), count: new Float64Array(6) });
		same([7, 12, 8].map((n) => indexOf(overview, n)), [1, 3, -1], 'an overview is ordered by time, not by number');
		same([3, 6].map((n) => indexOf(modelOf(ROWS), n)), [3, -1], 'all of a recording');
	},

	async 'what is asked of ringside view'() {
		const { asWanted } = await bundled('filter.ts');
		same(asWanted('  ', HEAD), {}, 'nothing');
		same(asWanted(' read ', HEAD), { where: 'call==read' }, 'a call');
		same(asWanted('dur > 1ms', HEAD), { where: 'dur > 1ms' }, 'an expression');
		same(asWanted('some words', HEAD), { words: 'some words' }, 'words');
	},

	async 'columns are unpacked'() {
		const { unpackColumns } = await bundled('unpack.ts'), { gzipSync } = await import('node:zlib');
		const leb = (list) => list.flatMap((v) => { const out = []; for (; v >= 128; v = Math.floor(v / 128)) out.push((v % 128) | 128); return [...out, v]; });
		const zigzag = (v) => (v < 0 ? -2 * v - 1 : 2 * v), pack = (list) => gzipSync(Uint8Array.from(leb(list))).toString('base64');
		const packed = Object.fromEntries(['kind', 'task', 'took', 'name', 'error', 'path', 'fd'].map((k, i) => [k, pack([i, 300])]));
		packed.kind = pack([0, 5]);
		const { columns, extra } = await unpackColumns(2, { ...packed, start: pack([1000, -10].map(zigzag)), result: pack([-2, 2 ** 40].map(zigzag)), bytes: pack([-64, 64].map(zigzag)), number: pack([7, 2 ** 35]) }, ['number']);
		same([[...columns.start], [...columns.result], [...columns.bytes], [...columns.took], [...columns.kind], [...extra[0]]], [[1000, 990], [-2, 2 ** 40], [-64, 64], [2, 300], [0, 5], [7, 2 ** 35]], 'columns');
	},
};
