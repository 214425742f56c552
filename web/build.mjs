// Bundles src/ into one HTML template: build.mjs OUT. Scripts and styles are inline; their hashes are the only ones that the page's
// Content-Security-Policy lets run, and it forbids the network.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, 'page.html');
const common = { bundle: true, minify: true, format: 'iife', target: 'es2022', write: false, legalComments: 'inline', absWorkingDir: here };

async function bundle(entry, options = {}) {
	const result = await esbuild.build({ ...common, entryPoints: [entry], ...options });
	return result.outputFiles[0].text.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

// The worker is a string within the page's script, since a page from disk cannot load another file.
const worker = await bundle('src/worker.ts');
const script = await bundle('src/main.ts', { define: { WORKER_SOURCE: JSON.stringify(worker) } });
const style = readFileSync(join(here, 'node_modules/uplot/dist/uPlot.min.css'), 'utf8') + readFileSync(join(here, 'src/style.css'), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'none'; script-src ${hash(script)} blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
const html = readFileSync(join(here, 'src/page.html'), 'utf8')
	.replace('<!--POLICY-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
	.replace('<!--STYLE-->', () => `<style>${style}</style>`)
	.replace('<!--SCRIPT-->', () => `<script>${script}</script>`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, html);
