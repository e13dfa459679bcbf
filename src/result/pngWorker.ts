/** The thread that draws PNGs: a picture takes tens of milliseconds, in which no request should have to wait. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FAMILY } from './palette.ts';
import type { PngAnswer, PngOrder } from './png.ts';

const require = createRequire(import.meta.url);
const fonts = [
  require.resolve('@expo-google-fonts/atkinson-hyperlegible/400Regular/AtkinsonHyperlegible_400Regular.ttf'),
  require.resolve('@expo-google-fonts/atkinson-hyperlegible/700Bold/AtkinsonHyperlegible_700Bold.ttf'),
];

await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
const font = {
  fontBuffers: fonts.map((file) => readFileSync(file)),
  defaultFontFamily: FONT_FAMILY,
  sansSerifFamily: FONT_FAMILY,
};

parentPort?.on('message', ({ id, svg, width }: PngOrder) => {
  parentPort?.postMessage({ id, png: draw(svg, width) } satisfies PngAnswer);
});

function draw(svg: string, width: number): Uint8Array {
  const resvg = new Resvg(svg, { font, fitTo: { mode: 'width', value: width } });
  const image = resvg.render();
  const png = image.asPng();
  // the memory of WebAssembly is not ours to collect
  image.free();
  resvg.free();
  return png;
}
