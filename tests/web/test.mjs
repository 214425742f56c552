// See run. The page of `ringside report`.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, dir, done, open, record, report, ringside, run, same, shots, until } from './harness.mjs';
import { moduleTests } from './modules.mjs';

const plainTests = {
	...moduleTests,

	async 'a page of a program: written, and its status passed on'() {
		const r = report('live.html', 'sh', '-c', 'exit 7');
		same(r.status, 7, 'status');
		check(r.stderr.includes('wrote '), r.stderr);
	},

	async 'what is no tape or option is refused'() {
		const r = spawnSync(ringside, ['report', '-o', join(dir, 'x.html'), '--since', '1s', 'true'], { encoding: 'utf8' });
		check(r.status === 1 && r.stderr.includes('are for tapes'), r.stderr);
	},
};

const pageTests = {
	async 'it opens, and says what was recorded'() {
		const p = await open(state.page);
		check((await p.textContent('#title')).startsWith('sh -c'), await p.textContent('#title'));
		check(/^[\d,]+ calls of \d+ threads in /.test(await p.textContent('#facts')), await p.textContent('#facts'));
		await until(p, () => [...document.querySelectorAll('.line code')].some((c) => c.textContent.includes('execve(')));
		await done(p, 'calls');
	},

	async 'a call, step by step, by keyboard'() {
		const p = await open(state.page, '#view=calls&filter=' + encodeURIComponent('call==openat && path=="/etc/passwd"'));
		await until(p, () => /1 of/.test(document.getElementById('filter-state').textContent));
		await p.locator('.line').first().click();
		await until(p, () => document.querySelector('#call h2')?.textContent.startsWith('openat'));
		const titles = [];
		for (let i = 1; i <= 8; i++) {
			await until(p, (n) => document.querySelector('#call h3')?.textContent.startsWith(String(n)), i);
			titles.push(await p.textContent('#call h3'));
			if (i === 3) {
				const registers = await p.textContent('.registers');
				check(registers.includes('rax') && registers.includes('rsi') && registers.includes('/etc/passwd') && registers.includes('O_RDONLY'), registers);
			}
			if (i === 5) check((await p.textContent('.step-body')).includes('sys_call_table[257]'), await p.textContent('.step-body'));
			if (i === 6) {
				check((await p.textContent('.step-body')).includes('/etc/passwd'), await p.textContent('.step-body'));
				check(/[\d.]+ (ns|µs|ms|s) from entry to return/.test(await p.textContent('.cost')), await p.textContent('.cost'));
				if (shots) await p.screenshot({ path: join(shots, 'step.png') });
			}
			await p.keyboard.press('n');
		}
		check(titles[0].includes('ring 3') && titles[3].includes('ring 0') && titles[7].includes('ring 3'), titles);
		await done(p, 'last-step');
	},

	async 'the guide leads to calls and views, and comes back'() {
		const p = await open(state.page);
		await until(p, () => document.querySelector('#call .guide'));
		const texts = await p.locator('.guide button').allTextContents();
		check(/^Go through a call, step by step: openat$/.test(texts[0]) && /^The longest call: \w+, [\d.]+ /.test(texts[1]) && texts.some((t) => /^[\d,]+ calls failed, most often \w+ with ENOENT$/.test(t)), texts);
		await p.locator('.guide button').first().click();
		await until(p, () => document.querySelector('#call h2')?.textContent.startsWith('openat: the way'));
		await p.keyboard.press('z');
		await until(p, () => window.ringside.store.state.to - window.ringside.store.state.from < window.ringside.store.model.span);
		await p.keyboard.press('Escape');
		await until(p, () => document.querySelector('#call .guide'));
		await p.locator('.guide button', { hasText: 'failed' }).click();
		await until(p, () => window.ringside.store.state.view === 'errors' && document.getElementById('call').hidden);
		await done(p, 'guide');
	},

	async 'tables sort by their heads, and rows lead to their own calls'() {
		const p = await open(state.page, '#view=latency');
		const calls = () => p.locator('#view tbody tr td:nth-child(2)').allTextContents().then((l) => l.map((t) => Number(t.replaceAll(',', ''))));
		await until(p, () => document.querySelector('#view tbody tr'));
		await p.locator('#view th button', { hasText: 'calls' }).click();
		const most = await calls();
		same(most, [...most].sort((a, b) => b - a), 'the most first');
		await p.locator('#view th button', { hasText: 'calls' }).click();
		same(await calls(), [...most].sort((a, b) => a - b), 'the least first');
		const name = await p.locator('#view tbody tr td').first().textContent();
		await p.locator('#view tbody tr').first().click();
		same(await p.inputValue('#expression'), `call==${name}`, 'the filter behind a row');
		await done(p, 'sorted');
	},

	async 'step 1: without stacks it says how to get them'() {
		const p = await open(state.page, '#view=calls&call=5.1');
		await until(p, () => document.querySelector('.step-body')?.textContent.includes('record with stacks: ringside record -k'));
		same(await p.locator('.stack').count(), 0, 'stacks of a recording that has none');
		await done(p, 'no-stack');
	},

	async 'step 1: the line of source that made the call'() {
		const source = join(dir, 'hello.c'), program = join(dir, 'hello'), tape = join(dir, 'stacks.tape');
		writeFileSync(source, '#include <unistd.h>\n\nstatic void greet(void)\n{\n\twrite(1, "hello\\n", 6);\n}\n\nint main(void)\n{\n\tgreet();\n\treturn 0;\n}\n');
		const cc = spawnSync(process.env.CC_TEST ?? 'cc', ['-g', '-O0', '-o', program, source], { encoding: 'utf8' });
		if (cc.error) return 'no C compiler here';
		check(cc.status === 0, cc.stderr);
		const recorded = spawnSync(ringside, ['record', '-q', '-k', '-o', tape, program], { encoding: 'utf8', cwd: dir });
		if (/not supported by this build/.test(recorded.stderr)) return 'no libdw in this build';
		const { page } = report('stacks.html', tape);
		const p = await open(page, '#view=calls&filter=' + encodeURIComponent('call==write'));
		await until(p, () => /^1 of/.test(document.getElementById('filter-state').textContent));
		await p.locator('.line').first().click();
		await until(p, () => document.querySelector('.stack .own'));
		const body = await p.textContent('.step-body'), own = await p.textContent('.stack .own');
		check(own.startsWith('greet') && /hello\.c:5$/.test(own), own);
		check(/Made by greet at \S*hello\.c:5\./.test(body), body);
		check((await p.locator('.stack li').allTextContents()).some((l) => l.startsWith('main') && /hello\.c:10$/.test(l)), await p.textContent('.stack'));
		await done(p, 'stack');
	},

	async 'searching: expressions, words, mistakes'() {
		const p = await open(state.page);
		const find = async (text, pattern) => {
			await p.fill('#expression', text);
			await until(p, (s) => new RegExp(s).test(document.getElementById('filter-state').textContent), pattern);
		};
		await find('errno==ENOENT', '^[\\d,]+ of');
		await until(p, () => document.querySelectorAll('.line').length > 0 && [...document.querySelectorAll('.line')].every((l) => l.classList.contains('failed')));
		await find('flags & O_CLOEXEC', '^[\\d,]+ of');
		await find('/nowhere/at/all', '^[1-9] of');
		await find('dur>', 'is needed');
		check(await p.locator('#filter-state.failed').count() === 1, 'a mistake is not marked');
		await done(p, 'search');
	},

	async 'zooming, and a link to what is seen'() {
		const p = await open(state.page);
		await p.focus('#timeline .lanes canvas');
		for (let i = 0; i < 4; i++) await p.keyboard.press('+');
		await p.keyboard.press('ArrowRight');
		await p.keyboard.press('Enter');
		await until(p, () => location.hash.includes('time=') && location.hash.includes('call='));
		const link = new URL(p.url()).hash, row = await p.evaluate(() => window.ringside.store.state.call);
		const q = await open(state.page, link);
		same(await q.evaluate(() => window.ringside.store.state.call), row, 'the chosen call behind the link');
		same(await q.evaluate(() => Math.round(window.ringside.store.state.from)), await p.evaluate(() => Math.round(window.ringside.store.state.from)), 'the time behind the link');
		await p.close();
		await done(q, 'zoom');
	},

	async 'every view has something to show'() {
		const p = await open(state.page);
		for (const [view, wanted] of [['tree', 'exited with 3'], ['latency', 'distribution'], ['files', '/etc/passwd'], ['errors', 'ENOENT'], ['memory', 'Address space'], ['rate', 'Calls a second'], ['text', 'execve(']]) {
			await p.evaluate((v) => window.ringside.store.set({ view: v }), view);
			await until(p, (w) => document.getElementById('view').textContent.includes(w), wanted);
			if (shots) await p.screenshot({ path: join(shots, `${view}.png`) });
		}
		check((await p.evaluate(() => { window.ringside.store.set({ view: 'files' }); return document.getElementById('view').textContent; })).includes('Who talks to whom'), 'the pipe has no ends');
		await done(p, 'views');
	},

	async 'the text is that of replay'() {
		const want = execFileSync(ringside, ['replay', '-q', '-yy', state.tape], { encoding: 'utf8' });
		const p = await open(state.page, '#view=text');
		await until(p, () => document.querySelector('pre.replay')?.textContent.length > 0);
		const got = await p.evaluate(async () => {
			const s = window.ringside.store, out = [];
			for (let b = 0; b * s.model.head.block < s.model.head.rows; b++) out.push((await s.block(b)).map((r) => r.lines).join(''));
			return out.join('');
		});
		// A call in progress when another thread's line came stands in the text in two parts, as there.
		same(got.split('\n').length, want.split('\n').length, 'lines');
		check(got === want, `differs: ${got.split('\n').find((l, i) => l !== want.split('\n')[i])}`);
		await done(p, 'text');
	},

	async 'hostile names run nothing'() {
		const evil = '<img src=x onerror="window.hacked=1">', script = '</script><script>window.hacked=2</script><!--';
		mkdirSync(join(dir, 'evil'), { recursive: true });
		const program = join(dir, 'evil', 'x<b>y');
		writeFileSync(program, '#!/bin/sh\ncat "$1" "$2" </dev/null\n', { mode: 0o755 });
		const { page } = report('evil.html', '-f', program, `./${evil}`, script);
		check(!readFileSync(page, 'utf8').includes('<script>window.hacked'), 'a name is markup in the file');
		const p = await open(page);
		for (const v of ['calls', 'tree', 'latency', 'files', 'errors', 'text']) {
			await p.evaluate((view) => window.ringside.store.set({ view }), v);
			await p.waitForTimeout(200);
			same(await p.evaluate(() => document.querySelectorAll('img, #view b, #view script').length), 0, `elements made of names in ${v}`);
		}
		const rows = await p.evaluate(() => window.ringside.store.model.head.rows);
		for (let row = 0; row < Math.min(rows, 60); row += 7) await p.evaluate((call) => window.ringside.store.set({ call }), row);
		same(await p.evaluate(() => window.hacked ?? 0), 0, 'window.hacked');
		check((await p.textContent('#title')).includes(evil), 'the name is not shown as it is');
		await done(p, 'hostile');
	},

	async 'on a small screen, in the dark'() {
		const p = await open(state.page, '#view=calls&call=5.3', { width: 400, height: 800 });
		await p.emulateMedia({ colorScheme: 'dark' });
		await until(p, () => document.querySelector('#call h2'));
		check(await p.evaluate(() => document.documentElement.scrollWidth <= 400), 'it is wider than the screen');
		await done(p, 'small-dark');
	},
};

// A recording of three threads and some errors, that all page tests look at.
const state = { tape: record('run.tape', '-f', '-yy', 'sh', '-c', 'cat /etc/passwd /nowhere/at/all | wc -c; exit 3') };
state.page = report('run.html', state.tape).page;
await run(plainTests, pageTests);
