// What page tests share: programs, pages in headless Chromium, TAP.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const web = resolve('web');
export const require = createRequire(join(web, '/'));
export const ringside = process.env.RINGSIDE;
export const dir = mkdtempSync(join(tmpdir(), 'ringside-web-'));
export const shots = process.env.SCREENSHOTS;
export const PATIENCE = 60000;

export function check(ok, message) {
	if (!ok) throw new Error(typeof message === 'string' ? message : JSON.stringify(message));
}

export function same(got, want, what) {
	check(JSON.stringify(got) === JSON.stringify(want), `${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
}

/** A module of web/src, as node runs it. */
export async function bundled(module) {
	const esbuild = require('esbuild');
	const out = join(dir, module.replace('.ts', '.mjs'));
	await esbuild.build({ entryPoints: [join(web, 'src', module)], bundle: true, format: 'esm', outfile: out, absWorkingDir: web });
	return import(pathToFileURL(out));
}

export function report(name, ...argv) {
	const page = join(dir, name);
	const r = spawnSync(ringside, ['report', '-o', page, ...argv], { encoding: 'utf8', cwd: dir });
	check(statSync(page).size > 1000, r.stderr);
	return { page, status: r.status, stderr: r.stderr };
}

/** Records; the program's exit status is its own business. */
export function record(name, ...argv) {
	const tape = join(dir, name), r = spawnSync(ringside, ['record', '-q', '-o', tape, ...argv], { encoding: 'utf8', cwd: dir });
	check(statSync(tape).size > 100, r.stderr);
	return tape;
}

let browser;
/** A page at an address, when it is ready. Where it may ask for things is checked by done(). */
export async function openAt(url, { size = { width: 1280, height: 900 }, allowed = /^(file|blob|data):/ } = {}) {
	const { chromium } = require('playwright-core');
	browser ??= await chromium.launch({ executablePath: process.env.BROWSER, args: ['--no-sandbox', '--disable-gpu'] });
	const p = await browser.newPage({ viewport: size });
	p.trouble = [];
	p.on('pageerror', (e) => p.trouble.push(e.message));
	p.on('console', (m) => { if (m.type() === 'error') p.trouble.push(m.text()); });
	p.on('request', (r) => { if (!allowed.test(r.url())) p.trouble.push(`asked for ${r.url()}`); });
	await p.goto(url);
	await p.waitForFunction(() => document.documentElement.dataset.ready === 'yes' || document.getElementById('loading')?.textContent.includes('cannot'), null, { timeout: PATIENCE });
	return p;
}

export const open = (page, hash = '', size = undefined) => openAt(pathToFileURL(page).href + hash, { size });

/** Closes it; nothing may have gone wrong in it. */
export async function done(p, name) {
	if (shots) {
		mkdirSync(shots, { recursive: true });
		await p.screenshot({ path: join(shots, `${name}.png`) });
	}
	same(p.trouble, [], 'errors in the page');
	await p.close();
}

export const until = (p, f, arg) => p.waitForFunction(f, arg, { timeout: PATIENCE });

function browserLacks() {
	if (!process.env.BROWSER) return 'no Chromium here';
	try {
		require('playwright-core');
		return '';
	} catch {
		return 'no playwright-core in web/node_modules';
	}
}

/** Runs tests by name, those of a browser after the others, and ends the process. A test may return why it was skipped. `arguments` choose by part of the name. */
export async function run(plain, inBrowser, end = async () => undefined) {
	const lacks = browserLacks(), chosen = process.argv.slice(2);
	const all = [...Object.entries(plain).map((t) => [...t, '']), ...Object.entries(inBrowser).map((t) => [...t, lacks])].filter(([name]) => !chosen.length || chosen.some((c) => name.includes(c)));
	let failed = 0, n = 0;
	console.log(`1..${all.length}`);
	for (const [name, test, skip] of all) {
		n++;
		try {
			const why = skip || await test();
			console.log(`ok ${n} - ${name}${why ? ` # SKIP ${why}` : ''}`);
		} catch (e) {
			failed++;
			console.log(`not ok ${n} - ${name}\n${String(e.message ?? e).split('\n').slice(0, 12).map((l) => `# ${l.slice(0, 600)}`).join('\n')}`);
		}
	}
	await browser?.close();
	await end();
	rmSync(dir, { recursive: true, force: true });
	process.exit(failed ? 1 : 0);
}
