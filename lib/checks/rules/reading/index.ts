import { fieldType } from './field-type.js';
import { resourcesShape } from './resources-shape.js';

/** Rules of what the API server refuses whatever it means. */
export const readingRules = [fieldType, resourcesShape];
