// Columns as the page gets them (src/sink/page_pack.h), to arrays.

import type { Columns } from './model';
import { newColumns } from './served';

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const raw = atob(text);
	const out = new Uint8Array(raw.length);
	for (let i = 0; i < raw.length; i++) out[i] = raw.charCodeAt(i);
	return out;
}

export async function unpack(base64: string): Promise<Uint8Array> {
	const stream = new Blob([fromBase64(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** LEB128 numbers into an array; signed ones are zigzag. Numbers beyond 2^53 lose their last bits. */
export function numbers(bytes: Uint8Array, out: { [i: number]: number; length: number }, signed: boolean): void {
	let at = 0;
	for (let i = 0; i < out.length; i++) {
		let v = 0, scale = 1, b;
		do {
			b = bytes[at++]!;
			v += (b & 0x7f) * scale;
			scale *= 128;
		} while (b & 0x80);
		out[i] = !signed ? v : v % 2 ? -(v + 1) / 2 : v / 2;
	}
}

const SIGNED = new Set(['start', 'result', 'bytes']);

/** The columns of `rows` rows; others, by name, as plain numbers. */
export async function unpackColumns(rows: number, packed: Record<string, string>, extra: string[] = []): Promise<{ columns: Columns; extra: Float64Array[] }> {
	const columns = newColumns(rows), others = extra.map(() => new Float64Array(rows));
	await Promise.all([
		...Object.entries(columns).map(async ([name, array]) => numbers(await unpack(packed[name]!), array, SIGNED.has(name))),
		...others.map(async (array, i) => numbers(await unpack(packed[extra[i]!]!), array, false)),
	]);
	for (let i = 1; i < rows; i++) columns.start[i]! += columns.start[i - 1]!;
	return { columns, extra: others };
}
