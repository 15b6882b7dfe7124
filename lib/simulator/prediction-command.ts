// What `linkspan predict` runs, a script of its own beside the command.
export { compare } from './prediction/compare.js';
export { predict } from './prediction/predict.js';
export { renderComparison } from './prediction/render-comparison.js';
export { renderPrediction } from './prediction/render-prediction.js';
