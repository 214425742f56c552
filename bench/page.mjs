// See page. Time on the wall, since that is what somebody waits for: on a machine that does other things these are more than they should be.
import { spawn, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(resolve('web'), '/'));
const { chromium } = require('playwright-core');
const { RINGSIDE, BROWSER, TAPES } = process.env;
const [calls, viewed] = process.argv.slice(2).map((n) => Number(n) / 1e6);
const FRAMES = 10, BURSTS = 10, WINDOWS = 10, PATIENCE = 600000;

const sorted = (list) => [...list].sort((a, b) => a - b);
const share = (list, p) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * p))];

function say(what, value, unit, budget, more = '') {
	const kept = budget === undefined ? '' : `   budget: at most ${budget} ${unit}   ${value <= budget ? 'kept' : 'NOT KEPT'}`;
	console.log(`${what.padEnd(48)} ${value.toFixed(2).padStart(9)} ${unit}${kept}${more && `   (${more})`}`);
}

const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu'] });

async function open(url) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } }), start = performance.now();
	await page.goto(url, { timeout: PATIENCE });
	await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes', null, { timeout: PATIENCE });
	return { page, took: (performance.now() - start) / 1000 };
}

/** What the page's thread has to do for a frame while somebody pans, in milliseconds of its CPU time: a tenth of the run is in sight, then a thousandth. */
async function frames(page) {
	const cdp = await page.context().newCDPSession(page), all = [];
	await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
	const cpu = async () => (await cdp.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value * 1000;
	for (const part of [0.1, 0.001]) {
		await page.evaluate((p) => { const s = window.ringside.store.model.span; window.ringside.store.set({ from: s * 0.2, to: s * (0.2 + p) }); }, part);
		await page.waitForTimeout(1000);
		for (let i = 0; i < BURSTS; i++) {
			const before = await cpu();
			await page.evaluate(async (n) => {
				for (let k = 0; k < n; k++) {
					window.ringside.timeline.pan(0.02);
					await new Promise(requestAnimationFrame);
				}
			}, FRAMES);
			all.push((await cpu() - before) / FRAMES);
		}
	}
	return all;
}

function sayFrames(what, list) {
	say(what, Math.max(...list), 'ms', 16, `of CPU; the slowest ${FRAMES} in a row of ${list.length * FRAMES}; median ${share(list, 0.5).toFixed(2)} ms`);
}

/** From the wish to see another part of the run until its rows are there. */
async function windows(page) {
	return page.evaluate(async (n) => {
		const { store } = window.ringside, all = [], span = store.model.span;
		for (let i = 0; i < n; i++) {
			const at = (span * (i * 7 % n)) / n, before = performance.now(), old = store.model;
			store.set({ from: at, to: at + span / 1000 });
			while (store.model === old || store.busy) await new Promise((ok) => setTimeout(ok, 5));
			all.push(performance.now() - before);
		}
		return all;
	}, WINDOWS);
}

async function search(page, text) {
	const before = performance.now();
	await page.evaluate((filter) => window.ringside.store.set({ filter }), text);
	await page.waitForFunction(() => / of /.test(document.getElementById('filter-state').textContent), null, { timeout: PATIENCE });
	return (performance.now() - before) / 1000;
}

async function onePage() {
	const html = join(TAPES, 'page.html'), before = performance.now();
	spawnSync(RINGSIDE, ['report', '-o', html, join(TAPES, 'page.tape')], { stdio: 'ignore' });
	say(`report of ${calls} M calls`, (performance.now() - before) / 1000, 's', undefined, `${(statSync(html).size / 1e6).toFixed(0)} MB`);
	const { page, took } = await open(pathToFileURL(html).href);
	say('... opens in', took, 's', 3);
	sayFrames('... a frame while panning', await frames(page));
	say('... search by expression', await search(page, 'errno==ENOENT && dur>1us'), 's');
	await page.close();
}

async function served() {
	const before = performance.now(), child = spawn(RINGSIDE, ['view', join(TAPES, 'view.tape')], { stdio: ['ignore', 'pipe', 'ignore'] });
	const url = String(await new Promise((ok) => { child.stdout.once('data', ok); })).trim();
	say('view says its address after', (performance.now() - before) / 1000, 's', 1);
	const { page } = await open(url);
	say(`... ${viewed} M calls are read, and the page is ready`, (performance.now() - before) / 1000, 's');
	const list = await windows(page);
	say('... another window is there after', share(list, 0.5) / 1000, 's', 1, `median of ${WINDOWS}; the slowest ${(Math.max(...list) / 1000).toFixed(2)} s`);
	sayFrames('... a frame while panning', await frames(page));
	say('... search of the whole tape by expression', await search(page, 'errno==ENOENT && dur>1us'), 's');
	await page.close();
	const gone = new Promise((ok) => { child.on('close', ok); });
	child.kill('SIGINT');
	await gone;
}

await onePage();
await served();
await browser.close();
