import { createHash } from 'node:crypto';
import type { ModelData, ModelSource, TypedArray } from './retrieval/model.ts';

/** Where trained models are kept between starts. Keys name the content that a model was trained on. */
export interface ModelCache {
  /** @returns what was written under the key; nothing where there is none, or it cannot be read */
  read(key: string): Uint8Array | undefined;
  /** Keeps the bytes if it can. */
  write(key: string, bytes: Uint8Array): void;
}

/** Changes when the same documents would give another model. */
const VERSION = 5;

/** The models of an earlier start where what they depend on is still the same; others are trained, and kept. */
export function cachedModels(cache: ModelCache): ModelSource {
  return (dependsOn, train) => {
    const key = createHash('sha256')
      .update(JSON.stringify([VERSION, dependsOn]))
      .digest('hex')
      .slice(0, 24);
    const bytes = cache.read(key);
    const known = bytes && decode(bytes);
    if (known) return known;
    const model = train();
    cache.write(key, encode(model));
    return model;
  };
}

const ARRAYS = { Int8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };
const DIGEST = 32;
/** The widest number: every array starts at a multiple of it. */
const ALIGNMENT = 8;

interface Header {
  text: string;
  arrays: { name: string; type: keyof typeof ARRAYS; length: number }[];
}

/** Layout: digest of the rest, length of the header (8 bytes, little endian), header as JSON, then the arrays. */
function encode({ text, arrays }: ModelData): Uint8Array {
  const list = Object.entries(arrays);
  const header: Header = {
    text,
    arrays: list.map(([name, array]) => ({
      name,
      type: array.constructor.name as keyof typeof ARRAYS,
      length: array.length,
    })),
  };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(ALIGNMENT);
  length.writeUInt32LE(json.length);
  const parts = [length, json, ...list.map(([, a]) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))];
  const body = Buffer.concat(parts.flatMap((part) => [part, Buffer.alloc(padding(part.length))]));
  return Buffer.concat([digestOf(body), body]);
}

/** @returns nothing where the bytes are not whole: a file half written, or damaged */
function decode(bytes: Uint8Array): ModelData | undefined {
  if (bytes.length < DIGEST + ALIGNMENT) return undefined;
  const body = new Uint8Array(bytes).subarray(DIGEST); // a copy of its own, as arrays have to be aligned
  if (!digestOf(body).equals(bytes.subarray(0, DIGEST))) return undefined;
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const headerEnd = ALIGNMENT + view.readUInt32LE(0);
  const { text, arrays } = JSON.parse(view.toString('utf8', ALIGNMENT, headerEnd)) as Header;
  let at = DIGEST + headerEnd + padding(headerEnd);
  const read = arrays.map(({ name, type, length }): [string, TypedArray] => {
    const array = new ARRAYS[type](body.buffer, at, length);
    at += array.byteLength + padding(array.byteLength);
    return [name, array];
  });
  return { text, arrays: Object.fromEntries(read) };
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const padding = (length: number) => (ALIGNMENT - (length % ALIGNMENT)) % ALIGNMENT;
