import measured from '../calibration/calibration.json' with { type: 'json' };
import type { Thresholds } from './decide.ts';
import type { Weights } from './weigh.ts';

/** What is set by measuring: how the views are weighed, and from which probability something is done. */
export interface Calibration {
  weights: Weights;
  thresholds: Thresholds;
}

/** What `npm run calibrate` found (knowledge/calibration/report.md). */
export const CALIBRATION: Calibration = measured;
