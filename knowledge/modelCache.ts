import { createHash } from 'node:crypto';
import { LinearClassifier } from './retrieval/linear.ts';
import type { Model, ModelSource } from './retrieval/model.ts';
import { Vectoriser } from './retrieval/vectors.ts';

/** Where trained models are kept between starts. Keys name the content that a model was trained on. */
export interface ModelCache {
  /** @returns what was written under the key; nothing where there is none, or it cannot be read */
  read(key: string): Uint8Array | undefined;
  /** Keeps the bytes if it can. */
  write(key: string, bytes: Uint8Array): void;
}

/** Changes when the same documents would give another model. */
const VERSION = 1;

/** The models of an earlier start where the content is still the same; others are trained, and kept. */
export function cachedModels(cache: ModelCache): ModelSource {
  return (documents, train) => {
    const key = createHash('sha256')
      .update(JSON.stringify([VERSION, documents]))
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

interface Header {
  features: string[];
  classes: number;
}

/** Layout: length of the header (4 bytes, little endian), header as JSON, then the three arrays. */
function encode({ vectoriser, classifier }: Model): Uint8Array {
  const header: Header = { features: [...vectoriser.features], classes: classifier.classes };
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const parts = [vectoriser.inverseFrequency, classifier.steps, classifier.weights];
  const body = Buffer.concat([length, json, ...parts.map((a) => Buffer.from(a.buffer, a.byteOffset, a.byteLength))]);
  return Buffer.concat([createHash('sha256').update(body).digest(), body]);
}

/** @returns nothing where the bytes are not whole: a file half written, or damaged */
function decode(bytes: Uint8Array): Model | undefined {
  const digest = Buffer.from(bytes.subarray(0, 32));
  const body = new Uint8Array(bytes).subarray(32); // a Buffer would share memory where the slices below have to copy
  if (!createHash('sha256').update(body).digest().equals(digest)) return undefined;
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const headerEnd = 4 + view.readUInt32LE(0);
  const { features, classes } = JSON.parse(view.toString('utf8', 4, headerEnd)) as Header;
  const frequencies = body.slice(headerEnd, headerEnd + features.length * 4);
  const stepsEnd = headerEnd + (features.length + classes) * 4;
  const steps = body.slice(headerEnd + features.length * 4, stepsEnd);
  const weights = body.slice(stepsEnd);
  return {
    vectoriser: new Vectoriser(features, new Float32Array(frequencies.buffer, 0, features.length)),
    classifier: new LinearClassifier(
      classes,
      new Int8Array(weights.buffer),
      new Float32Array(steps.buffer, 0, classes),
    ),
  };
}
