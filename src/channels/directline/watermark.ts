/** A client's watermark as a position of the log: how many activities it has. Anything that is none counts as none. */
export function parseWatermark(text: string | null | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}
