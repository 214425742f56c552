// See run. `ringside view`: what it serves to whom, and the page that it serves.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { check, dir, done, openAt, PATIENCE, record, ringside, run, same, shots, until } from '../web/harness.mjs';

const views = [];

/** Starts it; resolves when it has printed its address. */
async function view(tape, ...options) {
	const child = spawn(ringside, ['view', ...options, tape], { stdio: ['ignore', 'pipe', 'pipe'], cwd: dir });
	const v = { child, url: '', stderr: '', ended: undefined };
	views.push(v);
	child.stderr.on('data', (d) => { v.stderr += d; });
	v.ended = new Promise((ok) => { child.on('close', (status, signal) => ok({ status, signal })); });
	v.url = (await Promise.race([new Promise((ok) => { child.stdout.once('data', (d) => ok(String(d))); }), v.ended.then(() => '')])).trim();
	return v;
}

async function end(v, signal = 'SIGINT') {
	v.child.kill(signal);
	return v.ended;
}

/** Status and body of a GET, or whatever is said; node's fetch() would not send another Host. */
function get(url, { method = 'GET', host } = {}) {
	const u = new URL(url);
	return new Promise((ok, failed) => {
		const r = request({ host: u.hostname, port: u.port, path: u.pathname + u.search, method, headers: host === undefined ? {} : { Host: host } }, (answer) => {
			let body = '';
			answer.on('data', (d) => { body += d; });
			answer.on('end', () => ok({ status: answer.statusCode, headers: answer.headers, body }));
		});
		r.on('error', failed);
		r.end();
	});
}

/** The answer, once the tape was read. */
async function whenReady(url) {
	for (;;) {
		const r = await get(url);
		if (r.status !== 202) return r;
		await new Promise((ok) => setTimeout(ok, 50));
	}
}

/** A tape of many short calls and a long one, made from text: `calls` of two threads, each third one fails. */
function madeUp(name, calls) {
	const events = join(dir, `${name}.events`), tape = join(dir, name), lines = ['start pid=100 at=1', 'start pid=100 tid=101 parent=100 at=1', 'call execve(0x500, 0, 0) = 0 pid=100 at=1.0001 took=0.0001', '    0 entry 0x500 "/bin/busy\\0"'];
	for (let i = 0; i < calls; i++) {
		const at = (1.001 + i * 0.00001).toFixed(6), tid = 100 + (i % 2);
		if (i % 3 === 2) lines.push(`call openat(-100, 0x1000, 0, 0) = -2 pid=100 tid=${tid} at=${at} took=0.000002`, `    1 entry 0x1000 "/lib/dir${i % 7}/needle.so\\0"`);
		else lines.push(`call read(3, 0x2000, 10) = 10 pid=100 tid=${tid} at=${at} took=0.000003`, '    1 exit 0x2000 "0123456789"', '    fd entry 3 "/data/file"');
	}
	lines.push(`call nanosleep(0x3000, 0) = 0 pid=100 tid=101 at=${(1.001 + calls * 0.000005).toFixed(6)} took=${(calls * 0.000004).toFixed(6)}`, `exit pid=100 tid=101 status=0 at=${(1.002 + calls * 0.00001).toFixed(6)}`, `exit pid=100 status=0x300 at=${(1.003 + calls * 0.00001).toFixed(6)}`);
	writeFileSync(events, lines.join('\n') + '\n');
	const r = spawnSync(ringside, ['record', '-q', `--engine=fake:${events}`, '-o', tape], { encoding: 'utf8' });
	check(statSync(tape).size > 100, r.stderr);
	return tape;
}

const openView = (v, hash = '', size = undefined) => openAt(v.url + hash, { size, allowed: new RegExp(`^(blob:|data:|${v.url})`) });
const state = {};

const serverTests = {
	async 'what is no tape is refused in a sentence, and so are filters and bad ports'() {
		for (const [args, wanted] of [
			[['nowhere.tape'], /cannot view 'nowhere\.tape': No such file/], [['/etc/passwd'], /cannot view '\/etc\/passwd': it is no tape/], [[], /must have TAPE/], [['a', 'b'], /one tape at a time/],
			[['--port=0', 'x'], /invalid port: '0'/], [['--port=x', 'x'], /invalid port: 'x'/], [['-e', 'trace=read', state.tape], /view shows all of a tape/], [['-c', state.tape], /are for trace and replay/],
		]) {
			const r = spawnSync(ringside, ['view', ...args], { encoding: 'utf8', cwd: dir });
			check(r.status === 1 && wanted.test(r.stderr), `${args}: ${r.status} ${r.stderr}`);
		}
	},

	async 'without the token, under another name, by another method: refused'() {
		const v = await view(state.tape), { origin, host } = new URL(v.url);
		check(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/.test(v.url), v.url);
		const token = v.url.slice(origin.length + 1, -1), wrong = (token[0] === '0' ? '1' : '0') + token.slice(1);
		for (const path of ['/', '/head', `/${wrong}/`, `/${wrong}/head`, `/${token.slice(0, 31)}/head`, `/${token}`, `/${token}0/`, `//${token}/`]) {
			const r = await get(origin + path);
			check(r.status === 403 && !r.body.includes('<'), `${path}: ${r.status} ${r.body}`);
		}
		for (const name of ['evil.example', `evil.example:${new URL(v.url).port}`, '127.0.0.1', `${host}.evil.example`]) same((await get(v.url, { host: name })).status, 403, `Host: ${name}`);
		same((await get(v.url, { host: `localhost:${new URL(v.url).port}` })).status, 200, 'localhost');
		for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) same((await get(v.url, { method })).status, 405, method);
		same((await get(`${v.url}nothing`)).status, 404, 'a name that there is not');
		await whenReady(`${v.url}head`);
		for (const bad of ['chunk?n=99999', 'chunk?n=x', 'chunk', 'text?block=-1', 'text']) same((await get(v.url + bad)).status, 404, bad);
		await end(v);
	},

	async 'answers forbid everything but the page\'s own script and requests to here'() {
		const v = await view(state.tape), { headers, body } = await get(v.url), policy = headers['content-security-policy'];
		check(/default-src 'none'; script-src 'sha256-[^']+' blob:;/.test(policy) && policy.includes("connect-src 'self'") && !policy.includes('unsafe-eval') && !/script-src[^;]*unsafe-inline/.test(policy), policy);
		check(body.includes(`content="default-src 'none'; connect-src 'self'; script-src 'sha256-`), 'the policy in the page');
		same([headers['x-content-type-options'], headers['x-frame-options'], headers['referrer-policy'], headers['cache-control'], headers['cross-origin-resource-policy']], ['nosniff', 'DENY', 'no-referrer', 'no-store', 'same-origin'], 'headers');
		check(headers['access-control-allow-origin'] === undefined, 'another site may read answers');
		await end(v);
	},

	async 'it listens on the loopback address alone, on the port that is asked for'() {
		const a = await view(state.tape), port = Number(new URL(a.url).port);
		const hex = port.toString(16).toUpperCase().padStart(4, '0'), listening = ['tcp', 'tcp6'].flatMap((f) => { try { return readFileSync(`/proc/net/${f}`, 'utf8').split('\n'); } catch { return []; } })
			.map((l) => l.trim().split(/\s+/)).filter((w) => w[3] === '0A' && w[1].endsWith(`:${hex}`)).map((w) => w[1]);
		same(listening, [`0100007F:${hex}`], 'sockets that listen');
		const b = await view(state.tape, `--port=${port}`);
		same([b.url, (await b.ended).status], ['', 1], 'a port that is taken');
		check(b.stderr.includes(`cannot listen on 127.0.0.1 port ${port}: Address already in use`), b.stderr);
		await end(a);
		const c = await view(state.tape, `--port=${port}`);
		same(new URL(c.url).port, String(port), 'the port');
		await end(c);
	},

	async 'Ctrl-C and SIGTERM end it, at once and without an error'() {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
			const v = await view(state.long);
			same(await end(v, signal), { status: 0, signal: null }, signal);
		}
		const v = await view(state.long);
		await whenReady(`${v.url}head`);
		same(await end(v), { status: 0, signal: null }, 'SIGINT when it is ready');
	},

	async 'rows and text of every chunk are those of the whole'() {
		const v = await view(state.long), head = JSON.parse((await whenReady(`${v.url}head`)).body);
		check(head.chunks.length > 1, `${head.chunks.length} chunks`);
		let rows = 0;
		for (const [n, [first, count]] of head.chunks.entries()) {
			const chunk = JSON.parse((await get(`${v.url}chunk?n=${n}`)).body);
			same([first, chunk.first, chunk.rows], [rows, rows, count], `chunk ${n}`);
			rows += count;
		}
		same(rows, head.rows, 'rows of all');
		let text = '';
		for (let b = 0; b * head.block < head.rows; b++) {
			const { body } = await get(`${v.url}text?block=${b}`), parts = body.split('\x05').slice(0, -1);
			same(parts.length, Math.min(head.block, head.rows - b * head.block), `rows of block ${b}`);
			text += parts.map((r) => r.split('\x03')[0]).join('');
		}
		check(text === execFileSync(ringside, ['replay', '-q', '-yy', state.long], { encoding: 'utf8', maxBuffer: 1 << 28 }), 'the text is not that of replay');
		await end(v);
	},

	async 'the sums are those of stat'() {
		const v = await view(state.long), overview = JSON.parse((await whenReady(`${v.url}overview`)).body);
		const want = JSON.parse(execFileSync(ringside, ['stat', '--json', state.long], { encoding: 'utf8' }));
		const calls = Object.fromEntries(overview.summary.names.map(([n, calls, errors, total]) => [overview.names[n], [calls, errors, total]]));
		for (const row of want.rows) same(calls[row.key ?? row.call ?? row.name], [row.calls, row.errors, row.total_ns ?? row.wall_ns ?? row.total], JSON.stringify(row));
		check(want.rows.length === Object.keys(calls).length, 'as many calls');
		await end(v);
	},

	async 'searching the whole tape: expressions, words'() {
		const v = await view(state.long), find = async (query) => JSON.parse((await whenReady(`${v.url}overview?${new URLSearchParams(query)}`)).body);
		await whenReady(`${v.url}head`);
		same((await find({ where: 'errno==ENOENT' })).calls, state.failing, 'an expression');
		same((await find({ words: 'dir3/needle' })).calls, Number(execFileSync('sh', ['-c', `'${ringside}' replay -q '${state.long}' | grep -c dir3/needle`], { encoding: 'utf8' })), 'words');
		const bad = await whenReady(`${v.url}overview?where=${encodeURIComponent('dur>')}`);
		check(bad.status === 500 && bad.body.includes('"error"'), `${bad.status} ${bad.body}`);
		same((await find({ words: 'nothing of that kind' })).rows, 0, 'nothing is found');
		const both = await Promise.all([find({ where: 'call==nanosleep' }), find({ where: 'call==read' })]);
		same(both.map((o) => o.calls), [1, 500000 - state.failing], 'two who search at once');
		const chunk = JSON.parse((await get(`${v.url}chunk?n=0&where=${encodeURIComponent('call==nanosleep')}`)).body);
		check(chunk.columns.passes.length > 0, 'a chunk says which rows pass');
		await end(v);
	},

	async 'a damaged tape: it says so, and shows the rest'() {
		const tape = join(dir, 'cut.tape');
		writeFileSync(tape, readFileSync(state.long));
		truncateSync(tape, Math.floor(statSync(tape).size * 0.6));
		const v = await view(tape), head = JSON.parse((await whenReady(`${v.url}head`)).body);
		check(head.gaps === 1 && head.rows > 1000, `${head.gaps} gaps, ${head.rows} rows`);
		check(/what was there is missing/.test(v.stderr) && /did not finish/.test(v.stderr), v.stderr);
		const last = head.chunks[head.chunks.length - 1], block = Math.floor((last[0] + last[1] - 1) / head.block), parts = (await get(`${v.url}text?block=${block}`)).body.split('\x05').slice(0, -1);
		same(parts.length, head.rows - block * head.block, 'the last block has the row for what is missing');
		await end(v);
	},
};

const pageTests = {
	async 'it opens with an overview, and says that it is one'() {
		const p = await openView(state.view);
		check(/^[\d,]+ calls of 2 threads in /.test(await p.textContent('#facts')), await p.textContent('#facts'));
		check((await p.textContent('#scope')).startsWith('Overview: tables are of the whole run'), await p.textContent('#scope'));
		check(await p.evaluate(() => window.ringside.store.isOverview), 'it is not');
		await until(p, () => [...document.querySelectorAll('.line code')].some((c) => / and [\d,]+ shorter/.test(c.textContent)));
		await done(p, 'view-overview');
	},

	async 'zooming loads what is looked at; a call is gone through; a link leads to it'() {
		const p = await openView(state.view);
		await p.focus('#timeline .lanes canvas');
		for (let i = 0; i < 12; i++) await p.keyboard.press('+');
		await until(p, () => !window.ringside.store.isOverview);
		await until(p, () => document.getElementById('scope').textContent.startsWith('Window: '));
		await p.keyboard.press('Enter');
		await until(p, () => /the way of this call/.test(document.querySelector('#call h2')?.textContent));
		await until(p, () => document.querySelector('.line.chosen'));
		for (let i = 2; i <= 8; i++) {
			await p.keyboard.press('n');
			await until(p, (n) => document.querySelector('#call h3')?.textContent.startsWith(String(n)), i);
		}
		await until(p, () => /call=\d+\.8$/.test(location.hash)); // the address follows a moment later
		const title = await p.textContent('#call h2'), q = await openView(state.view, new URL(p.url()).hash);
		await until(q, (t) => document.querySelector('#call h2')?.textContent === t, title);
		await until(q, () => !window.ringside.store.isOverview);
		await p.close();
		await done(q, 'view-window');
	},

	async 'a link to a call of the overview, which has only some of them'() {
		const p = await openView(state.view, '#call=54321.3');
		await until(p, () => document.querySelector('.registers'));
		check(await p.evaluate(() => window.ringside.store.isOverview), 'it went somewhere else');
		await p.keyboard.press('z');
		await until(p, () => !window.ringside.store.isOverview && document.querySelector('.line.chosen'));
		await done(p, 'view-link');
	},

	async 'waits that began before the window are in it'() {
		const p = await openView(state.view);
		await p.evaluate(() => { const s = window.ringside.store.model.span; window.ringside.store.set({ from: s * 0.7, to: s * 0.7001 }); });
		await until(p, () => !window.ringside.store.isOverview);
		const found = await p.evaluate(() => { const m = window.ringside.store.model; return [...m.columns.name].some((n) => m.names[n] === 'nanosleep'); });
		check(found, 'the long call is not there');
		await done(p, 'view-wait');
	},

	async 'searching the whole tape, from the page'() {
		const p = await openView(state.view);
		const find = async (text, pattern) => {
			await p.fill('#expression', text);
			await until(p, (s) => new RegExp(s).test(document.getElementById('filter-state').textContent), pattern);
		};
		await find('errno==ENOENT', `^${state.failing.toLocaleString('en')} of`);
		await find('nanosleep', '^1 of');
		await find('needle.so', `^${state.failing.toLocaleString('en')} of`);
		await p.fill('#expression', 'errno==EACCES');
		await p.waitForTimeout(400); // it is being looked for, and then something else is
		await find('read', `^${(500000 - state.failing).toLocaleString('en')} of`);
		await find('openat', `^${state.failing.toLocaleString('en')} of`);
		await find('dur>', 'is needed');
		check(await p.locator('#filter-state.failed').count() === 1, 'a mistake is not marked');
		await find('', '^$');
		await done(p, 'view-search');
	},

	async 'every view has something to show, of the whole and of a window'() {
		const p = await openView(state.view);
		const look = async (wanted) => {
			for (const [v, text] of wanted) {
				await p.evaluate((name) => window.ringside.store.set({ view: name }), v);
				await until(p, (w) => document.getElementById('view').textContent.includes(w), text);
				if (shots) await p.screenshot({ path: join(shots, `view-${v}.png`) });
			}
		};
		await look([['tree', 'exited with 3'], ['latency', 'distribution'], ['files', '/data/file'], ['errors', 'needle.so'], ['memory', 'Nothing was mapped'], ['rate', 'Calls a second'], ['text', 'execve(']]);
		const whole = await p.evaluate(() => window.ringside.store.summary().names.find((n) => n.name === 'read').calls);
		await p.evaluate(() => { const s = window.ringside.store.model.span; window.ringside.store.set({ from: s * 0.001, to: s * 0.002, view: 'latency' }); });
		await until(p, () => !window.ringside.store.isOverview);
		await look([['latency', 'distribution'], ['files', '/data/file'], ['errors', 'needle.so'], ['rate', 'Calls a second']]);
		const part = await p.evaluate(() => window.ringside.store.summary().names.find((n) => n.name === 'read').calls);
		check(part > 0 && part < whole, `${part} of ${whole}`);
		await done(p, 'view-views');
	},

	async 'a small tape is here as a whole'() {
		const v = await view(state.tape), p = await openView(v);
		await until(p, () => !window.ringside.store.isOverview);
		await until(p, () => [...document.querySelectorAll('.line code')].some((c) => c.textContent.includes('execve(')));
		same(await p.evaluate(() => window.ringside.store.rows.length), await p.evaluate(() => window.ringside.store.head.rows), 'rows');
		await done(p, 'view-small');
		await end(v);
	},

	async 'hostile names run nothing'() {
		const evil = '<img src=x onerror="window.hacked=1">', script = '</script><script>window.hacked=2</script><!--';
		mkdirSync(join(dir, 'evil'), { recursive: true });
		const program = join(dir, 'evil', 'x<b>y');
		writeFileSync(program, '#!/bin/sh\ncat "$1" "$2" </dev/null\n', { mode: 0o755 });
		const v = await view(record('evil.tape', '-f', '-yy', program, `./${evil}`, script)), p = await openView(v);
		for (const name of ['calls', 'tree', 'latency', 'files', 'errors', 'text']) {
			await p.evaluate((n) => window.ringside.store.set({ view: n }), name);
			await until(p, () => document.getElementById('view').textContent.length > 0);
			same(await p.evaluate(() => document.querySelectorAll('img, #view b, #view script').length), 0, `elements made of names in ${name}`);
		}
		same(await p.evaluate(() => window.hacked ?? 0), 0, 'window.hacked');
		check((await p.textContent('#title')).includes(evil), 'the name is not shown as it is');
		await done(p, 'view-hostile');
		await end(v);
	},

	async 'of thousands of processes those that live in the window have lanes'() {
		const events = join(dir, 'many.events'), tape = join(dir, 'many.tape'), lines = ['start pid=100 at=1'];
		for (let i = 0; i < 4000; i++) {
			const at = (1.001 + i * 0.0001).toFixed(6), pid = 1000 + i;
			lines.push(`start pid=${pid} parent=100 at=${at}`, `call getpid() = ${pid} pid=${pid} at=${at} took=0.00003`, `exit pid=${pid} status=0 at=${(1.001 + i * 0.0001 + 0.00005).toFixed(6)}`);
		}
		writeFileSync(events, lines.join('\n') + '\nexit pid=100 status=0 at=2\n');
		check(spawnSync(ringside, ['record', '-q', `--engine=fake:${events}`, '-o', tape]).status !== null && statSync(tape).size > 1000, 'no tape');
		const v = await view(tape), p = await openView(v);
		await until(p, () => !window.ringside.store.isOverview);
		check(await p.evaluate(() => document.querySelector('.lanes').scrollHeight > 4000 * 18 && document.querySelector('.lanes canvas').height < 4000), 'the canvas is as high as all lanes');
		await p.evaluate(() => { const s = window.ringside.store.model.span; window.ringside.store.set({ from: 0.2 * s, to: 0.203 * s }); });
		await until(p, () => document.querySelector('.lanes').scrollHeight < 100 * 18);
		await p.focus('.lanes canvas');
		await p.keyboard.press('Enter');
		await until(p, () => document.querySelector('#call h2')?.textContent.startsWith('getpid'));
		const task = await p.evaluate(() => { const s = window.ringside.store, m = s.model; return s.head.tasks[m.columns.task[s.chosen]].tid; });
		check(task >= 2990 && task <= 3030, `the call of ${task} was chosen`);
		await p.evaluate(() => window.ringside.store.set({ view: 'tree' }));
		await until(p, () => document.getElementById('view').textContent.includes('more are not listed'));
		await done(p, 'view-many');
		await end(v);
	},

	async 'when the server has ended, the page says so'() {
		const v = await view(state.long), p = await openView(v);
		await end(v);
		await p.fill('#expression', 'errno==EACCES');
		await until(p, () => document.getElementById('filter-state').textContent.includes('does not answer any more'));
		await p.close();
	},
};

state.tape = record('run.tape', '-f', '-yy', 'sh', '-c', 'cat /etc/passwd /nowhere/at/all | wc -c; exit 3');
state.long = madeUp('long.tape', 500000);
state.failing = Math.floor(500000 / 3);
state.view = process.env.BROWSER ? await view(state.long) : undefined;
await run(serverTests, pageTests, async () => {
	for (const v of views) v.child.kill('SIGKILL');
	await Promise.all(views.map((v) => v.ended));
});
